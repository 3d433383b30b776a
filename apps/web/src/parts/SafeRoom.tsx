// A room that breaks is never a blank page: in its place stand the number to call and a way back.

import { Component, type ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { person } from '../person.ts';
import { whereaboutsNow } from '../texts/emergency-numbers.ts';
import { helpTexts } from '../texts/help.ts';
import { NumbersToCall } from './EmergencyCard.tsx';
import { Icon } from './Icon.tsx';

const t = helpTexts.trouble;

interface SafeRoomProps {
  /** Another address is another room, and has its own chance. */
  readonly url: string;
  readonly children: ComponentChildren;
}

export class SafeRoom extends Component<SafeRoomProps, { readonly brokenAt: string | null }> {
  override state = { brokenAt: null };

  override componentDidCatch(trouble: unknown): void {
    console.error(trouble);
    this.setState({ brokenAt: this.props.url });
  }

  override componentDidUpdate(before: SafeRoomProps): void {
    if (before.url !== this.props.url && this.state.brokenAt !== null) this.setState({ brokenAt: null });
  }

  override render({ url, children }: SafeRoomProps) {
    return this.state.brokenAt === url ? <Broken onAgain={() => this.setState({ brokenAt: null })} /> : children;
  }
}

/** In the place of a room that could not be fetched. */
export const NotFetched = () => <Broken onAgain={() => location.reload()} />;

/** The country that the person chose, unless the diary itself is what is broken. */
function regionTold(): string | null {
  try {
    return person.peek().profile.region ?? null;
  } catch {
    return null;
  }
}

/** Needs neither knowledge nor network. */
function Broken({ onAgain }: { onAgain: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="pad stack emergency" role="alert" style={{ maxWidth: '720px', margin: '0 auto' }}>
      <h1 ref={heading} tabIndex={-1}>
        {t.title}
      </h1>
      <p>{t.say}</p>
      <button type="button" class="btn" onClick={onAgain}>
        {t.again}
      </button>
      <a class="btn quiet" href="/">
        <Icon name="back" />
        {t.home}
      </a>
      <p>{t.call}</p>
      <NumbersToCall code={regionTold() ?? whereaboutsNow().country} sure={false} isSecond />
    </div>
  );
}
