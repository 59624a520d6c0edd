// What lies on the server: put there, listed, read back, removed.
import { GigaChat } from '@gigakit/core';

await using giga = new GigaChat();
const stored = await giga.files.upload({
  data: new TextEncoder().encode('Библиотека закрыта по понедельникам.'),
  filename: 'часы.txt',
});

const files = await giga.files.list();
for (const { id, filename, bytes } of files) console.log(id, filename, `${bytes} bytes`);

const { data, mediaType } = await giga.files.download(stored.id);
console.log(mediaType, new TextDecoder().decode(data));

const { isDeleted } = await giga.files.delete(stored.id);
console.log('deleted:', isDeleted);
