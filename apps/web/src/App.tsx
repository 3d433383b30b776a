// The shell: five tabs, one room at a time, and the three things that may need saying anywhere (trouble with
// storage, an update that waits, what changed for a screen reader).

import { effect } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { LocationProvider, lazy, Route, Router, useLocation } from 'preact-iso';
import { spokenNow } from './parts/announce.ts';
import { Icon, type IconName } from './parts/Icon.tsx';
import { isHere, WAYS } from './parts/MoreWays.tsx';
import { NotFetched, SafeRoom } from './parts/SafeRoom.tsx';
import { journalReady, person, storageTrouble } from './person.ts';
import { showRoom } from './ports/badge.ts';
import { fetchBodyEarly } from './ports/early.ts';
import { startOutside } from './ports/start-outside.ts';
import { takeUpdate, updateWaits } from './ports/update.ts';
import { arriveAt } from './ports/way-back.ts';
import { breakWaits, deskIsOn } from './rooms/desk/waits.ts';
import { Help } from './rooms/help/Help.tsx';
import { Today } from './rooms/today/Today.tsx';
import { shellTexts as t } from './texts/shell.ts';

/** A room that is fetched when it is first entered. */
const room = <Props extends object>(fetched: () => Promise<ComponentType<Props>>) =>
  lazy(() => fetched().catch((): ComponentType<Props> => NotFetched));

const Check = room(() => import('./rooms/check/Check.tsx').then((m) => m.Check));
const Body = room(() => import('./rooms/body/Body.tsx').then((m) => m.Body));
const Plan = room(() => import('./rooms/plan/Plan.tsx').then((m) => m.Plan));
const Own = room(() => import('./rooms/plan/Own.tsx').then((m) => m.Own));
const Weeks = room(() => import('./rooms/plan/Weeks.tsx').then((m) => m.Weeks));
const Session = room(() => import('./rooms/session/Session.tsx').then((m) => m.Session));
const After = room(() => import('./rooms/after/After.tsx').then((m) => m.After));
const Progress = room(() => import('./rooms/progress/Progress.tsx').then((m) => m.Progress));
const Experiment = room(() => import('./rooms/experiment/Experiment.tsx').then((m) => m.Experiment));
const CheckIn = room(() => import('./rooms/check-in/CheckIn.tsx').then((m) => m.CheckIn));
const You = room(() => import('./rooms/you/You.tsx').then((m) => m.You));
const Sync = room(() => import('./rooms/sync/Sync.tsx').then((m) => m.Sync));
const Join = room(() => import('./rooms/sync/Join.tsx').then((m) => m.Join));
const Report = room(() => import('./rooms/report/Report.tsx').then((m) => m.Report));
const DeskCheck = room(() => import('./rooms/desk-check/DeskCheck.tsx').then((m) => m.DeskCheck));
const Habits = room(() => import('./rooms/habits/Habits.tsx').then((m) => m.Habits));
const Shared = room(() => import('./rooms/report/Shared.tsx').then((m) => m.Shared));
const Easy = room(() => import('./rooms/easy/Easy.tsx').then((m) => m.Easy));
const Desk = room(() => import('./rooms/desk/Desk.tsx').then((m) => m.Desk));
const Schedule = room(() => import('./rooms/schedule/Schedule.tsx').then((m) => m.Schedule));
const Learn = room(() => import('./rooms/learn/Learn.tsx').then((m) => m.Learn));

// The largest room, when the address names it, is fetched while the journal opens.
if (location.pathname === '/body') {
  fetchBodyEarly();
  void Body.preload();
}

const TABS: readonly { path: string; name: string; icon: IconName }[] = [
  { path: '/', name: t.today, icon: 'today' },
  { path: '/body', name: t.body, icon: 'body' },
  { path: '/plan', name: t.plan, icon: 'plan' },
  { path: '/progress', name: t.progress, icon: 'chart' },
  { path: '/you', name: t.you, icon: 'person' },
];

/** Rooms that own the whole screen. */
const BARE = /^\/(share|check|check-in|session|after|help|easy)(\/|$)/;

/** The look the person chose; without one the device decides. */
effect(() => {
  const theme = person.value.profile.theme;
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
});

