// The shortest conversation. The key comes from GIGACHAT_CREDENTIALS, the model from GIGACHAT_MODEL.
import { ChatGigaChat } from '@gigakit/langchain';

const model = new ChatGigaChat({ temperature: 0.7 });

const answer = await model.invoke([
  { role: 'system', content: 'Отвечай одним предложением.' },
  { role: 'user', content: 'Сколько будет 12 + 30?' },
]);

console.log(answer.text);
console.log('tokens:', answer.usage_metadata);
