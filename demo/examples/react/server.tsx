import { renderToReadableStream } from 'react-dom/server';
import { App, type PageData } from './app.js';

export async function renderApp(data: PageData, nonce: string): Promise<string> {
  return new Response(await renderToReadableStream(<App data={data} nonce={nonce} />)).text();
}
