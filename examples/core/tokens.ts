// How long texts are to a model, before they are paid for.
import { GigaChat } from '@gigakit/core';

await using giga = new GigaChat({ model: 'GigaChat-2-Pro' });
const input = ['Привет!', 'Я к вам пишу — чего же боле? Что я могу ещё сказать?'];

const counts = await giga.tokens.count({ input });
for (const [index, { tokens, characters }] of counts.entries()) {
  console.log(`${tokens} tokens, ${characters} characters: ${input[index]}`);
}
