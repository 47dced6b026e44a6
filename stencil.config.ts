import type { Config } from '@stencil/core';
import { reactOutputTarget } from '@stencil/react-output-target';
import { vueOutputTarget } from '@stencil/vue-output-target';

const room = 'packages/display';

/** Builds the elements that a server can render, for every place they are used in. */
export const config: Config = {
  namespace: 'florin-display',
  srcDir: `${room}/src`,
  tsconfig: `${room}/tsconfig.json`,
  enableCache: false,
  sourceMap: true,
  // What a server has drawn stays in sight until it comes alive.
  invisiblePrehydration: false,
  outputTargets: [
    { type: 'dist', dir: `${room}/dist/lazy`, typesDir: '../types', esmLoaderPath: '../loader', collectionDir: null },
    // Their types come with those of `dist`, which alone lets say where.
    {
      type: 'dist-custom-elements',
      dir: `${room}/dist/components`,
      externalRuntime: false,
      minify: true,
      generateTypeDeclarations: false,
      customElementsExportBehavior: 'single-export-module',
    },
    { type: 'dist-hydrate-script', dir: `${room}/dist/hydrate` },
    { type: 'docs-json', file: `${room}/dist/docs.json` },
    // For the browser. Their halves for a server put a prop into a tag, and into a Vue template, as it comes: whoever may say
    // what stands in one writes the page. packages/display/server/react.ts is drawn without them.
    reactOutputTarget({
      outDir: `${room}/generated/react`,
      stencilPackageName: '@florin/display',
      customElementsDir: 'components',
    }),
    vueOutputTarget({
      componentCorePackage: '@florin/display',
      proxiesFile: `${room}/generated/vue/components.ts`,
      includeImportCustomElements: true,
      customElementsDir: 'components',
    }),
  ],
};
