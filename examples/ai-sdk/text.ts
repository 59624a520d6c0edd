// One question, one answer, and what it cost.
import { gigachat } from '@gigakit/ai-sdk';
import { generateText } from 'ai';

const { text, usage, finishReason } = await generateText({
  model: gigachat('GigaChat-2-Pro'),
  instructions: 'Отвечай одним предложением.',
  prompt: 'Какая столица у Франции?',
});

console.log(text);
console.log(`${finishReason}: ${usage.inputTokens} tokens read, ${usage.outputTokens} written`);
