import { renderAsync } from '@resvg/resvg-js';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Two folders below the root both in src and in dist.
const FONTS = fileURLToPath(new URL('../../fonts/', import.meta.url));

/** Pictures kept in memory; one is about 60 KB. */
const KEPT = 200;
/** Pictures drawn at a time: each keeps a thread of the pool busy for about 100 ms. */
const AT_ONCE = 2;

/** Turns SVG into PNG, off the event loop. */
export interface PngDrawer {
  draw(svg: string): Promise<Buffer>;
}

/** Draws with the fonts of this repository and no others; the same SVG is drawn once as long as it is kept. */
export function pngDrawer(): PngDrawer {
  const kept = new Map<string, Promise<Buffer>>();
  const free = slots(AT_ONCE);
  return {
    draw: (svg) => {
      const before = kept.get(svg);
      if (before !== undefined) return before;
      const drawn = free(() => draw(svg));
      kept.set(svg, drawn);
      drawn.catch(() => kept.delete(svg));
      for (const oldest of kept.keys()) {
        if (kept.size <= KEPT) break;
        kept.delete(oldest);
      }
      return drawn;
    },
  };
}

async function draw(svg: string): Promise<Buffer> {
  const image = await renderAsync(svg, {
    font: {
      loadSystemFonts: false,
      fontFiles: [...fontFiles()],
      defaultFontFamily: 'Noto Sans',
      sansSerifFamily: 'Noto Sans',
    },
    logLevel: 'off',
  });
  return image.asPng();
}

let files: readonly string[] | null = null;

/** Listed once; of two fonts that have a sign the first is taken, so the order is fixed. */
function fontFiles(): readonly string[] {
  files ??= readdirSync(FONTS)
    .filter((name) => name.endsWith('.ttf'))
    .sort()
    .map((name) => FONTS + name);
  return files;
}

/** Runs at most `count` pieces of work at a time, the others in the order in which they came. */
function slots(count: number): <T>(work: () => Promise<T>) => Promise<T> {
  let busy = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (busy >= count) await new Promise<void>((resolve) => waiting.push(resolve));
    busy += 1;
    try {
      return await work();
    } finally {
      busy -= 1;
      waiting.shift()?.();
    }
  };
}
