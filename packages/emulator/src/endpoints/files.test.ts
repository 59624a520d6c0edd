import { expect, test } from 'vitest';
import { callApi, statusAndBody } from '../__fixtures__/call-api.ts';
import type { Emulator } from '../emulator-options.ts';
import { createEmulator } from '../emulator.ts';

const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);

function upload(
  emulator: Emulator,
  { bytes = jpeg, type = 'image/jpeg', name = 'кот.jpg', purpose = 'general' } = {},
  headers: Record<string, string> = {},
): Promise<Response> {
  const form = new FormData();
  form.append('file', new Blob([bytes], { type }), name);
  form.append('purpose', purpose);
  return callApi(emulator, '/v1/files', { body: form, headers });
}

async function idOf(response: Response): Promise<string> {
  return ((await response.json()) as { id: string }).id;
}

test('an upload is described, listed newest first, read back and deleted by POST', async () => {
  const emulator = createEmulator({ now: () => 1_768_996_200_000 });
  const uploaded = await upload(emulator);
  const first = (await uploaded.json()) as { id: string };
  const second = await idOf(await upload(emulator, { name: 'два.jpg' }));

  expect(first).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    object: 'file',
    bytes: 4,
    access_policy: 'private',
    created_at: 1_768_996_200,
    filename: 'кот.jpg',
    purpose: 'general',
    modalities: ['image'],
  });
  expect(await (await callApi(emulator, '/v1/files')).json()).toMatchObject({
    data: [{ id: second }, { id: first.id }],
  });
  expect(await (await callApi(emulator, `/v1/files/${first.id}`)).json()).toEqual(first);
  const content = await callApi(emulator, `/v1/files/${first.id}/content`);
  expect(content.headers.get('content-type')).toBe('application/octet-stream');
  expect(new Uint8Array(await content.arrayBuffer())).toEqual(jpeg);
  expect(await (await callApi(emulator, `/v1/files/${first.id}/delete`, { method: 'POST' })).json()).toEqual({
    id: first.id,
    object: 'file',
    deleted: true,
    access_policy: 'private',
  });
  expect(await statusAndBody(await callApi(emulator, `/v1/files/${first.id}`))).toEqual({
    status: 404,
    body: { status: 404, message: 'No such file' },
  });
});

test('a file made under a client id is seen under the same one only', async () => {
  const emulator = createEmulator();
  const id = await idOf(await upload(emulator, {}, { 'X-Client-ID': 'anna' }));
  const status = async (headers: Record<string, string>): Promise<number> =>
    (await callApi(emulator, `/v1/files/${id}/content`, { headers })).status;

  expect([
    await status({ 'X-Client-ID': 'anna' }),
    await status({ 'X-Client-ID': 'boris' }),
    await status({}),
  ]).toEqual([200, 404, 404]);
});

test.each([
  ['a kind that is not accepted', { type: 'image/gif' }, 400],
  ['an unknown purpose', { purpose: 'fine-tune' }, 400],
  ['a picture over 15 MB', { bytes: new Uint8Array(15 * 1024 * 1024 + 1) }, 413],
  ['a document over 40 MB', { bytes: new Uint8Array(40 * 1024 * 1024 + 1), type: 'text/plain' }, 413],
])('refuses %s', async (_name, file, status) => {
  expect((await upload(createEmulator(), file)).status).toBe(status);
});

test('refuses a long upload while it is arriving, without waiting for its end', async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      const head =
        '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\n';
      const chunk = sent === 0 ? new TextEncoder().encode(head) : new Uint8Array(1024 * 1024);
      sent += chunk.length;
      controller.enqueue(chunk);
    },
  });
  const emulator = createEmulator();

  const response = await emulator.fetch('https://api.giga.chat/v1/files', {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${emulator.issueToken()}`,
      'Content-Type': 'multipart/form-data; boundary=b',
    },
    body: endless,
    duplex: 'half',
  });

  expect(response.status).toBe(413);
  expect(sent).toBeLessThan(48 * 1024 * 1024);
});

test('refuses a form without a file and a body that is no form', async () => {
  const emulator = createEmulator();
  const form = new FormData();
  form.append('purpose', 'general');

  expect((await callApi(emulator, '/v1/files', { body: form })).status).toBe(400);
  expect((await callApi(emulator, '/v1/files', { body: '{}' })).status).toBe(400);
});

test('drops the oldest files past its ceiling', async () => {
  const emulator = createEmulator({ maxStoredBytes: 10 });
  const ids: string[] = [];
  for (let file = 0; file < 3; file += 1) ids.push(await idOf(await upload(emulator)));

  const { data } = (await (await callApi(emulator, '/v1/files')).json()) as { data: { id: string }[] };

  expect(data.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
});

test('an attached picture reaches models that see, one a message and ten in all', async () => {
  const emulator = createEmulator();
  const ids: string[] = [];
  for (let file = 0; file < 11; file += 1) ids.push(await idOf(await upload(emulator)));
  const ask = (model: string, attachments: string[][]): Promise<{ status: number; body: unknown }> =>
    callApi(emulator, '/v1/chat/completions', {
      json: {
        model,
        messages: attachments.map((list) => ({ role: 'user', content: 'Что это?', attachments: list })),
      },
    }).then(statusAndBody);

  expect(await ask('GigaChat-2-Pro', [ids.slice(0, 1)])).toMatchObject({ status: 200 });
  expect(await ask('GigaChat-2', [ids.slice(0, 1)])).toMatchObject({ status: 422 });
  expect(await ask('GigaChat-2-Pro', [ids.slice(0, 2)])).toMatchObject({ status: 422 });
  expect(
    await ask(
      'GigaChat-2-Pro',
      ids.map((id) => [id]),
    ),
  ).toMatchObject({ status: 422 });
});
