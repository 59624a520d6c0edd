import { fileURLToPath } from 'node:url';
import { EdgeVM } from '@edge-runtime/vm';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';
import { expect, onTestFinished, test } from 'vitest';
import { readBody, startServer } from './transport/__fixtures__/start-server.ts';

const core = fileURLToPath(new URL('index.ts', import.meta.url));
const conditions = ['workerd', 'edge-light', 'bun', 'deno', 'browser'] as const;

/** The default entry as a runtime with this condition gets it, with `program` behind it. */
async function bundleFor(
  condition: (typeof conditions)[number],
  program: string,
  format: 'esm' | 'iife' = 'esm',
) {
  const result = await build({
    stdin: {
      contents: `import { GigaChat } from ${JSON.stringify(core)};\n${program}`,
      loader: 'ts',
      resolveDir: '.',
    },
    bundle: true,
    write: false,
    metafile: true,
    format,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: [condition, '@gigakit/source'],
    logLevel: 'silent',
  });
  const inputs = Object.keys(result.metafile.inputs);
  const outside = Object.values(result.metafile.outputs).flatMap(({ imports }) =>
    imports.map(({ path }) => path),
  );
  return { code: result.outputFiles[0]?.text ?? '', inputs, outside };
}

/** A GigaChat of one sentence: sign-in, a list, and a stream cut inside a Russian letter. */
async function startGigaChat() {
  const seen: string[] = [];
  const server = await startServer(async (request, response) => {
    const body = await readBody(request);
    seen.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    if (request.url === '/oauth') {
      response.end(JSON.stringify({ access_token: 'token', expires_at: Date.now() + 1_800_000 }));
    } else if (body.includes('"stream":true')) {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const frame = (delta: object, more: object = {}) =>
        `data: ${JSON.stringify({ choices: [{ delta, index: 0, ...more }], model: 'GigaChat-2:1', object: 'chat.completion' })}\n\n`;
      const bytes = Buffer.from(
        `${frame({ content: 'При', role: 'assistant' })}${frame({ content: 'вет' }, { finish_reason: 'stop' })}data: [DONE]\n\n`,
      );
      const middle = bytes.indexOf('П') + 1;
      response.write(bytes.subarray(0, middle), () => response.end(bytes.subarray(middle)));
    } else {
      response.end(JSON.stringify({ data: [{ id: 'GigaChat-2', type: 'chat' }] }));
    }
  });
  return { ...server, seen };
}

const program = (url: string) => `
  async function run() {
    const giga = new GigaChat({ credentials: btoa('id:secret'), baseUrl: '${url}/v1', authUrl: '${url}/oauth', maxRetries: 0 });
    const models = await giga.models.list();
    const stream = await giga.chat.stream({ messages: [{ role: 'user', content: 'Привет' }] });
    const { text } = await stream.result();
    await giga.close();
    return JSON.stringify({ models: models.map(({ id }) => id), text });
  }
`;

const expected = { models: ['GigaChat-2'], text: 'Привет' };
const expectedRequests = [
  `POST /oauth Basic ${btoa('id:secret')}`,
  'GET /v1/models Bearer token',
  'POST /v1/chat/completions Bearer token',
];

test.each(conditions)(
  'under the condition %s nothing of Node is reached from the default entry',
  async (condition) => {
    const { inputs, outside } = await bundleFor(condition, 'export default GigaChat;');
    expect(outside).toEqual([]);
    expect(inputs.filter((path) => path.includes('/src/node/') || path.includes('undici'))).toEqual([]);
    expect(inputs.some((path) => path.endsWith('transport/fetch-engine.ts'))).toBe(true);
  },
);

test('it works in workerd, which Cloudflare runs', { timeout: 60_000 }, async () => {
  const server = await startGigaChat();
  const { code } = await bundleFor(
    'workerd',
    `${program(server.url)}\nexport default { fetch: async () => new Response(await run()) };`,
  );
  const worker = new Miniflare({ modules: true, script: code, compatibilityDate: '2026-01-01' });
  onTestFinished(() => worker.dispose());
  const response = await worker.dispatchFetch('http://localhost/');
  expect(await response.json()).toEqual(expected);
  expect(server.seen).toEqual(expectedRequests);
});

test('it works in the Edge Runtime, which Vercel ran', async () => {
  const server = await startGigaChat();
  const { code } = await bundleFor(
    'edge-light',
    `${program(server.url)}\nglobalThis.answer = run();`,
    'iife',
  );
  const runtime = new EdgeVM();
  runtime.evaluate(code);
  expect(JSON.parse(await runtime.evaluate('globalThis.answer'))).toEqual(expected);
  expect(server.seen).toEqual(expectedRequests);
});
