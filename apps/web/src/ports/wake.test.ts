import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** A device whose answer to "keep the screen on" is ours. */
async function device(request: () => Promise<unknown>) {
  vi.stubGlobal('document', { visibilityState: 'visible', addEventListener: () => undefined });
  vi.stubGlobal('navigator', { wakeLock: { request } });
  return import('./wake.ts');
}
const settled = () => new Promise((next) => setImmediate(next));

test('a battery saver that refuses to keep the screen on, and a device that cannot shake, are no trouble', async () => {
  const { keepAwake, buzz } = await device(() => Promise.reject(new Error('battery')));
  keepAwake(true);
  buzz([150]);
  await settled();
  keepAwake(false);
});

test('the screen is let go, also when it was still being asked for', async () => {
  const released: string[] = [];
  const lock = {
    release: () => {
      released.push('off');
      return Promise.resolve();
    },
  };
  const { keepAwake } = await device(() => Promise.resolve(lock));
  keepAwake(true);
  keepAwake(false);
  await settled();
  expect(released).toEqual(['off']);
});
