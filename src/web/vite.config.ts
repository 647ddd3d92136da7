import { defineConfig, type UserConfig } from 'vite';

/**
 * Where each page is served. The HTML stands at the path itself, everything it loads below `assets/`, under
 * names that carry a hash of the content, so that they may be cached for ever.
 */
const BASE = { page: '/', graphiql: '/graphql/' } as const;

/**
 * `vite build --config src/web/vite.config.ts --mode page|graphiql` builds one of the pages into
 * `dist/web/<mode>/`. Tools that only look at this file name other modes; to them it is the page's.
 */
function webBuild(given: string): UserConfig {
  const mode = given === 'graphiql' ? 'graphiql' : 'page';
  return {
    root: `src/web/${mode}`,
    base: BASE[mode],
    publicDir: false,
    logLevel: 'warn',
    worker: { format: 'es' },
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

export default defineConfig(({ mode }) => webBuild(mode));
