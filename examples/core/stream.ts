// An answer as it is made, and the whole turn once it is there.
import { GigaChat } from '@gigakit/core';

await using giga = new GigaChat();
const stream = await giga.chat.stream({
  messages: [{ role: 'user', content: 'Напиши стихотворение про зиму' }],
});

for await (const text of stream.textStream) process.stdout.write(text);

const { finishReason, usage } = await stream.result();
console.log(`\n${finishReason}, ${usage.outputTokens} tokens`);
