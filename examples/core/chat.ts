// The shortest conversation: `turn.message` goes straight back into the history.
import { GigaChat, type Message } from '@gigakit/core';

await using giga = new GigaChat({ model: 'GigaChat-2-Pro' });
const messages: Message[] = [{ role: 'system', content: 'Отвечай кратко.' }];

for (const question of ['Меня зовут Анна. Какая столица у Франции?', 'Как меня зовут?']) {
  messages.push({ role: 'user', content: question });
  const turn = await giga.chat.generate({ messages });
  messages.push(turn.message);
  console.log(`${question}\n  ${turn.text} (${turn.usage.totalTokens} tokens)`);
}
