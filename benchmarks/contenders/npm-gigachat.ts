import { GigaChat } from 'gigachat';
import { prompt, type CreateContender } from './contender.ts';

/** No streams: one breaks where a network chunk ends inside an event, and takes the process with it. */
export const create: CreateContender = (url) => {
  const giga = new GigaChat({ baseUrl: `${url}/v1`, accessToken: 'bench', model: 'GigaChat-2' });
  const messages = [{ role: 'user', content: prompt }];
  return {
    async answer() {
      await giga.chat({ messages });
      return 1;
    },
    async embed(texts) {
      // It sends what it is given in one request; the server takes 90 at most.
      let vectors = 0;
      for (let offset = 0; offset < texts.length; offset += 90) {
        vectors += (await giga.embeddings(texts.slice(offset, offset + 90))).data.length;
      }
      return vectors;
    },
  };
};
