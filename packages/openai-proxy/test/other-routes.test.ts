import { createHash } from 'node:crypto';
import { NotFoundError, toFile, UnprocessableEntityError } from 'openai';
import { expect, test } from 'vitest';
import { postJson, proxyOverEmulator } from './serve-over-emulator.ts';

test('embeddings are the same in base64, which the official client asks for, and as numbers', async () => {
  const { openai } = proxyOverEmulator({ modelAliases: { 'text-embedding-3-small': 'Embeddings' } });
  const input = ['раз', 'два'];
  const base64 = await openai.embeddings.create({ model: 'text-embedding-3-small', input });
  const float = await openai.embeddings.create({ model: 'Embeddings', input, encoding_format: 'float' });
  expect(base64.model).toBe('text-embedding-3-small');
  expect(base64.data.map(({ index }) => index)).toEqual([0, 1]);
  expect(base64.data[0]?.embedding).toHaveLength(1024);
  expect(Array.from(base64.data[1]?.embedding ?? [])).toEqual(
    float.data[1]?.embedding.map((value) => Math.fround(value)),
  );
  expect(float.usage.prompt_tokens).toBeGreaterThan(0);
});

test.each([
  ['dimensions that the model has not', { input: 'раз', dimensions: 256 }, 'dimensions'],
  ['token numbers', { input: [[1, 2, 3]] }, 'input'],
])('%s are refused in words', async (_, body, param) => {
  const { ask } = proxyOverEmulator();
  const response = await ask('/v1/embeddings', postJson({ model: 'Embeddings', ...body }));
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { param } });
});

test('its own number of dimensions is taken', async () => {
  const { openai } = proxyOverEmulator();
  const { data } = await openai.embeddings.create({ model: 'Embeddings', input: 'раз', dimensions: 1024 });
  expect(data).toHaveLength(1);
});

test('models are listed once in five minutes, aliases among them', async () => {
  const { openai, emulator } = proxyOverEmulator({ modelAliases: { 'gpt-4o': 'GigaChat-2-Max' } });
  const { data } = await openai.models.list();
  const ids = data.map(({ id }) => id);
  expect(ids).toContain('GigaChat-2');
  expect(ids).toContain('gpt-4o');
  expect(await openai.models.retrieve('gpt-4o')).toMatchObject({ id: 'gpt-4o', object: 'model', created: 0 });
  await expect(openai.models.retrieve('nobody')).rejects.toBeInstanceOf(NotFoundError);
  expect(emulator.journal.filter(({ endpoint }) => endpoint === 'models')).toHaveLength(1);
});

test('a file goes up, is listed, read back and deleted', async () => {
  const { openai } = proxyOverEmulator();
  const bytes = new TextEncoder().encode('Парома нет по понедельникам.');
  const file = await openai.files.create({
    file: await toFile(bytes, 'паром.txt', { type: 'text/plain' }),
    purpose: 'user_data',
  });
  expect(file).toMatchObject({
    object: 'file',
    filename: 'паром.txt',
    bytes: bytes.byteLength,
    purpose: 'user_data',
  });
  expect((await openai.files.list()).data.map(({ id }) => id)).toContain(file.id);
  expect((await openai.files.retrieve(file.id)).id).toBe(file.id);
  const content = await openai.files.content(file.id);
  expect(content.headers.get('content-type')).toContain('text/plain');
  expect(new Uint8Array(await content.arrayBuffer())).toEqual(bytes);
  expect(await openai.files.delete(file.id)).toEqual({ id: file.id, object: 'file', deleted: true });
  await expect(openai.files.retrieve(file.id)).rejects.toBeInstanceOf(NotFoundError);
});

test('an upload above the limit is refused before it is all read', async () => {
  const { ask } = proxyOverEmulator({ maxUploadBytes: 1_000 });
  const form = new FormData();
  form.set('file', new Blob(['x'.repeat(5_000)]), 'x.txt');
  const whole = new Response(form);
  const headers = { 'content-type': whole.headers.get('content-type') ?? '' };
  const response = await ask('/v1/files', { method: 'POST', headers, body: await whole.arrayBuffer() });
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ error: { code: 'request_too_large' } });
});

test('pictures are drawn, as bytes or as a link to this proxy', async () => {
  const { openai, ask } = proxyOverEmulator();
  const drawn = await openai.images.generate({ model: 'GigaChat-2-Max', prompt: 'кот', n: 2 });
  const hashes = (drawn.data ?? []).map(({ b64_json: data = '' }) =>
    createHash('sha256').update(Buffer.from(data, 'base64')).digest('hex'),
  );
  expect(hashes).toHaveLength(2);
  const linked = await openai.images.generate({ prompt: 'кот', response_format: 'url' });
  const url = new URL(linked.data?.[0]?.url ?? '');
  const content = await ask(url.pathname);
  expect(content.headers.get('content-type')).toBe('image/jpeg');
});

test('a picture that the model will not draw is a 422 with its words', async () => {
  const { openai, emulator } = proxyOverEmulator();
  emulator.enqueue({ type: 'answer', text: 'Не буду.' });
  const error: unknown = await openai.images
    .generate({ prompt: 'нечто' })
    .then(undefined, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(UnprocessableEntityError);
  expect(error).toMatchObject({ code: 'image_not_generated' });
  expect((error as Error).message).toContain('Не буду.');
});

test.each(['/v1/models', '/models', '/v1/v1/models', '/v1/models/'])(
  '%s is the list of models',
  async (path) => {
    const { ask } = proxyOverEmulator();
    expect(await (await ask(path)).json()).toMatchObject({ object: 'list' });
  },
);

test.each([
  ['GET', '/v1/nowhere', 404, 'not_found'],
  ['GET', '/v1/chat/completions', 405, 'method_not_allowed'],
  ['POST', '/v1/audio/speech', 501, 'not_supported'],
  ['POST', '/v1/moderations', 501, 'not_supported'],
])('%s %s is %s in the shape of an OpenAI error, with a request id', async (method, path, status, code) => {
  const { ask } = proxyOverEmulator();
  const response = await ask(path, { method });
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ error: { code, message: expect.any(String) as string } });
  expect(response.headers.get('x-request-id')).toBeTruthy();
});

test('/health, /ready and / ask nobody and need no key', async () => {
  const { proxy, emulator } = proxyOverEmulator({ version: '1.2.3' });
  for (const path of ['/health', '/ready', '/']) {
    const response = await proxy.fetch(new Request(`http://proxy.test${path}`));
    expect(response.status).toBe(200);
    expect(response.headers.get('x-request-id')).toBeTruthy();
  }
  proxy.drain();
  expect((await proxy.fetch(new Request('http://proxy.test/ready'))).status).toBe(503);
  expect(emulator.journal).toEqual([]);
});

test('/metrics counts requests and tokens, with no words of callers in it', async () => {
  const { ask, openai } = proxyOverEmulator();
  await openai.chat.completions.create({
    model: 'GigaChat-2',
    messages: [{ role: 'user', content: 'Привет' }],
  });
  const text = await (await ask('/metrics')).text();
  expect(text).toContain(
    'gigakit_proxy_requests_total{route="/chat/completions",status="200",outcome="done"} 1',
  );
  expect(text).toMatch(/gigakit_proxy_tokens_total\{kind="output"\} \d+/);
});
