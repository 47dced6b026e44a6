import { defineConfig } from 'vite';
import { squeezedCss } from './scripts/squeezed-css.mjs';

/**
 * Bundles florin.js, the file that a merchant's page loads: it registers <florin-checkout> and its parts by itself.
 * What is not needed to type a card (client, words, next actions) stands in chunks of its own and is loaded later.
 */
export default defineConfig({
  root: 'packages/elements',
  publicDir: false,
  plugins: [squeezedCss()],
  resolve: { conditions: ['source', 'module', 'browser', 'production'] },
  build: {
    outDir: 'dist/cdn',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    lib: {
      // The client is named as an entry too: only then may other files import from the one that holds it.
      entry: { florin: 'src/florin.ts', client: '../core/src/index.ts' },
      formats: ['es'],
      fileName: (_, name) => (name === 'florin' ? 'florin.js' : `florin-${name}-[hash].js`),
    },
    minify: 'oxc',
    sourcemap: true,
    rollupOptions: {
      preserveEntrySignatures: 'allow-extension',
      output: {
        // Said here, white space goes too: for a library Vite keeps it, for the bundlers that come after.
        minify: true,
        // Nor does anybody come after who drops what is pure.
        comments: { annotation: false },
        // What is in the first file is there because the first paint runs it. Compiled function by function, each one when it is
        // first called, it costs a phone an eighth of that paint or more; this lets V8 compile all of it while it is still coming in.
        postBanner: ({ name }) => (name === 'florin' ? '//# allFunctionsCalledOnLoad' : ''),
        chunkFileNames: 'florin-[name]-[hash].js',
        codeSplitting: {
          groups: [
            // The views need no more of the client than this.
            { name: 'state', test: /payment[\\/]state/, priority: 1 },
            // What later files share with the first one, or with the client, stays in it, for it is there before they are: a
            // file of its own would be one more to wait for, for everybody.
            { name: 'florin', test: /elements[\\/]src[\\/]florin\.ts/ },
            { name: 'client', test: /core[\\/]src[\\/]index/ },
            // A card alone on a page needs amounts, and no till.
            { name: 'money', test: /locale[\\/]src[\\/]money/ },
            // What the rows share with what stands in them, and what an arrangement shares with the till, is there before these are.
            { name: 'till', test: /checkout[\\/]till/ },
            { name: 'method-rows', test: /checkout[\\/]method-rows/ },
          ],
        },
      },
    },
  },
});
