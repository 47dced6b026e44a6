import { hydrateRoot } from 'react-dom/client';
import { App, type PageData } from './app.js';

const root = document.getElementById('root')!;
hydrateRoot(root, <App data={JSON.parse(root.dataset['page']!) as PageData} />);
