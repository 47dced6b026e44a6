import { defineConfig } from 'vite';

/**
 * Bundles florin.js, the file that a merchant's page loads: it registers <florin-checkout> and its parts by itself.
 * What is not needed to type a card (client, words, next actions) stands in chunks of its own and is loaded later.
 */
export default defineConfig({
  root: 'packages/elements',
  publicDir: false,
  resolve: { conditions: ['source', 'module', 'browser', 'production'] },
  build: {
    outDir: 'dist/cdn',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    lib: { entry: 'src/florin.ts', formats: ['es'], fileName: () => 'florin.js' },
    minify: 'oxc',
    sourcemap: true,
    rollupOptions: {
      preserveEntrySignatures: 'allow-extension',
      output: {
        // Said here, white space goes too: for a library Vite keeps it, for the bundlers that come after.
        minify: true,
        // What is in the first file is there because the first paint runs it. Compiled function by function, each one when it is
        // first called, it costs a phone an eighth of that paint or more; this lets V8 compile all of it while it is still coming in.
        postBanner: ({ isEntry }) => (isEntry ? '//# allFunctionsCalledOnLoad' : ''),
        chunkFileNames: ({ name }) => `florin-${name === 'src' ? 'client' : name}-[hash].js`,
      },
    },
  },
});
