import { createEmulator } from '@gigakit/emulator';
import type { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Backend } from './backend.ts';
import { createClients, type Clients } from './clients.ts';
import { createApp } from './create-app.ts';
import { createLibrarySource } from './documents/library-source.ts';

const emulator = createEmulator();
const ours = open(emulator.credentials);
const stranger = open(Buffer.from('nobody:nothing').toString('base64'));

function open(credentials: string): { app: Hono; clients: Clients } {
  const backend: Backend = {
    kind: 'gigachat',
    settings: { credentials, fetch: emulator.fetch },
    close: async () => {},
  };
  const clients = createClients(backend);
  const library = createLibrarySource(backend, clients, { databaseUrl: undefined, dataFolder: undefined });
  return { app: createApp({ backend, clients, library, webRoot: import.meta.dirname }), clients };
}

beforeAll(() => emulator.reset());
afterAll(() => Promise.all([ours.clients.close(), stranger.clients.close()]));

const question = {
  engine: 'ai-sdk',
  model: 'GigaChat-2-Pro',
  api: 'v1',
  messages: [{ id: '1', role: 'user', parts: [{ type: 'text', text: 'Привет' }] }],
};

function post(app: Hono, body: unknown, headers: Record<string, string> = {}) {
  return app.request('http://localhost/api/chat', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

test.each([
  ['{', 'The body is not JSON.'],
  [[], '"body"'],
  [{ ...question, engine: 'other' }, '"engine"'],
  [{ ...question, model: '' }, '"model"'],
  [{ ...question, api: 'v3' }, '"api"'],
  [{ ...question, messages: [] }, '"messages"'],
  [{ ...question, messages: [{ role: 'user' }] }, '"messages.0"'],
])('a request that is not right names what is wrong: %j', async (body, named) => {
  const response = await post(ours.app, body);
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ kind: 'invalid-request', message: expect.stringContaining(named) });
});

test('a path that does not exist is told', async () => {
  const response = await ours.app.request('http://localhost/api/nothing');
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ message: 'There is no /api/nothing here.' });
});

test.each(['ai-sdk', 'langchain'])('a wrong key is told with its hint through %s', async (engine) => {
  const about = await stranger.app.request('http://localhost/api/about');
  expect(await about.json()).toMatchObject({ models: [], error: { kind: 'authentication' } });
  const response = await post(stranger.app, { ...question, engine });
  const text = await response.text();
  expect(text).toContain('authentication');
  expect(text).not.toContain(Buffer.from('nobody:nothing').toString('base64'));
});

test('pages of other sites are refused, under whatever name they reach this machine', async () => {
  expect((await post(ours.app, question, { Origin: 'https://evil.example' })).status).toBe(403);
  const rebound = await ours.app.request('http://evil.example/api/about');
  expect(rebound.status).toBe(403);
});

test.each(['ai-sdk', 'langchain', 'documents'])('the source of %s is served as it stands', async (name) => {
  const response = await ours.app.request(`http://localhost/api/source/${name}`);
  expect(await response.text()).toMatch(/^import /);
});

test('no other file is served as a source', async () => {
  const response = await ours.app.request('http://localhost/api/source/..%2Fmain.ts');
  expect(response.status).toBe(404);
});
