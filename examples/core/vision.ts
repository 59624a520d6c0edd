// A picture is uploaded once and asked about twice. Here it is one that was drawn a moment before.
import { GigaChat } from '@gigakit/core';

await using giga = new GigaChat({ model: 'GigaChat-2-Max' });
const { data } = await giga.images.generate({ prompt: 'рыжий кот на крыше' });

const picture = await giga.files.upload({ data, filename: 'cat.jpg' });
for (const question of ['Что на картинке?', 'Опиши картинку одним предложением.']) {
  const turn = await giga.chat.generate({
    messages: [
      {
        role: 'user',
        content: [
          { type: 'text', text: question },
          { type: 'file', fileId: picture.id },
        ],
      },
    ],
  });
  console.log(`${question}\n  ${turn.text}`);
}
await giga.files.delete(picture.id);
