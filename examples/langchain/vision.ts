// A file beside a question. Bytes and addresses are uploaded once, and sent as ids.
import { ChatGigaChat } from '@gigakit/langchain';
import { HumanMessage } from '@langchain/core/messages';

const model = new ChatGigaChat('GigaChat-2-Pro');
const charter = new TextEncoder().encode('Библиотека открыта с десяти до восьми. По понедельникам закрыто.');

const answer = await model.invoke([
  new HumanMessage({
    content: [
      { type: 'text', text: 'Когда закрыто?' },
      { type: 'file', data: charter, mimeType: 'text/plain', metadata: { filename: 'charter.txt' } },
    ],
  }),
]);
console.log(answer.text);
