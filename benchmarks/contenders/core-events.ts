import { GigaChat } from '@gigakit/core';
import { prompt, type CreateContender } from './contender.ts';
import { settingsFor } from './settings-for.ts';

/** The stream read event by event, as most programs do. */
export const create: CreateContender = (url) => {
  const giga = new GigaChat(settingsFor(url));
  return {
    async stream(onFirst) {
      let pieces = 0;
      let text = '';
      for await (const event of await giga.chat.stream({ messages: [{ role: 'user', content: prompt }] })) {
        if (event.type !== 'text-delta') continue;
        if (pieces === 0) onFirst();
        pieces += 1;
        text += event.text;
      }
      return text === '' ? 0 : pieces;
    },
  };
};
