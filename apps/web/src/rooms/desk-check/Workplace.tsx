// A person at a desk, drawn from the answers: what is off moves to where it was said to be, and back when it fits. What is
// asked about is lit. Side view, except where only the view from above shows it.

import type { DeskFit } from '@unknot/engine/prevention';
import type { ComponentChildren } from 'preact';
import './workplace.css';

interface WorkplaceProps {
  /** Item of the checklist. */
  readonly item: string;
  /** Absent: not answered yet, shown as it usually fits. */
  readonly fit?: DeskFit | undefined;
  readonly label: string;
}

const FROM_ABOVE = new Set(['screen-straight', 'mouse-reach', 'forearm-support', 'light-and-glare']);

/** How far something is moved for an answer: to one side for `low`, to the other for `high`. */
const shift = (fit: DeskFit | undefined, low: number, high: number): number =>
  fit === 'low' ? low : fit === 'high' ? high : 0;

export function Workplace({ item, fit, label }: WorkplaceProps) {
  return (
    <svg class="workplace" viewBox="0 0 340 260" role="img" aria-label={label}>
      {item === 'bag-weight' ? (
        <Bag fit={fit} />
      ) : item === 'driving-seat' ? (
        <Car fit={fit} />
      ) : FROM_ABOVE.has(item) ? (
        <Above item={item} fit={fit} />
      ) : (
        <Side item={item} fit={fit} />
      )}
    </svg>
  );
}

type View = Pick<WorkplaceProps, 'fit'>;

const Moved = ({ x = 0, y = 0, children }: { x?: number; y?: number; children: ComponentChildren }) => (
  <g class="moved" style={{ transform: `translate(${x}px, ${y}px)` }}>
    {children}
  </g>
);

const Limb = ({ d, lit = false }: { d: string; lit?: boolean }) => <path class={lit ? 'limb lit' : 'limb'} d={d} />;

/** A span between two points, with ends. */
function Span({ from: [x1, y1], to: [x2, y2] }: { from: readonly [number, number]; to: readonly [number, number] }) {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [ex, ey] = [((y2 - y1) / length) * 6, (-(x2 - x1) / length) * 6];
  return (
    <path
      class="span"
      d={`M${x1} ${y1}L${x2} ${y2}M${x1 - ex} ${y1 - ey}l${2 * ex} ${2 * ey}M${x2 - ex} ${y2 - ey}l${2 * ex} ${2 * ey}`}
    />
  );
}

