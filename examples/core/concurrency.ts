// Many prompts at once through one client: the queue keeps to what the account allows, first come, first served.
import { GigaChat } from '@gigakit/core';

let waited = 0;
await using giga = new GigaChat({
  maxConcurrency: 2,
  onEvent: (event) => {
    if (event.type === 'queue' && event.waitedMs !== undefined) waited += 1;
  },
});

const countries = ['Франции', 'Италии', 'Испании', 'Японии', 'Индии', 'Германии'];
const answers = await Promise.all(
  countries.map(async (country) => {
    const content = `Какая столица у ${country}?`;
    const { text } = await giga.chat.generate({ messages: [{ role: 'user', content }] });
    return `${country}: ${text}`;
  }),
);
for (const answer of answers) console.log(answer);
console.log(`${answers.length} answers, two at a time; ${waited} waited`);
