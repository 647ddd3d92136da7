import { defineConfig, type UserConfig } from 'vite';

/**
 * Where each page is served. The HTML stands at the path itself, everything it loads below `assets/`, under
 * names that carry a hash of the content, so that they may be cached for ever.
 */
const BASE = { page: '/', graphiql: '/graphql/' } as const;

/** What `vite build --config src/web/vite.config.ts --mode page|graphiql` builds into `dist/web/<mode>/`. */
export function webBuild(mode: string): UserConfig {
  if (mode !== 'page' && mode !== 'graphiql') {
    throw new Error(`Expected --mode page or --mode graphiql, but got ${mode}`);
  }
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
        onwarn: (warning, warn) => {
          // "use client" and its like mean something to a server that renders React; there is none here.
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
        },
      },
      // Monaco is one editor: no split makes it small.
      chunkSizeWarningLimit: 6000,
    },
  };
}

export default defineConfig(({ mode }) => webBuild(mode));
