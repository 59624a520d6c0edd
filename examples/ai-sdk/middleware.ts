// Defaults for every call of a model, and a line in the log for each.
import { gigachat } from '@gigakit/ai-sdk';
import { defaultSettingsMiddleware, generateText, type LanguageModelMiddleware, wrapLanguageModel } from 'ai';

const log: LanguageModelMiddleware = {
  specificationVersion: 'v4',
  wrapGenerate: async ({ doGenerate, params }) => {
    const result = await doGenerate();
    console.log(`temperature ${params.temperature}: ${result.usage.outputTokens.total} tokens written`);
    return result;
  },
};

const model = wrapLanguageModel({
  model: gigachat('GigaChat-2-Pro'),
  middleware: [defaultSettingsMiddleware({ settings: { temperature: 0.2, maxOutputTokens: 200 } }), log],
});

const { text } = await generateText({ model, prompt: 'Назови три цвета' });
console.log(text);