function Side({ item, fit }: View & { item: string }) {
  const is = (id: string) => item === id;
  const of = (id: string) => (is(id) ? fit : undefined);
  const seat = shift(of('seat-height'), 24, -22);
  const screenX = shift(of('eye-screen-distance'), -46, 44);
  const screenY = shift(of('screen-top-height'), 34, -34);
  const keys = shift(of('keyboard-height'), 14, -16) + shift(of('elbow-angle'), -22, 0);
  const reach = shift(of('elbow-angle'), 0, 26);
  const forward = of('lumbar-support') === 'high' ? 12 : 0;
  const depth = shift(of('seat-depth'), 22, -20);
  const lap = of('phone-handling') === 'high';
  const phone = is('phone-handling');
  const laptop = is('laptop-stand');
  const flat = of('laptop-stand') === 'low';
  const head = lap || flat ? 10 : fit === 'high' && is('screen-top-height') ? -6 : 0;
  const hipY = 158 + seat;
  const hipX = 104 + forward;
  const shoulder = [hipX - 4, hipY - 76] as const;
  const skull = [shoulder[0] + 10 + head, shoulder[1] - 34 + Math.abs(head) / 3] as const;
  const eye = [skull[0] + 15, skull[1] - 3] as const;
  const deskY = 150;
  const hand = phone
    ? ([shoulder[0] + 44, lap ? hipY - 22 : shoulder[1] + 4] as const)
    : ([176 + reach, deskY - 8 + keys] as const);
  const elbow = phone
    ? ([shoulder[0] + 20, shoulder[1] + 44] as const)
    : ([shoulder[0] + 16, shoulder[1] + 46] as const);
  const floor = 240;
  const dangling = of('seat-height') === 'high';
  const foot = [168, dangling ? floor - 22 : floor - 6] as const;
  const knee = [160, hipY + 4 - (of('seat-height') === 'low' ? 10 : 0)] as const;
  return (
    <>
      <path class="line" d={`M16 ${floor}H324`} />
      <g class={is('seat-height') || is('seat-depth') || is('lumbar-support') ? 'thing lit' : 'thing'}>
        <Moved y={seat}>
          <path d={`M74 ${172}H${150 + depth}`} />
          <path d="M74 172L70 92" />
        </Moved>
        <path class="thin" d={`M112 ${174 + seat}V${floor - 10}M88 ${floor - 2}h48`} />
        {is('lumbar-support') && fit !== 'high' && <ellipse class="cushion" cx="84" cy="142" rx="9" ry="17" />}
      </g>
      <g class="thing">
        <path d={`M156 ${deskY}H322`} />
        <path class="thin" d={`M310 ${deskY}V${floor}`} />
      </g>
      {is('leg-room') && (
        <rect class={fit === 'low' ? 'block lit' : 'block gone'} x="176" y="156" width="60" height="56" rx="4" />
      )}
      <Limb
        d={`M${hipX} ${hipY}L${knee[0]} ${knee[1]}L${foot[0]} ${foot[1]}h12`}
        lit={is('seat-height') || is('leg-room')}
      />
      <Limb d={`M${hipX} ${hipY}L${shoulder[0]} ${shoulder[1]}`} lit={is('lumbar-support')} />
      <circle class="skull" cx={skull[0]} cy={skull[1]} r="17" />
      <path class="limb neck" d={`M${shoulder[0]} ${shoulder[1]}L${skull[0] - 2} ${skull[1] + 12}`} />
      {!laptop && (
        <Moved x={screenX} y={screenY}>
          <g class={is('eye-screen-distance') || is('screen-top-height') ? 'thing lit' : 'thing'}>
            <path d="M246 52V112" />
            <path class="thin" d={`M250 84h14V${deskY - 2 - screenY}m-14 0h28`} />
          </g>
        </Moved>
      )}
      {laptop && (
        <g class="thing lit">
          <Moved y={flat ? 0 : -42}>
            <path d="M206 146h44L262 106" />
          </Moved>
          {!flat && <path class="thin" d="M208 110h50M214 122h40M210 134h46M208 146h50" />}
        </g>
      )}
      {!phone && (!laptop || !flat) && (
        <Moved x={reach} y={keys}>
          <path class={is('keyboard-height') ? 'thing lit' : 'thing'} d={`M170 ${deskY - 5}h34`} />
        </Moved>
      )}
      <Limb
        d={`M${shoulder[0]} ${shoulder[1]}L${elbow[0]} ${elbow[1]}L${laptop && flat ? 208 : hand[0]} ${laptop && flat ? deskY - 8 : hand[1]}`}
        lit={is('elbow-angle') || phone}
      />
      {phone && <rect class="block lit" x={hand[0] + 4} y={hand[1] - 14} width="8" height="24" rx="3" />}
      {is('eye-screen-distance') && <Span from={eye} to={[242 + screenX, eye[1]]} />}
      {is('screen-top-height') && (
        <>
          <path class="level" d={`M${eye[0]} ${eye[1]}H300`} />
          <Span from={[268 + 8, eye[1]]} to={[268 + 8, 52 + screenY]} />
        </>
      )}
      {is('keyboard-height') && <path class="level" d={`M${elbow[0]} ${elbow[1]}H300`} />}
      {is('seat-depth') && <Span from={[150 + depth, 190]} to={[knee[0] - 4, 190]} />}
    </>
  );
}

