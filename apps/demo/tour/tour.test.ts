import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { startEmulator } from '@gigakit/emulator';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const main = new URL('main.ts', import.meta.url).pathname;
const escapeCode = '\u001B';

/** The tour as a process of its own, away from the credentials of whoever runs the tests. */
function startTour(tourArguments: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, ['--conditions=@gigakit/source', main, ...tourArguments], {
    env: { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = once(child, 'close').then(([exitCode, signal]: unknown[]) => ({
    exitCode,
    signal,
    stdout,
    stderr,
  }));
  return { child, ended };
}

const runTour = (tourArguments: readonly string[], environment?: Readonly<Record<string, string>>) =>
  startTour(tourArguments, environment).ended;

const tokens = z.number().int().positive();
const reportSchema = z.object({
  topic: z.string(),
  adapter: z.string(),
  title: z.string().min(1),
  question: z.string().min(1),
  text: z.string().min(1),
  usage: z.object({ inputTokens: tokens, outputTokens: tokens.optional() }),
  durationMs: z.number().nonnegative(),
  found: z.record(z.string(), z.unknown()).optional(),
});

async function readReports(tourArguments: readonly string[]) {
  const { exitCode, stdout, stderr } = await runTour(['--json', ...tourArguments]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  return z.array(reportSchema).parse(JSON.parse(stdout));
}

const imageSchema = z.object({
  type: z.literal('image'),
  path: z.string(),
  mediaType: z.string(),
  byteCount: z.number(),
});
const neighboursSchema = z.object({
  type: z.literal('neighbours'),
  neighbours: z.array(z.object({ text: z.string(), similarity: z.number().min(-1.01).max(1.01) })),
});

describe.each([
  { language: 'en', ferry: /sixty roubles/, source: 'ferry.md', snow: /Snow/, anna: 'Anna', city: 'Kazan' },
  { language: 'ru', ferry: /шестьдесят/, source: 'паром.md', snow: /снег/, anna: 'Анна', city: 'Казань' },
])('the whole tour in $language', ({ language, ferry, source, snow, anna, city }) => {
  test('shows every idea with what it found, as one JSON document', { timeout: 60_000 }, async () => {
    const reports = await readReports(['--language', language]);
    expect(reports.map(({ topic, adapter }) => `${topic}: ${adapter}`)).toEqual([
      'chat: AI SDK',
      'chat: LangChain',
      'tools: AI SDK',
      'tools: LangChain',
      'object: LangChain',
      'drawing: AI SDK',
      'embeddings: AI SDK',
      'rag: LangChain',
    ]);
    const [chat, sameChat, tools, sameTools, object, drawing, embeddings, rag] = reports;

    expect(sameChat?.question).toBe(chat?.question);
    expect(sameChat?.text).toBe(chat?.text);
    expect(sameChat?.usage).toEqual(chat?.usage);

    const call = {
      name: 'calculate',
      input: { left: 17, operation: 'multiply', right: 23 },
      output: { result: 391 },
    };
    for (const report of [tools, sameTools]) {
      expect(report?.found).toEqual({ type: 'tool-calls', calls: [call] });
      expect(report?.text).toContain('391');
    }

    expect(object?.found).toEqual({ type: 'object', value: { name: anna, age: 34, city } });

    const image = imageSchema.parse(drawing?.found);
    const bytes = await readFile(image.path);
    await rm(dirname(image.path), { recursive: true });
    expect(image).toMatchObject({ mediaType: 'image/jpeg', byteCount: bytes.byteLength });
    expect(bytes.subarray(0, 2).toString('hex')).toBe('ffd8');

    const { neighbours } = neighboursSchema.parse(embeddings?.found);
    expect(neighbours[0]?.text).toMatch(snow);
    const similarities = neighbours.map(({ similarity }) => similarity);
    expect(similarities).toEqual(similarities.toSorted((one, other) => other - one));

    expect(rag?.text).toMatch(ferry);
    expect(rag?.found).toMatchObject({ type: 'source', name: source });
  });
});

test('without a terminal it is plain text, says who answers, and no line is wider than 80 columns', async () => {
  const { exitCode, stdout, stderr } = await runTour(['--only', 'chat,tools,object,embeddings,rag']);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).not.toContain(escapeCode);
  expect(stdout).toContain('a local emulator answers, not GigaChat');
  expect(stdout).toContain('-> {"result":391}');
  expect(stdout).toMatch(/\d+ tokens in · \d+ out · \d+\.\d\d s/);
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

test('speaks the language of LANG', async () => {
  const { stdout } = await runTour(['--only', 'object'], { LANG: 'ru_RU.UTF-8' });
  expect(stdout).toContain('отвечает локальный эмулятор');
  expect(stdout).toContain('city: Казань');
});

test('--only walks the named stops alone', async () => {
  const reports = await readReports(['--only', 'embeddings, object']);
  expect(reports.map(({ topic }) => topic)).toEqual(['object', 'embeddings']);
});

test.each([
  { said: ['--only', 'chat,poems'], told: '--only does not know "poems": the stops are chat, tools' },
  { said: ['--language', 'fr'], told: '--language does not know "fr": write ru or en.' },
])('$said is answered with one sentence', async ({ said, told }) => {
  const { exitCode, stdout, stderr } = await runTour(said);
  expect(exitCode).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toContain(told);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

describe('against an account that does not work', () => {
  const secret = Buffer.from('somebody:wrong-secret').toString('base64');

  test('it says so in one sentence with the hint, without the secret, and exits with 1', async () => {
    await using emulator = await startEmulator({ port: 0 });
    const wrong = { ...emulator.env, GIGACHAT_CREDENTIALS: secret };
    const { exitCode, stdout, stderr } = await runTour([], wrong);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^This failed: .*the key is unknown/);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stdout + stderr).not.toContain(secret);
    expect(stdout + stderr).not.toContain('wrong-secret');
  });

  test('the JSON document holds the error and stays the only thing on standard output', async () => {
    await using emulator = await startEmulator({ port: 0 });
    const wrong = { ...emulator.env, GIGACHAT_CREDENTIALS: secret };
    const { exitCode, stdout } = await runTour(['--json'], wrong);
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toEqual([
      expect.objectContaining({ topic: 'chat', error: expect.objectContaining({ kind: 'authentication' }) }),
    ]);
  });

  test('a stop that costs too much does not keep the reader from the others', async () => {
    await using emulator = await startEmulator({ port: 0 });
    emulator.once({ path: 'embeddings' }, { type: 'error', status: 402, message: 'Payment Required' });
    const { exitCode, stdout, stderr } = await runTour(['--only', 'object,embeddings,rag'], emulator.env);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('402');
    expect(stdout).toContain('[ferry.md]');
    expect(stdout).toContain('Stops that failed: 1.');
  });
});

test.each([
  { signal: 'SIGINT', exitCode: 130 },
  { signal: 'SIGTERM', exitCode: 143 },
] as const)('$signal in the middle of an answer ends it with $exitCode', async ({ signal, exitCode }) => {
  await using emulator = await startEmulator({ port: 0 });
  emulator.when({}, { type: 'answer', text: 'Once upon a time', faults: [{ type: 'hang', afterBytes: 1 }] });
  const { child, ended } = startTour(['--only', 'chat'], emulator.env);
  let shown = '';
  child.stdout.on('data', (text: string) => {
    shown += text;
    if (shown.includes('> Explain')) child.kill(signal);
  });
  expect(await ended).toMatchObject({ exitCode, signal: null, stderr: '' });
});
