import { expect, test } from 'vitest';
import { GigaChat } from '../index.ts';

test('every resource hangs on the client', () => {
  const giga = new GigaChat({ accessToken: 'token' });
  const resources = [
    'aiCheck',
    'assistants',
    'balance',
    'batches',
    'chat',
    'embeddings',
    'files',
    'filter',
    'functions',
    'images',
    'models',
    'threads',
    'tokens',
  ];
  for (const name of resources) expect(giga).toHaveProperty(name);
});