/** A desk that was open before a reload goes on, whatever room is shown. */
effect(() => {
  if (journalReady.value && deskIsOn()) void import('./rooms/desk/running.ts').then(({ resumeDesk }) => resumeDesk());
});

effect(() => {
  if (journalReady.value) startOutside();
});

/** The name of the room at an address, or of the room it lies in; an unknown address shows Today. */
const roomName = (path: string): string => t.rooms[path] ?? t.rooms[path.slice(0, path.indexOf('/', 1))] ?? t.today;

function Shell() {
  const { path, url } = useLocation();
  const bare = BARE.test(path);
  const arriving = useRef(true);
  useEffect(() => {
    showRoom(roomName(path));
    // On arrival the focus stays where the browser puts it, so that the first Tab meets the skip link.
    if (arriving.current) {
      arriving.current = false;
      return;
    }
    arriveAt(path);
    document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
  }, [path]);
  return (
    <div class={bare ? 'shell bare' : 'shell'}>
      <a class="skip" href="#room">
        {t.skipToContent}
      </a>
      <main id="room" tabIndex={-1}>
        {storageTrouble.value && (
          <div class="note stop" role="alert" style={{ margin: '12px' }}>
            <Icon name="warn" />
            <span>{t.storage[storageTrouble.value]}</span>
          </div>
        )}
        {journalReady.value ? (
          <SafeRoom url={url}>
            <Router>
              <Route path="/" component={Today} />
              <Route path="/check" component={Check} />
              <Route path="/body" component={Body} />
              <Route path="/plan" component={Plan} />
              <Route path="/plan/own" component={Own} />
              <Route path="/plan/weeks" component={Weeks} />
              <Route path="/session" component={Session} />
              <Route path="/after" component={After} />
              <Route path="/progress" component={Progress} />
              <Route path="/experiment" component={Experiment} />
              <Route path="/check-in" component={CheckIn} />
              <Route path="/you" component={You} />
              <Route path="/you/sync" component={Sync} />
              <Route path="/you/join" component={Join} />
              <Route path="/report" component={Report} />
              <Route path="/desk/check" component={DeskCheck} />
              <Route path="/habits" component={Habits} />
              <Route path="/share/:id" component={Shared} />
              <Route path="/help" component={Help} />
              <Route path="/easy" component={Easy} />
              <Route path="/desk" component={Desk} />
              <Route path="/schedule" component={Schedule} />
              <Route path="/learn" component={Learn} />
              <Route path="/learn/:page" component={Learn} />
              <Route default component={Today} />
            </Router>
          </SafeRoom>
        ) : path === '/help' ? (
          // Help waits for nothing.
          <Help />
        ) : (
          <p class="pad muted" role="status">
            {t.opening}
          </p>
        )}
      </main>
      <nav class="tabs" aria-label={t.mainMenu}>
        <span class="brand">
          <Icon name="knot" size={34} />
        </span>
        {TABS.map((tab) => (
          <a key={tab.path} href={tab.path} aria-current={isHere(tab, path) ? 'page' : undefined}>
            <Icon name={tab.icon} />
            {tab.name}
          </a>
        ))}
        {WAYS.map((way) => (
          <a key={way.path} class="way" href={way.path} aria-current={isHere(way, path) ? 'page' : undefined}>
            <Icon name={way.icon} />
            {way.name}
          </a>
        ))}
      </nav>
      {breakWaits.value && !bare && path !== '/desk' && (
        <div class="note update-bar" role="status">
          <Icon name="rest" />
          <span class="grow">{t.breakWaits}</span>
          <a class="btn" href="/desk">
            {t.breakLook}
          </a>
        </div>
      )}
      {updateWaits.value && !bare && (
        <div class="note update-bar" role="status">
          <Icon name="download" />
          <span class="grow">{t.updateWaits}</span>
          <button type="button" class="btn" onClick={takeUpdate}>
            {t.updateNow}
          </button>
        </div>
      )}
      <div class="only-heard" aria-live="polite">
        {spokenNow.value}
      </div>
    </div>
  );
}

export function App() {
  return (
    <LocationProvider>
      <SafeRoom url="">
        <Shell />
      </SafeRoom>
    </LocationProvider>
  );
}
