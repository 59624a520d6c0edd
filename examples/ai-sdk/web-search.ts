// A tool that GigaChat runs itself, with the pages it read.
import { createGigaChat } from '@gigakit/ai-sdk';
import { generateText } from 'ai';

const gigachat = createGigaChat({ api: 'v2' });

const { text, sources } = await generateText({
  model: gigachat('GigaChat-3-Ultra'),
  tools: { search: gigachat.tools.webSearch() },
  prompt: 'Найди в интернете, какая версия Python сейчас последняя',
});

console.log(text);
for (const source of sources) if (source.sourceType === 'url') console.log('-', source.title, source.url);
