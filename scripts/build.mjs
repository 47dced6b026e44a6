// npm run build: compiles the packages, prepares the store's data directory, bundles florin.js and the demo.
import { run } from './run.mjs';

const quiet = process.argv.includes('--quiet');

await run('types', 'node', ['node_modules/ts7/bin/tsc', '-b'], { quiet });
await run('prepared store', 'node', ['packages/server/scripts/prepare-store.mjs'], { quiet });
await run('florin.js', 'node', ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], { quiet });
await run('demo', 'npm', ['run', 'build', '--silent', '-w', '@florin/demo'], { quiet });
