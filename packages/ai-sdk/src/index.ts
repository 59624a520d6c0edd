export * from './v4/index.ts';
