// One client, several models: a cheap one first, a stronger one where the first gives up.
import { GigaChat, findChatModel } from '@gigakit/core';

await using giga = new GigaChat({ model: 'GigaChat-2' });
const messages = [{ role: 'user' as const, content: 'Сколько будет 17 + 25?' }];

for (const model of ['GigaChat-2', 'GigaChat-2-Pro', 'GigaChat-3-Ultra']) {
  const { text, model: answeredBy, usage } = await giga.chat.generate({ model, messages });
  const context = findChatModel(model)?.contextTokens ?? 'an unpublished number of';
  console.log(`${answeredBy} (${context} tokens of context): ${text} for ${usage.totalTokens} tokens`);
}
