import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import manifest from '../../package.json' with { type: 'json' };

/**
 * Where each page is served. The HTML stands at the path itself, everything it loads below `assets/`, under
 * names that carry a hash of the content, so that they may be cached for ever.
 */
const BASE = { page: '/', graphiql: '/graphql/', embed: '/embed/', widget: '/embed/v1/' } as const;
type Mode = keyof typeof BASE;

/**
 * `vite build --config src/web/vite.config.ts --mode page|graphiql|embed|widget` builds one of them into
 * `dist/web/<mode>/`. Tools that only look at this file name other modes; to them it is the page's.
 */
function webBuild(given: string): UserConfig {
  const mode: Mode = Object.hasOwn(BASE, given) ? (given as Mode) : 'page';
  return {
    root: `src/web/${mode}`,
    base: BASE[mode],
    publicDir: false,
    logLevel: 'warn',
    worker: { format: 'es' },
    plugins: mode === 'widget' ? [SQUEEZE, RELEASED] : [],
    build: {
      outDir: `../../../dist/web/${mode}`,
      emptyOutDir: true,
      target: 'es2022',
      // An inlined file is a data: URL, which the content security policy of the page refuses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // Measuring gzip takes longer than GraphiQL's whole bundling.
      reportCompressedSize: false,
      rolldownOptions: {
        ...(mode === 'widget' ? SCRIPT : {}),
        onLog: (level, log, report) => {
          // "use client" and its like mean something to a server that renders React; there is none here.
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
        },
      },
      // Monaco is one editor: no split makes it small.
      chunkSizeWarningLimit: 6000,
    },
  };
}

/**
 * The elements for pages elsewhere: one file, whose name has the version and a hash of its content, so that an
 * address never stands for anything else.
 */
const SCRIPT = {
  input: 'src/web/widget/main.ts',
  output: { entryFileNames: `hearsay-${manifest.version}-[hash].js`, codeSplitting: false },
} as const;

/** Takes the blanks of indentation out of styles and markup, where they mean nothing; every byte is somebody's. */
const SQUEEZE = {
  name: 'squeeze',
  transform: (code: string, id: string): string | null =>
    id.includes('/src/web/widget/')
      ? code.replace(/\b(css|html|svg)`[^]*?\n[^]*?`;/g, (template) => template.replace(/\n\s*/g, ' '))
      : null,
} as const;

/** Scripts of releases, which are served on: pages name them by their hash. */
const RELEASED: Plugin = {
  name: 'released',
  generateBundle() {
    const folder = new URL('./released/', import.meta.url);
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.js.gz'))) {
      const source = gunzipSync(readFileSync(new URL(name, folder)));
      this.emitFile({ type: 'asset', fileName: `released/${name.slice(0, -3)}`, source });
    }
  },
};

export default defineConfig(({ mode }) => webBuild(mode));
