// What happens inside, for logs, metrics and traces. Events carry no secrets and no texts.
import { GigaChat } from '@gigakit/core';

await using giga = new GigaChat({
  onEvent: (event) => {
    switch (event.type) {
      case 'request':
        return console.log(`→ ${event.operation} attempt ${event.attempt}`);
      case 'response':
        return console.log(`← ${event.operation} ${event.status} request ${event.requestId ?? '-'}`);
      case 'stream-end':
        return console.log(`■ ${event.operation} ${event.outcome}`);
      default:
        return console.log(`· ${event.type}`);
    }
  },
});

const stream = await giga.chat.stream({ messages: [{ role: 'user', content: 'Привет!' }] });
console.log((await stream.result()).text);
