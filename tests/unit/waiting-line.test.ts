import { describe, expect, test } from 'vitest';
import { waitingLine } from '../../src/domain/waiting-line.ts';

function gate(): { readonly passed: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}

describe('a waiting line', () => {
  test('lets one in at a time, in the order in which they came', async () => {
    const line = waitingLine(3);
    const door = gate();
    const seen: string[] = [];
    const first = line(async () => {
      seen.push('first in');
      await door.passed;
      seen.push('first out');
    });
    const second = line(() => Promise.resolve(seen.push('second')));
    await new Promise(setImmediate);
    expect(seen).toEqual(['first in']);
    door.open();
    await Promise.all([first, second]);
    expect(seen).toEqual(['first in', 'first out', 'second']);
  });

  test('refuses who comes when it is full, and takes them when it is not', async () => {
    const line = waitingLine(2);
    const door = gate();
    const both = [line(() => door.passed), line(() => door.passed)];
    await expect(line(() => Promise.resolve('third'))).rejects.toMatchObject({ code: 'BUSY' });
    door.open();
    await Promise.all(both);
    expect(await line(() => Promise.resolve('third'))).toBe('third');
  });

  test('goes on after what fails', async () => {
    const line = waitingLine(2);
    const failing = line(() => Promise.reject(new Error('broken')));
    const next = line(() => Promise.resolve('fine'));
    await expect(failing).rejects.toThrow('broken');
    expect(await next).toBe('fine');
  });
});
