export { createEngine } from './undici-engine.ts';