function Above({ item, fit }: View & { item: string }) {
  const is = (id: string) => item === id;
  const turned = is('screen-straight') && fit === 'high';
  const away = is('mouse-reach') && fit === 'high';
  const loose = is('forearm-support') && fit === 'low';
  const glare = is('light-and-glare') && fit === 'high';
  return (
    <>
      <rect class="table" x="40" y="28" width="260" height="118" rx="6" />
      {is('light-and-glare') && (
        <g class={glare ? 'thing lit' : 'thing'}>
          {glare ? (
            <>
              <path d="M110 246H230" />
              <path class="ray" d="M150 240L162 60M190 240L178 60" />
            </>
          ) : (
            <>
              <path d="M18 60V150" />
              <path class="ray" d="M24 90H80M24 116H80" />
            </>
          )}
        </g>
      )}
      <g
        class={is('screen-straight') || is('light-and-glare') ? 'thing lit moved' : 'thing moved'}
        style={{ transform: turned ? 'translate(88px, 14px) rotate(18deg)' : 'none' }}
      >
        <path d="M116 48H224" />
      </g>
      <path class="thing" d="M128 116h84" />
      <Moved x={away ? 56 : 0} y={away ? -34 : 0}>
        <rect class={is('mouse-reach') ? 'block lit' : 'block'} x="222" y="106" width="16" height="24" rx="8" />
      </Moved>
      <path class="shoulders" d="M112 190Q170 164 228 190Q170 216 112 190Z" />
      <Limb d={loose ? 'M120 188L96 168L148 132' : 'M120 188L112 146L148 126'} lit={is('forearm-support')} />
      <Limb
        d={
          away
            ? 'M220 188L266 150L284 92'
            : loose
              ? 'M220 188L244 168L192 132'
              : is('mouse-reach')
                ? 'M220 188L232 148L230 122'
                : 'M220 188L228 146L192 126'
        }
        lit={is('mouse-reach') || is('forearm-support')}
      />
      <g class="moved" style={{ transform: turned ? 'rotate(34deg)' : 'none', transformOrigin: '170px 184px' }}>
        <circle class="skull" cx="170" cy="184" r="21" />
        <path class="nose" d="M164 165L170 154L176 165" />
      </g>
      {is('screen-straight') && <path class="level" d={turned ? 'M170 184L250 66' : 'M170 184V56'} />}
    </>
  );
}

function Bag({ fit }: View) {
  const heavy = fit === 'high';
  return (
    <g class="moved" style={{ transform: heavy ? 'rotate(4deg)' : 'none', transformOrigin: '170px 240px' }}>
      <path class="line" d="M60 244H280" />
      <circle class="skull" cx="170" cy="40" r="19" />
      <Limb d="M170 62V150M170 150L154 238M170 150L186 238" />
      <Limb
        d={heavy ? 'M170 82L140 74L128 136M170 82L204 96L212 150' : 'M170 82L138 86L130 144M170 82L202 86L210 144'}
      />
      {heavy ? (
        <g class="thing lit">
          <path class="thin" d="M204 92L226 136" />
          <rect class="block lit" x="204" y="136" width="52" height="62" rx="8" />
        </g>
      ) : (
        <rect class="block lit" x="146" y="84" width="48" height="58" rx="12" />
      )}
    </g>
  );
}

function Car({ fit }: View) {
  const x = shift(fit, 34, -36);
  return (
    <>
      <path class="line" d="M20 236H320" />
      <circle class="thing wheel" cx="222" cy="132" r="6" />
      <path class="thing" d="M208 164L236 100" />
      <Moved x={x}>
        <path class="thing" d="M58 88L76 190H146" />
      </Moved>
      <Limb d={`M${98 + x} 178L${92 + x} 104`} />
      <Limb d={`M${98 + x} 178L${158 + x / 2} 172L214 222`} />
      <circle class="skull" cx={102 + x} cy="70" r="18" />
      <Limb
        d={
          fit === 'high'
            ? `M${92 + x} 104L${148 + x / 2} 114L214 128`
            : fit === 'low'
              ? `M${92 + x} 104L${132 + x} 146L216 128`
              : `M${92 + x} 104L${132 + x} 140L216 130`
        }
        lit
      />
    </>
  );
}
