import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// In digits of one width, and without a border, a place in the text can be pointed at. On one line with the others, as a wide
// card has them, a field would be too short for what is dropped at the end.
const page = `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <title>One card</title>
  <link rel="icon" href="data:,">
  <style>
    florin-card { display: block; max-width: 620px }
    florin-card::part(input) { font: 16px monospace; letter-spacing: 0; padding-inline: 10px }
  </style>
  <script type="module" src="/florin.js"></script>
  <florin-card locale="en"></florin-card>
</html>`;

/** A page with one card in it and nothing else, and florin.js as it is built. */
export async function serveFieldPage(): Promise<{ url: string; close(): void }> {
  const folder = dirname(fileURLToPath(import.meta.resolve('@florin/elements/florin.js')));
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const script = path === '/' ? null : readFile(join(folder, basename(path)));
    if (!script) response.writeHead(200, { 'Content-Type': 'text/html' }).end(page);
    script?.then(
      (file) => response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(file),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, 'localhost', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
