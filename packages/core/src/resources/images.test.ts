import { expect, test } from 'vitest';
import { isGigaChatError, isImageRefusedError } from '../errors/index.ts';
import { ScriptedContext, type SeenCall } from './__fixtures__/scripted-context.ts';
import { v1Context } from './__fixtures__/v1-context.ts';
import { v2Dialect } from '../wire/v2/v2-dialect.ts';
import { Chat } from './chat.ts';
import { Files } from './files.ts';
import { Images } from './images.ts';

const fileId = 'b28fbd4f-0a7b-4b2d-8f6e-3f0c6f1f7d11';
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1]);

const answer = (content: string, finishReason = 'stop') => ({
  choices: [
    {
      message: { content, role: 'assistant', functions_state_id: '019b7a10-5c2e-7d41-9f0a-2b1c3d4e5f60' },
      index: 0,
      finish_reason: finishReason,
    },
  ],
  created: 1768996171,
  model: 'GigaChat-2-Max:2.0.30.01',
  object: 'chat.completion',
  usage: { prompt_tokens: 800, completion_tokens: 20, total_tokens: 820, precached_prompt_tokens: 0 },
});

function drawing(content: string, finishReason?: string) {
  const { context, scripted } = v1Context((call: SeenCall) =>
    call.path.startsWith('/files')
      ? { chunks: [jpeg], headers: { 'content-type': 'image/jpg' } }
      : { json: answer(content, finishReason), headers: { 'x-request-id': 'request-1' } },
  );
  const chat = new Chat(context);
  const images = new Images((request, options) => chat.generate(request, options), new Files(context));
  return { images, scripted };
}

test('draws, downloads, and leaves the tag out of the text', async () => {
  const { images, scripted } = drawing(`<img src="${fileId}" fuse="true"/> Вот ваш кот.`);
  const image = await images.generate({
    prompt: 'кот в шляпе',
    style: 'Ты — Василий Кандинский',
    model: 'GigaChat-2-Max',
    temperature: 0.7,
  });
  expect(image).toEqual({
    fileId,
    data: jpeg,
    mediaType: 'image/jpeg',
    text: 'Вот ваш кот.',
    files: [{ fileId, kind: 'image' }],
    model: 'GigaChat-2-Max:2.0.30.01',
    usage: expect.objectContaining({ inputTokens: 800, outputTokens: 20 }),
    requestId: 'request-1',
    warnings: [],
  });
  expect(scripted.calls[0]?.json).toEqual({
    model: 'GigaChat-2-Max',
    messages: [
      { role: 'system', content: 'Ты — Василий Кандинский' },
      { role: 'user', content: 'кот в шляпе' },
    ],
    functions: [{ name: 'text2image' }],
    function_call: { name: 'text2image' },
    temperature: 0.7,
  });
  expect(scripted.calls[1]?.path).toBe(`/files/${fileId}/content`);
});

test('draws in v2 as well, where the picture is a part of its own', async () => {
  const v2 = {
    model: 'GigaChat-3-Ultra:32.3.18.5',
    created_at: 1776249919,
    messages: [
      {
        role: 'assistant',
        content: [{ files: [{ id: fileId, mime: 'image/jpeg', target: 'image' }] }, { text: 'Вот ваш кот.' }],
      },
    ],
    finish_reason: 'stop',
    usage: { input_tokens: 800, output_tokens: 20, total_tokens: 820 },
  };
  const { context, scripted } = v1Context((call: SeenCall) =>
    call.path.startsWith('/files') ? { chunks: [jpeg] } : { json: v2 },
  );
  const chat = new Chat({ ...context, dialect: v2Dialect });
  const images = new Images((request, options) => chat.generate(request, options), new Files(context));
  expect(await images.generate({ prompt: 'кот в шляпе', style: 'Ты художник' })).toMatchObject({
    fileId,
    data: jpeg,
    mediaType: 'image/jpeg',
    text: 'Вот ваш кот.',
    files: [{ fileId, kind: 'image', mediaType: 'image/jpeg' }],
  });
  expect(scripted.calls[0]?.json).toMatchObject({
    tools: [{ image_generate: {} }],
    tool_config: { mode: 'forced', tool_name: 'image_generate' },
  });
});

test('auto leaves it to the model whether to draw', async () => {
  const { images, scripted } = drawing(`Рисую. <img src="${fileId}" fuse="true"/>`);
  const { text } = await images.generate({
    prompt: 'Нарисуй кота',
    toolChoice: 'auto',
    style: ' ',
    topP: 0.5,
    profanityCheck: false,
    wireExtras: { flags: ['x'] },
  });
  expect(text).toBe('Рисую.');
  expect(scripted.calls[0]?.json).toEqual({
    model: 'GigaChat-2',
    messages: [{ role: 'user', content: 'Нарисуй кота' }],
    functions: [{ name: 'text2image' }],
    function_call: 'auto',
    top_p: 0.5,
    profanity_check: false,
    flags: ['x'],
  });
});

test('the same end user and signal stand behind the turn and the download', async () => {
  const { images, scripted } = drawing(`<img src="${fileId}" fuse="true"/>`);
  const { signal } = new AbortController();
  await images.generate({ prompt: 'кот' }, { clientId: 'user-1', signal });
  expect(scripted.calls.map(({ options }) => [options.clientId, options.signal])).toEqual([
    ['user-1', signal],
    ['user-1', signal],
  ]);
});

test('a refusal is an error of its own, with the model’s words', async () => {
  const { images } = drawing('Не могу это нарисовать.');
  const error = await images.generate({ prompt: 'нечто' }).catch((reason: unknown) => reason);
  expect(isGigaChatError(error) && isImageRefusedError(error)).toBe(true);
  expect(error).toMatchObject({
    name: 'ImageRefusedError',
    text: 'Не могу это нарисовать.',
    finishReason: 'stop',
    rawFinishReason: 'stop',
    model: 'GigaChat-2-Max:2.0.30.01',
    requestId: 'request-1',
    isRetryable: false,
  });
});

test('a refusal by the filter says so', async () => {
  const { images } = drawing('', 'blacklist');
  await expect(images.generate({ prompt: 'нечто' })).rejects.toMatchObject({
    kind: 'image-refused',
    text: '',
    finishReason: 'content-filter',
    hint: expect.stringContaining('filter'),
    message: expect.stringContaining('said nothing'),
  });
});

test('a 3D model is better than nothing', async () => {
  const glb = new TextEncoder().encode('glTF....');
  const scripted = new ScriptedContext(() => ({ chunks: [glb] }));
  const chat = new Chat(v1Context(() => ({ json: answer('') })).context);
  const images = new Images(
    async (request, options) => ({
      ...(await chat.generate(request, options)),
      files: [{ fileId: 'glb1', kind: 'model-3d' }],
    }),
    new Files(scripted),
  );
  const { fileId: id, mediaType } = await images.generate({ prompt: 'куб' });
  expect([id, mediaType]).toEqual(['glb1', 'model/gltf-binary']);
});

test.each(['', '  '])('the prompt %j is refused by name', async (prompt) => {
  const { images, scripted } = drawing('');
  await expect(images.generate({ prompt })).rejects.toMatchObject({ field: 'prompt' });
  expect(scripted.calls).toHaveLength(0);
});

test('downloads a picture by id', async () => {
  const { images } = drawing('');
  expect(await images.download(fileId)).toMatchObject({ data: jpeg, mediaType: 'image/jpeg' });
});
