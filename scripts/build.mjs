// npm run build: compiles the packages, prepares the store's data directory, bundles florin.js and the demo. `-- types`: as far
// as the types are needed.
import { run } from './run.mjs';

const quiet = process.argv.includes('--quiet');
const tsc = 'node_modules/ts7/bin/tsc';
const stencil = 'node_modules/@stencil/core/bin/stencil';

// Stencil bundles what the display elements import; the wrappers that it writes are compiled like everything else.
await run('core', 'node', [tsc, '-b', 'packages/core'], { quiet });
// It reports each build to its makers unless it runs in CI.
await run('display', 'node', [stencil, 'build', '--prod'], { quiet, capture: true, env: { CI: '1' } });
await run('display types', 'node', ['scripts/display-types.mjs'], { quiet });
await run('types', 'node', [tsc, '-b'], { quiet });
if (process.argv.includes('types')) process.exit(0);
await run('prepared store', 'node', ['packages/server/scripts/prepare-store.mjs'], { quiet });
await run('florin.js', 'node', ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], { quiet });
await run('demo', 'npm', ['run', 'build', '--silent', '-w', '@florin/demo'], { quiet });
