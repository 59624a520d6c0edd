import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { startEmulator } from './node/start-emulator.ts';

const cli = fileURLToPath(new URL('cli.ts', import.meta.url));

function run(...flags: string[]): {
  readonly firstLines: Promise<string>;
  readonly stop: (signal: NodeJS.Signals) => void;
  readonly end: Promise<{ code: number | null; errors: string }>;
} {
  const child = spawn(process.execPath, ['--conditions=@gigakit/source', cli, ...flags]);
  let output = '';
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const firstLines = new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('GIGACHAT_AUTH_URL')) resolve(output);
    });
    child.once('close', () => resolve(output));
  });
  return {
    firstLines,
    stop: (signal) => child.kill(signal),
    end: once(child, 'close').then(([code]) => ({ code: typeof code === 'number' ? code : null, errors })),
  };
}

test.each<NodeJS.Signals>(['SIGINT', 'SIGTERM'])(
  'prints what to paste and stops in order on %s',
  async (signal) => {
    const emulator = run('--port', '0');
    const lines = await emulator.firstLines;
    const baseUrl = /export GIGACHAT_BASE_URL='([^']+)'/.exec(lines)?.[1] ?? '';

    expect(lines).toMatch(/export GIGACHAT_CREDENTIALS='[\w+/=]+'\n/);
    expect((await fetch(`${baseUrl}/models`)).status).toBe(401);
    emulator.stop(signal);
    expect(await emulator.end).toEqual({ code: 0, errors: '' });
  },
);

test('a taken port is one sentence and exit code 1', async () => {
  await using first = await startEmulator();
  const { port } = new URL(first.url);

  expect(await run('--port', port).end).toEqual({
    code: 1,
    errors: `gigakit-emulator: Port ${port} of 127.0.0.1 is taken: choose another one, or 0 for any that is free\n`,
  });
});

test('a flag that makes no sense is refused by name', async () => {
  const { code, errors } = await run('--port', 'восемь').end;

  expect(code).toBe(1);
  expect(errors).toContain("--port <number>' argument 'восемь' is invalid. A whole number is expected.");
});

test('under --tls it prints the file of its root and the pin', async () => {
  const emulator = run('--port', '0', '--tls');
  const lines = await emulator.firstLines;
  emulator.stop('SIGTERM');
  await emulator.end;

  expect(lines).toMatch(/export GIGACHAT_CA_BUNDLE_FILE='[^']+root\.pem'/);
  expect(lines).toMatch(/# SHA-256 of its root: [0-9A-F:]{95}/);
});
