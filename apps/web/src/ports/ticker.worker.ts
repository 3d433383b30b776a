// A pulse from outside the page: browsers slow down the timers of hidden pages, but not those of workers.

let timer: ReturnType<typeof setInterval> | undefined;

addEventListener('message', ({ data }: MessageEvent<number>) => {
  clearInterval(timer);
  timer = setInterval(() => postMessage(null), data);
});
