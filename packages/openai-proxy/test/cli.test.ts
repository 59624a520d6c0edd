import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startEmulator } from '@gigakit/emulator';
import OpenAI from 'openai';
import { expect, test } from 'vitest';

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

function run(flags: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ['--conditions=@gigakit/source', cli, ...flags], {
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => resolve(code));
  });
  const firstLine = () =>
    new Promise<string>((resolve) => {
      const look = () => {
        if (output.includes('\n')) resolve(output.slice(0, output.indexOf('\n')));
      };
      child.stdout.on('data', look);
      child.once('close', () => resolve(output));
    });
  return { child, ended, firstLine, output: () => output };
}

test('the command serves from the environment alone, logs no secret, and ends by SIGTERM with 0', async () => {
  const emulator = await startEmulator({ port: 0 });
  const { child, ended, firstLine, output } = run(['--port', '0', '--alias', 'gpt-4o-mini=GigaChat-2'], {
    ...emulator.env,
    GIGAKIT_PROXY_KEY: 'sk-mine-very-secret',
  });
  const { url } = JSON.parse(await firstLine()) as { readonly url: string };
  const openai = new OpenAI({ apiKey: 'sk-mine-very-secret', baseURL: url, maxRetries: 0 });
  const completion = await openai.chat.completions.create({
    model: 'gpt-4o-mini',
    messages: [{ role: 'user', content: 'Привет' }],
  });
  expect(completion.model).toBe('gpt-4o-mini');
  await expect(openai.chat.completions.create({ model: 'x', messages: [] })).rejects.toMatchObject({
    status: 400,
  });
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(output()).toContain('"route":"/chat/completions"');
  expect(output()).toMatch(/"requestId":"[\w-]{36}"/);
  for (const secret of [emulator.credentials, 'sk-mine-very-secret', 'Привет'])
    expect(output()).not.toContain(secret);
  await emulator.close();
});

test.each([
  ['a port in words', ['--port', 'http'], {}, 'port'],
  ['an alias without a model', ['--alias', 'gpt-4o'], {}, 'alias'],
  ['a mode that is none', [], { GIGAKIT_PROXY_MODE: 'both' }, 'GIGAKIT_PROXY_MODE'],
  [
    'an address for everybody without a proxy key',
    ['--host', '0.0.0.0'],
    { GIGACHAT_CREDENTIALS: 'YTpi' },
    'GIGAKIT_PROXY_KEY',
  ],
])('%s ends it with 2 and says what is wrong', async (_, flags, env, word) => {
  const { ended, output } = run(flags, env);
  expect(await ended).toBe(2);
  expect(output()).toContain(word);
});
