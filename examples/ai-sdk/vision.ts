// A file is uploaded once and asked about twice.
import { gigachat } from '@gigakit/ai-sdk';
import { generateText, uploadFile } from 'ai';

const { providerReference: reference } = await uploadFile({
  api: gigachat,
  data: {
    type: 'text',
    text: 'Библиотека закрыта по понедельникам. В остальные дни она открыта с 10 до 20.',
  },
  filename: 'часы.txt',
});

for (const question of ['Когда библиотека закрыта?', 'До которого часа она открыта?']) {
  const { text } = await generateText({
    model: gigachat('GigaChat-2-Pro'),
    messages: [
      {
        role: 'user',
        content: [
          { type: 'text', text: question },
          { type: 'file', data: { type: 'reference', reference }, mediaType: 'text/plain' },
        ],
      },
    ],
  });
  console.log(`${question}\n  ${text}`);
}
