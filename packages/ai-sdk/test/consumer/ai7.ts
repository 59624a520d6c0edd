import type { gigachat as v1 } from '@gigakit/ai-sdk/v1';
import { createGigaChat, gigachat, type GigaChatLanguageModelOptions } from '@gigakit/ai-sdk/v4';
import type { gigachat as v2 } from '@gigakit/ai-sdk/v2';
import type { gigachat as v3 } from '@gigakit/ai-sdk/v3';
import {
  createProviderRegistry,
  customProvider,
  embedMany,
  type EmbeddingModel,
  generateImage,
  generateObject,
  generateText,
  type ImageModel,
  type LanguageModel,
  stepCountIs,
  streamObject,
  streamText,
  tool,
  wrapLanguageModel,
} from 'ai7';
import { z } from 'zod';
import type { Accepts, Claim } from './accepts.js';

export type Claims = [
  Claim<Accepts<LanguageModel, ReturnType<typeof gigachat>>, true>,
  Claim<Accepts<EmbeddingModel, ReturnType<typeof gigachat.embeddingModel>>, true>,
  Claim<Accepts<ImageModel, ReturnType<typeof gigachat.imageModel>>, true>,
  Claim<Accepts<LanguageModel, ReturnType<typeof v3>>, true>,
  Claim<Accepts<LanguageModel, ReturnType<typeof v2>>, true>,
  Claim<Accepts<LanguageModel, ReturnType<typeof v1>>, false>,
];

export async function program(): Promise<string> {
  const provider = createGigaChat({ credentials: 'key', scope: 'GIGACHAT_API_CORP' });
  const model = provider('GigaChat-2-Pro');
  const weather = tool({ inputSchema: z.object({ city: z.string() }), execute: async ({ city }) => city });
  const { text, toolCalls } = await generateText({
    model,
    prompt: 'Привет',
    tools: { weather, search: provider.tools.webSearch({ searchType: 'safe_search' }) },
    stopWhen: stepCountIs(2),
    providerOptions: { gigachat: { flags: ['a'] } satisfies GigaChatLanguageModelOptions },
  });
  const city = toolCalls.find((call) => call.toolName === 'weather');
  await streamText({ model, prompt: text }).consumeStream();
  const { object } = await generateObject({ model, schema: z.object({ name: z.string() }), prompt: text });
  streamObject({ model, schema: z.object({ name: z.string() }), prompt: text });
  await embedMany({ model: gigachat.embeddingModel('Embeddings'), values: [text] });
  await generateImage({ model: gigachat.imageModel('GigaChat-2-Pro'), prompt: text });
  createProviderRegistry({ gigachat });
  customProvider({ languageModels: { fast: model }, fallbackProvider: gigachat });
  wrapLanguageModel({ model, middleware: { specificationVersion: 'v4' } });
  return object.name + String(city?.toolCallId);
}
