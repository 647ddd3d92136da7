import { Resvg } from '@resvg/resvg-js';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Three folders below the root both in src and in dist.
const FONTS = fileURLToPath(new URL('../../../fonts/', import.meta.url));

/** Draws SVG as PNG with the fonts of this repository and no others. Takes some 100 ms of the calling thread. */
export function drawPng(svg: string): Uint8Array {
  const drawing = new Resvg(svg, {
    font: {
      loadSystemFonts: false,
      fontFiles: [...fontFiles()],
      defaultFontFamily: 'Noto Sans',
      sansSerifFamily: 'Noto Sans',
    },
    logLevel: 'off',
  });
  return drawing.render().asPng();
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
