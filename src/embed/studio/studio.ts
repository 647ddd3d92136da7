import { createHash } from 'node:crypto';
import type { LayOut } from '../../application/layout/layouts.ts';
import { waitingLine } from '../../domain/waiting-line.ts';
import { drawingThread } from './drawing-thread.ts';
import type { Drawer } from './tasks.ts';

/** Where pictures are made, off the event loop. What is being made or has been lately is not made again. */
export interface Studio {
  /** Throws BUSY when too much waits to be made. */
  readonly layOut: LayOut;
  /** PNG from SVG. Throws BUSY when too much waits to be made. */
  readonly png: (svg: string) => Promise<Buffer>;
  readonly close: () => Promise<void>;
}

/** What waits to be made at most: one takes 20 to 400 milliseconds, and nobody waits for a picture much longer than this. */
export const MOST_WAITING = 24;
/** Layouts kept in memory; one of sixty people is about 15 KB. */
const LAYOUTS_KEPT = 200;
/** Pictures kept in memory; one is about 60 to 170 KB. */
const PICTURES_KEPT = 200;

/** Opens a studio. `drawer` is for who draws elsewhere than on a thread of its own. */
export function openStudio(drawer: Drawer = drawingThread()): Studio {
  const inTurn = waitingLine(MOST_WAITING);
  const layouts = keptOnce<Awaited<ReturnType<LayOut>>>(LAYOUTS_KEPT);
  const pictures = keptOnce<Buffer>(PICTURES_KEPT);
  return {
    layOut: (people, edges) =>
      layouts(JSON.stringify([people, edges]), () => inTurn(() => drawer.draw('layout', { people, edges }))),
    png: (svg) =>
      pictures(svg, () =>
        inTurn(async () => {
          const { buffer, byteOffset, byteLength } = await drawer.draw('png', svg);
          return Buffer.from(buffer, byteOffset, byteLength);
        }),
      ),
    close: () => drawer.close(),
  };
}

/** Makes something of the same content once as long as it is kept: those wanted last are. */
function keptOnce<T>(most: number): (content: string, make: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return (content, make) => {
    // Contents are several times as long as what is made of them.
    const key = createHash('sha256').update(content).digest('base64');
    const known = kept.get(key) ?? make();
    kept.delete(key);
    kept.set(key, known);
    known.catch(() => {
      if (kept.get(key) === known) kept.delete(key);
    });
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    return known;
  };
}
