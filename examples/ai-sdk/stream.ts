// An answer as it is made.
import { gigachat } from '@gigakit/ai-sdk';
import { streamText } from 'ai';

const { textStream, usage } = streamText({
  model: gigachat('GigaChat-2-Pro'),
  prompt: 'Напиши стихотворение про зиму',
});

for await (const piece of textStream) process.stdout.write(piece);
console.log(`\n${(await usage).totalTokens} tokens`);
