import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmulator, type RunningEmulator } from '@gigakit/emulator';
import { afterAll, beforeAll, expect, test } from 'vitest';

// Every file of every folder here is run as a reader would run it, against the emulator in place of the API.

const here = dirname(fileURLToPath(import.meta.url));

const examples = readdirSync(here, { recursive: true, encoding: 'utf8' })
  // Folders with a dot in front are laid out by tools, and are none of the examples.
  .filter((file) => /^[^.].*\/.+\.ts$/.test(file) && !file.includes('node_modules'))
  .filter((file) => !file.endsWith('.test.ts') && !file.endsWith('.d.ts'))
  .toSorted();

/** What must stand in the output, where an answer can be right or wrong. */
const promised: Readonly<Record<string, readonly RegExp[]>> = {
  'ai-sdk/agent.ts': [/get_price .*чайник.*\n.*\d+/i],
  'ai-sdk/image.ts': [/image\/jpeg \d+ bytes/],
  'ai-sdk/object.ts': [/whole: \{ name: 'Анна', age: 34, city: 'Казань' \}/],
  'ai-sdk/rag.ts': [/паром\?\n {2}.*шестьдесят рублей/, /библиотеке\?\n {2}.*Закладка и Сноска/],
  'ai-sdk/tools.ts': [/weather .*Москва.* -> .*-5/],
  'ai-sdk/ui-stream.ts': [/200 text\/event-stream/, /"type":"text-delta"/],
  'ai-sdk/vision.ts': [/закрыта\?\n {2}.*по понедельникам/, /открыта\?\n {2}.*до 20/],
  'ai-sdk/web-search.ts': [/- .* https:\/\//],
  'servers/express.ts': [/^200 .*1.*5/s],
  'servers/hono.ts': [/^200 .*1.*5/s],
  'servers/next-route-handler.ts': [/^200 text\/event-stream/, /"type":"text-delta"/],
  'core/cancellation.ts': [/left after: .{21,}\nstopped: Error: the user went home/],
  'core/chat.ts': [/Париж/, /Анна/],
  'core/concurrency.ts': [/Франции: Париж/, /6 answers, two at a time/],
  'core/embeddings-search.ts': [/^0\.\d+ Паром/],
  'core/errors-and-retries.ts': [/attempt 1 failed: .*503/, /\d+ models in the end\nnot-found 404/],
  'core/events.ts': [/→ oauth attempt 1/, /■ chat\.stream done/],
  'core/files.ts': [/text\/plain Библиотека закрыта/, /deleted: true/],
  'core/functions.ts': [/get_weather .*Казань.*\n.*-5/],
  'core/graceful-shutdown.ts': [/after \d+ characters: Error: the service is shutting down/],
  'core/image.ts': [/image\/jpeg \d+ bytes/],
  'core/structured-output.ts': [/name: 'Анна', age: 34, city: 'Казань'/],
  'core/token-store.ts': [/1 sign-in for three replicas/],
  'core/vision.ts': [/рыжий кот/],
  'langchain/agent.ts': [/tool: .*"temperature":5/],
  'langchain/cached-embeddings.ts': [/2 vectors of 1024, then 2, in 1 request/],
  'langchain/rag.ts': [
    /билет на паром\?\n {2}.*шестьдесят рублей.*\n {2}source: ferry\.md/,
    /кошек.*\n {2}.*Закладка и Сноска.*\n {2}source: cats\.md/,
    /рояль.*\n {2}.*1961.*\n {2}source: piano\.md/,
  ],
  'langchain/few-shot.ts': [/Негативная/],
  'langchain/structured-output.ts': [/name: 'Анна', age: 34, city: 'Казань'/],
  'langchain/vision.ts': [/По понедельникам/],
  'langchain/image-tool.ts': [/image\/jpeg, \d+ bytes/],
};

let emulator: RunningEmulator;

beforeAll(async () => {
  emulator = await startEmulator({ port: 0 });
});

afterAll(async () => {
  await emulator.close();
});

interface Outcome {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

function run(file: string): Promise<Outcome> {
  const { PATH, HOME, TMPDIR } = process.env;
  const child = spawn(process.execPath, ['--conditions=@gigakit/source', file], {
    cwd: here,
    env: { PATH, HOME, TMPDIR, ...emulator.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output, errors }));
  });
}

test.each(examples)('%s runs and prints', { timeout: 120_000 }, async (file) => {
  const { code, output, errors } = await run(file);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(output.trim()).not.toBe('');
  for (const pattern of promised[file] ?? []) expect(output).toMatch(pattern);
});
