import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const packageFolder = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs a module in a process of its own, in which the hooks below see everything that is loaded. */
async function run(
  source: string,
  conditions: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      ...['@gigakit/source', ...conditions].map((condition) => `--conditions=${condition}`),
      '--input-type=module',
      '--no-warnings',
      '--eval',
      source,
    ],
    { cwd: packageFolder, env: { PATH: process.env['PATH'], ...env } },
  );
  return stdout;
}

/** Tells every module that is loaded, by its address. */
const watchLoads = `
  import { registerHooks } from 'node:module';
  const loads = [];
  registerHooks({ resolve(name, context, next) { const found = next(name, context); loads.push(found.url); return found; } });
`;

const loadsOf = async (entry: string, conditions: readonly string[] = []): Promise<string[]> =>
  JSON.parse(
    await run(
      `${watchLoads} await import('@gigakit/ai-sdk${entry}'); console.log(JSON.stringify(loads));`,
      conditions,
    ),
  );

describe('importing an entry', () => {
  it.each([
    ['', 'v4'],
    ['/v4', 'v4'],
    ['/v3', 'v3'],
    ['/v2', 'v2'],
    ['/v1', 'v1'],
  ])('"@gigakit/ai-sdk%s" loads the adapter of %s alone', async (entry, version) => {
    const loads = await loadsOf(entry);
    const adapters = new Set(loads.map((url) => /ai-sdk\/src\/(v\d)\//.exec(url)?.[1]).filter(Boolean));

    expect([...adapters]).toEqual([version]);
    // One copy of the official error classes serves every major; the other copies are types.
    const official = new Set(loads.map((url) => /@ai-sdk\+provider@([\d.]+)/.exec(url)?.[1]).filter(Boolean));
    expect([...official]).toEqual(['4.0.0']);
  });

  it('reads no environment and opens no file or socket', async () => {
    const told = await run(
      `
      const reads = [];
      process.env = new Proxy(process.env, { get(env, name) { if (String(name).startsWith('GIGACHAT')) reads.push(name); return env[name]; } });
      globalThis.fetch = () => { reads.push('fetch'); throw new Error('no network'); };
      const { gigachat, createGigaChat } = await import('@gigakit/ai-sdk');
      gigachat('GigaChat'); createGigaChat({ name: 'a' }).embeddingModel('Embeddings');
      console.log(JSON.stringify(reads));
      `,
      [],
      { GIGACHAT_CREDENTIALS: 'key' },
    );

    expect(JSON.parse(told)).toEqual([]);
  });
});

describe('on an edge runtime', () => {
  it('answers through the fetch it is given, without a module of Node', async () => {
    const told = await run(
      `
      ${watchLoads}
      const { createGigaChat } = await import('@gigakit/ai-sdk');
      const token = { access_token: 'token', expires_at: Date.now() + 1_800_000 };
      const chunk = (delta, end) => 'data: ' + JSON.stringify({ choices: [{ delta, index: 0, ...end }], created: 1, model: 'GigaChat:1', object: 'chat.completion' }) + '\\n\\n';
      const stream = chunk({ content: 'Привет', role: 'assistant' }) + chunk({ content: '' }, { finish_reason: 'stop' }) + 'data: [DONE]\\n\\n';
      const fetch = async (url) => String(url).includes('oauth')
        ? Response.json(token)
        : new Response(stream, { headers: { 'content-type': 'text/event-stream' } });
      const model = createGigaChat({ credentials: 'a2V5OnNlY3JldA==', fetch })('GigaChat');
      const { stream: parts } = await model.doStream({ prompt: [{ role: 'user', content: [{ type: 'text', text: 'Привет' }] }] });
      let text = '';
      for await (const part of parts) if (part.type === 'text-delta') text += part.delta;
      console.log(JSON.stringify({ text, builtIns: loads.filter((url) => url.startsWith('node:')) }));
      `,
      ['edge-light'],
    );

    expect(JSON.parse(told)).toEqual({ text: 'Привет', builtIns: [] });
  });
});
