import { createEmulator } from '@gigakit/emulator';
import { ToolMessage } from '@langchain/core/messages';
import { expect, test } from 'vitest';
import { GigaChatImageTool, type GigaChatImage } from './index.ts';

function emulated() {
  const emulator = createEmulator();
  const drawing = new GigaChatImageTool({
    credentials: emulator.credentials,
    fetch: emulator.fetch,
    style: 'Ты — Василий Кандинский',
    maxRetries: 0,
  });
  return { emulator, drawing };
}

const call = (args: Record<string, unknown>) =>
  ({ type: 'tool_call', id: 'call-1', name: 'draw_image', args }) as const;

test('a call gives a tool message: words for the model, bytes in the artifact', async () => {
  const { emulator, drawing } = emulated();
  emulator.enqueue({ type: 'answer', text: 'Готово.', images: [{ prompt: 'кот' }] });
  const message: unknown = await drawing.invoke(call({ prompt: 'кот' }));
  expect(message).toBeInstanceOf(ToolMessage);
  const { content, artifact } = message as ToolMessage & { artifact: GigaChatImage };
  expect(content).toContain(artifact.fileId);
  expect(artifact).toMatchObject({ prompt: 'кот', mediaType: expect.stringMatching(/^image\//) });
  expect(artifact.data).toBeInstanceOf(Uint8Array);
  expect(artifact.data.length).toBeGreaterThan(0);
});

test('the style is the one the agent names, else the one of the tool', async () => {
  const { emulator, drawing } = emulated();
  const reply = { type: 'answer', images: [{ prompt: 'кот' }] } as const;
  emulator.enqueue(reply, reply);
  await drawing.invoke(call({ prompt: 'кот' }));
  await drawing.invoke(call({ prompt: 'кот', style: 'Акварель' }));
  const systems = emulator.journal
    .filter(({ endpoint }) => endpoint === 'chat/completions')
    .map(({ body }) => (body as { messages: { content: string }[] }).messages[0]?.content);
  expect(systems).toEqual(['Ты — Василий Кандинский', 'Акварель']);
});

test("a refusal tells the model GigaChat's words, without an artifact", async () => {
  const { emulator, drawing } = emulated();
  emulator.enqueue({ type: 'answer', text: 'Такое рисовать не буду.' });
  const message: unknown = await drawing.invoke(call({ prompt: 'нельзя' }));
  expect(message).toMatchObject({
    content: 'No picture was drawn. GigaChat said: Такое рисовать не буду.',
    artifact: undefined,
  });
});

test('a failure of the API is an error', async () => {
  const { emulator, drawing } = emulated();
  emulator.enqueue({ type: 'error', status: 402, message: 'Payment Required' });
  await expect(drawing.invoke(call({ prompt: 'кот' }))).rejects.toMatchObject({
    name: 'PaymentRequiredError',
  });
});

test('a call without a prompt is refused before it is sent', async () => {
  const { emulator, drawing } = emulated();
  await expect(drawing.invoke(call({}))).rejects.toThrow(/schema/);
  expect(emulator.journal).toEqual([]);
});
