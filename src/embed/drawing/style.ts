import { createHash } from 'node:crypto';
import type { Svg } from './svg.ts';

/**
 * The colours of pictures, light and dark. resvg knows no @media and draws the light ones. The text must not
 * change between pictures: the content security policy names its hash.
 */
const STYLE = `
text{font-family:'Noto Sans',system-ui,sans-serif;fill:#221f1a}
.paper{fill:#fffdf8}.frame{fill:none;stroke:#ddd5c5}
.soft{fill:#635c50}.brand{fill:#15544d}
.edge{stroke:#b9b1a1;fill:none}.said{stroke:#9c2b22;fill:none}.fiction-line{stroke:#6a3a72;fill:none}
.point{fill:#2f7a71;stroke:#fffdf8}.root{fill:#1f4f4a}.far{fill:#8d8474}
.name{paint-order:stroke;stroke:#fffdf8;stroke-width:3px;stroke-linejoin:round}
.fiction{fill:#6a3a72}
.CONFIRMED{fill:#1c6338}.REPORTED{fill:#225f86}.RUMORED{fill:#7d5300}.DISPUTED{fill:#6c4195}
.DENIED{fill:#9c2b22}.ENDED,.NOTHING{fill:#55524c}
@media (prefers-color-scheme:dark){
text{fill:#ece7dd}
.paper{fill:#1e2124}.frame{stroke:#353a3e}
.soft{fill:#aba493}.brand{fill:#8bd0c4}
.edge{stroke:#5a5f63}.said{stroke:#f29a8f}.fiction-line{stroke:#dba9e2}
.point{fill:#5fb3a6;stroke:#1e2124}.root{fill:#8bd0c4}.far{fill:#7c7f80}
.name{stroke:#1e2124}
.fiction{fill:#dba9e2}
.CONFIRMED{fill:#84d19f}.REPORTED{fill:#8fc6ec}.RUMORED{fill:#e5b963}.DISPUTED{fill:#c8a5ef}
.DENIED{fill:#f29a8f}.ENDED,.NOTHING{fill:#b9b4a8}
}`;

/** The style of pictures as an element. */
export const STYLE_ELEMENT = `<style>${STYLE}</style>` as Svg;

/** How a content security policy allows that style and no other. */
export const STYLE_SOURCE = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
