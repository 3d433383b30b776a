// Line icons on a 24 grid, drawn for Unknot. They repeat what the words beside them say, so they stay silent.

const SHAPES = {
  knot: 'M3 15c4 0 5-7 9-7a4 4 0 0 1 0 8c-4 0-4-4-1.5-6M21 15c-3.2 0-4-2-5.5-4',
  today:
    'M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.600l1.4 1.400M17 17l1.4 1.400M5.6 18.400L7 17M17 7l1.4-1.4',
  body: 'M14.3 5a2.3 2.3 0 1 1-4.6 0 2.3 2.3 0 0 1 4.6 0M6 9.500c2 .8 4 1 6 1s4-.2 6-1M12 10.500V15m0 0l-3 6m3-6l3 6',
  plan: 'M5 6h.01M5 12h.01M5 18h.01M9 6h10M9 12h10M9 18h7',
  chart: 'M4 17l4.5-5 3.5 3 4-6.500L20 12M4 21h16',
  person: 'M15.5 8a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0M5 20c.6-4 3.2-6 7-6s6.4 2 7 6',
  undo: 'M8 5L4 9l4 4M4 9h9.500a5.5 5.5 0 0 1 0 11H9',
  rub: 'M7 20h12M5.5 15.500L14 7l5 5-7.5 7.500H9z',
  brush: 'M4 20c3 0 5-1 5-3.500A2.5 2.5 0 0 0 4.5 16c-.2 1.6-.5 3-.5 4M9 14.500L18 4l2 2-9 10.5',
  next: 'M9 5l7 7-7 7',
  back: 'M15 5l-7 7 7 7',
  close: 'M6 6l12 12M18 6L6 18',
  pause: 'M9 6v12M15 6v12',
  play: 'M8 5l11 7-11 7z',
  previous: 'M18 6l-8 6 8 6zM6 6v12',
  skip: 'M6 6l8 6-8 6zM18 6v12',
  voice: 'M4 10v4h4l5 4V6L8 10zM16.5 9a4 4 0 0 1 0 6M19 6.500a8 8 0 0 1 0 11',
  silent: 'M4 10v4h4l5 4V6L8 10zM17 10l4 4M21 10l-4 4',
  ear: 'M12 3.500a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0v-5a3 3 0 0 1 3-3M5.5 11.500a6.5 6.5 0 0 0 13 0M12 18v3',
  swap: 'M7 7h11l-3-3M17 17H6l3 3',
  tick: 'M5 12.500l4.5 4.500L19 7.5',
  phone: 'M6 4h4l1.5 5-2.5 1.500a12 12 0 0 0 5 5L15.5 13l4.5 1.500V18a2 2 0 0 1-2 2A14 14 0 0 1 4 6a2 2 0 0 1 2-2',
  warn: 'M12 4l9 16H3zM12 10v4.500M12 17.500v.01',
  info: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0M12 11v5.500M12 7.500v.01',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  search: 'M16.5 10.500a6 6 0 1 1-12 0 6 6 0 0 1 12 0M15 15l5 5',
  list: 'M4 6h16M4 12h16M4 18h10',
  pin: 'M12 21c4.5-5 6.5-8 6.5-11a6.5 6.5 0 0 0-13 0c0 3 2 6 6.5 11M14 10a2 2 0 1 1-4 0 2 2 0 0 1 4 0',
  shield: 'M12 3l7.5 3v5.500c0 4.5-3 7.5-7.5 9.5-4.5-2-7.5-5-7.5-9.500V6zM8.5 12l2.5 2.5 4.5-5',
  download: 'M12 4v11m0 0l-4.5-4.500M12 15l4.5-4.500M5 20h14',
  upload: 'M12 15V4m0 0L7.5 8.500M12 4l4.5 4.500M5 20h14',
  book: 'M12 7c-2-1.600-4.500-2-8-2v13c3.500 0 6 .4 8 2 2-1.600 4.500-2 8-2V5c-3.500 0-6 .4-8 2M12 7v13',
  leaf: 'M5 19c0-8 5-14 15-14 0 10-6 15-14 15m0 0c2-5 5-8 9-10',
  page: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  moon: 'M19.5 14.500A8 8 0 0 1 9.500 4.500a8 8 0 1 0 10 10',
  home: 'M4 11l8-7 8 7M6 10v10h12V10',
  calendar: 'M4 6.500h16V20H4zM4 10.500h16M8 4v4M16 4v4M8 14h.01M12 14h.01M16 14h.01M8 17h.01M12 17h.01',
  rest: 'M5 9h11v5a5 5 0 0 1-5 5h-1a5 5 0 0 1-5-5zM16 10h1.5a2.5 2.5 0 0 1 0 5H16M8 3v3M12 3v3',
} as const;

export type IconName = keyof typeof SHAPES;

/** @param size edge in pixels */
export function Icon({ name, size = 24 }: { name: IconName; size?: number }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      style={{ width: size, height: size }}
      aria-hidden="true"
    >
      <path d={SHAPES[name]} />
    </svg>
  );
}
