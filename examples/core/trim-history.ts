// The newest part of a long conversation: calls stay with their results, system messages stay at all.
import { GigaChat, trimHistoryByMessages, trimHistoryByTokens, type Message } from '@gigakit/core';

const history: Message[] = [{ role: 'system', content: 'Отвечай кратко.' }];
for (let day = 1; day <= 20; day += 1) {
  history.push({ role: 'user', content: `День ${day}: что нового?` });
  history.push({ role: 'assistant', content: `Прошёл ещё один день, номер ${day}.` });
}
history.push({ role: 'user', content: 'Что было вчера?' });

await using giga = new GigaChat();
const countTokens = async (texts: readonly string[]) =>
  (await giga.tokens.count({ input: texts })).map(({ tokens }) => tokens);

const byMessages = trimHistoryByMessages(history, 8);
const byTokens = await trimHistoryByTokens(history, 150, countTokens);
console.log(`${history.length} messages, by messages ${byMessages.length}, by tokens ${byTokens.length}`);
const { text } = await giga.chat.generate({ messages: byTokens });
console.log(text);
