import { createHash } from 'node:crypto';
import { tag, written, type Svg } from './drawing/svg.ts';

const STYLE = `
:root{color-scheme:light dark}
body{margin:0;font:16px/1.4 system-ui,sans-serif}
svg{display:block;width:100%;height:auto;max-height:100vh}
costar-graph,relationship-badge{display:block}`;

/** How a content security policy allows the style of framed pages. */
export const FRAME_STYLE_SOURCE = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

/** What is put into a frame. */
export interface Framed {
  readonly element: 'costar-graph' | 'relationship-badge';
  readonly attributes: Readonly<Record<string, string>>;
  readonly language: string;
  readonly title: string;
  /** The picture that is there without a script. */
  readonly svg: string;
  /** Path and hash of the script; null where it has not been built. */
  readonly script: { readonly path: string; readonly integrity: string } | null;
}

/** A page for a frame: the element around its picture, so that it says the same without a script. */
export function framePage({ element, attributes, language, title, svg, script }: Framed): string {
  const loading =
    script === null
      ? ''
      : `<script type="module" src="${written(script.path)}" integrity="${written(script.integrity)}" crossorigin="anonymous"></script>`;
  return `<!doctype html><html lang="${written(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${written(title)}</title><style>${STYLE}</style>${loading}</head><body>${tag(element, attributes, svg as Svg)}</body></html>
`;
}
