// A function of yours, run between two steps.
import { gigachat } from '@gigakit/ai-sdk';
import { generateText, isStepCount, tool } from 'ai';
import { z } from 'zod';

const weather = tool({
  description: 'Возвращает температуру в городе в градусах Цельсия',
  inputSchema: z.object({ city: z.string().describe('Название города') }),
  execute: async ({ city }) => ({ city, temperature: city.startsWith('Моск') ? -5 : 7 }),
});

const { text, steps } = await generateText({
  model: gigachat('GigaChat-2-Pro'),
  tools: { weather },
  stopWhen: isStepCount(3),
  prompt: 'Какая погода в Москве?',
});

for (const { toolName, input, output } of steps.flatMap((step) => step.toolResults)) {
  console.log(toolName, input, '->', output);
}
console.log(text);
