// An answer is left at any moment, and its place in the queue is free at once.
import { GigaChat } from '@gigakit/core';

await using giga = new GigaChat();
const messages = [{ role: 'user' as const, content: 'Напиши длинное стихотворение про зиму' }];

// By leaving the loop:
let text = '';
for await (const piece of (await giga.chat.stream({ messages })).textStream) {
  text += piece;
  if (text.length > 20) break;
}
console.log(`left after: ${text.replaceAll('\n', ' ')}`);

// By a signal, whose reason is what is thrown:
const controller = new AbortController();
try {
  const answer = giga.chat.generate({ messages }, { signal: controller.signal });
  controller.abort(new Error('the user went home'));
  await answer;
} catch (error) {
  console.log('stopped:', String(error));
}
