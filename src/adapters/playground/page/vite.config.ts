/** Builds the local page into dist/page: `vite build src/adapters/playground/page`. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  build: {
    outDir: fileURLToPath(new URL('../../../../dist/page/', import.meta.url)),
    emptyOutDir: true,
    // No file is put into a page as text: the page's policy takes none.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: true,
    target: 'es2022',
  },
  logLevel: 'warn',
});
