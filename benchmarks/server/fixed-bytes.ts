const encoder = new TextEncoder();

const envelope = { created: 1_760_000_000, model: 'GigaChat-2:2.0.28.2', object: 'chat.completion' };
const usage = { prompt_tokens: 12, completion_tokens: 2000, total_tokens: 2012, precached_prompt_tokens: 0 };
const word = (index: number): string => ['Привет', ', ', 'мир', '. ', 'Слово '][index % 5] ?? '';

/** The events of an answer: so many pieces of text, the end with its reason, `[DONE]`. */
export function streamFrames(events: number): string[] {
  const frames = Array.from({ length: events }, (_, index) => {
    const delta = index === 0 ? { role: 'assistant', content: word(index) } : { content: word(index) };
    return frameOf({ choices: [{ delta, index: 0 }], ...envelope });
  });
  const end = { delta: { content: '' }, index: 0, finish_reason: 'stop' };
  return [...frames, frameOf({ choices: [end], ...envelope, usage }), 'data: [DONE]\n\n'];
}

const frameOf = (value: unknown): string => `data: ${JSON.stringify(value)}\n\n`;

export const streamBody = once((events) => encoder.encode(streamFrames(events).join('')));

export const answerBody = encoder.encode(
  JSON.stringify({
    choices: [
      {
        message: {
          role: 'assistant',
          content: Array.from({ length: 100 }, (_, index) => word(index)).join(''),
        },
        index: 0,
        finish_reason: 'stop',
      },
    ],
    ...envelope,
    usage,
  }),
);

export const embeddingsBody = once((texts) => {
  const vector = (seed: number) =>
    Array.from({ length: 1024 }, (_, index) => Math.sin(seed * 1024 + index) / 32);
  const data = Array.from({ length: texts }, (_, index) => ({
    object: 'embedding',
    embedding: vector(index),
    index,
    usage: { prompt_tokens: 6 },
  }));
  return encoder.encode(JSON.stringify({ object: 'list', data, model: 'Embeddings' }));
});

export const fileBody = once((megabytes) => new Uint8Array(megabytes * 1024 * 1024).fill(97));

function once(make: (size: number) => Uint8Array): (size: number) => Uint8Array {
  const made = new Map<number, Uint8Array>();
  return (size) => {
    const bytes = made.get(size) ?? make(size);
    made.set(size, bytes);
    return bytes;
  };
}
