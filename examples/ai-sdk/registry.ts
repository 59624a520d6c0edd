// Models under names of your own, from one place.
import { createGigaChat } from '@gigakit/ai-sdk';
import { createProviderRegistry, customProvider, generateText } from 'ai';

const gigachat = createGigaChat({ scope: 'GIGACHAT_API_PERS', timeoutMs: 60_000 });

const registry = createProviderRegistry({
  sber: customProvider({
    languageModels: { fast: gigachat('GigaChat-2'), strong: gigachat('GigaChat-2-Max') },
    fallbackProvider: gigachat,
  }),
});

for (const name of ['sber:fast', 'sber:strong', 'sber:GigaChat-2-Pro'] as const) {
  const { text, response } = await generateText({ model: registry.languageModel(name), prompt: 'Привет!' });
  console.log(`${name} (${response.modelId}): ${text}`);
}
