export type * from './components.d.ts';
