// Several questions at once, and a second model for when the first is not available.
import { ChatGigaChat } from '@gigakit/langchain';

const first = new ChatGigaChat('GigaChat-2', { maxRetries: 1 });
const model = first.withFallbacks([new ChatGigaChat('GigaChat-2-Pro', { client: first.client })]);

const answers = await model.batch(['Сколько будет 2 + 2?', 'Сколько будет 20 - 3?', 'Сколько будет 6 * 7?']);
for (const answer of answers) console.log(answer.text);
