import { afterEach, describe, expect, test } from 'vitest';
import { layOutCostars } from '../../src/application/layout/costar-layout.ts';
import { drawingThread } from '../../src/embed/studio/drawing-thread.ts';
import { MOST_WAITING, openStudio, type Studio } from '../../src/embed/studio/studio.ts';
import type { Drawer, TaskName } from '../../src/embed/studio/tasks.ts';

let studio: Studio | null = null;
afterEach(() => studio?.close());

function clique(size: number) {
  const people = Array.from({ length: size }, (_, index) => ({
    id: `person/p${index}`,
    name: `Person Number ${index}`,
    depth: index === 0 ? 0 : 1,
    sharedWorks: index,
  }));
  const edges = people.flatMap(({ id: b }, index) =>
    people.slice(0, index).map(({ id: a }) => ({ a, b, sharedWorks: 1 + (index % 3) })),
  );
  return { people, edges };
}

/** Draws nothing until the gate is opened, and notes what it was asked for. */
function gated(): { readonly drawer: Drawer; readonly asked: TaskName[]; readonly open: () => void } {
  const asked: TaskName[] = [];
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  const drawer: Drawer = {
    draw: async (name, given) => {
      asked.push(name);
      await passed;
      return typeof given === 'string' ? Buffer.from(given) : layOutCostars(given.people, given.edges);
    },
    close: () => Promise.resolve(),
  };
  return { drawer, asked, open };
}

describe('the studio', () => {
  test('lays out on another thread what would come out on this one, to the byte', async () => {
    studio = openStudio();
    const { people, edges } = clique(40);
    const elsewhere = await studio.layOut(people, edges);
    expect(JSON.stringify(elsewhere)).toBe(JSON.stringify(layOutCostars(people, edges)));
  });

  test('leaves the event loop to others meanwhile', async () => {
    studio = openStudio();
    const { people, edges } = clique(120);
    await studio.layOut(people.slice(0, 1), []);
    const laidOut = studio.layOut(people, edges).then(() => 'laid out');
    let turns = 0;
    const turn = (): Promise<unknown> => new Promise(setImmediate);
    while ((await Promise.race([laidOut, turn()])) !== 'laid out') turns += 1;
    // On this thread it would be one turn, or two with the one that tells of it.
    expect(turns).toBeGreaterThan(5);
  });

  test('makes the same once, for whoever waits and for who comes later', async () => {
    const { drawer, asked, open } = gated();
    studio = openStudio(drawer);
    const { people, edges } = clique(5);
    const both = [studio.layOut(people, edges), studio.layOut(structuredClone(people), [...edges])];
    const pictures = [studio.png('<svg/>'), studio.png('<svg/>')];
    open();
    const [one, other] = await Promise.all(both);
    expect(other).toBe(one);
    expect(await studio.layOut(people, edges)).toBe(one);
    await Promise.all(pictures);
    expect(asked).toEqual(['layout', 'png']);
  });

  test('refuses what is beyond a bounded number, and makes it when there is room again', async () => {
    const { drawer, asked, open } = gated();
    studio = openStudio(drawer);
    const { png } = studio;
    const taken = Array.from({ length: MOST_WAITING }, (_, index) => png(`picture ${index}`));
    await expect(png('one more')).rejects.toMatchObject({ code: 'BUSY' });
    // What is being made already is no more work.
    taken.push(png('picture 0'));
    open();
    await Promise.all(taken);
    expect((await png('one more')).toString()).toBe('one more');
    expect(asked).toHaveLength(MOST_WAITING + 1);
  });

  test('says what failed, keeps nothing of it, and goes on', async () => {
    studio = openStudio(drawingThread());
    await expect(studio.png('no picture')).rejects.toMatchObject({ code: 'INTERNAL' });
    await expect(studio.png('no picture')).rejects.toMatchObject({ code: 'INTERNAL' });
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
    expect((await studio.png(svg)).subarray(1, 4).toString()).toBe('PNG');
  });
});
