import { createGigaChat, gigachat, type GigaChatLanguageModelOptions } from '@gigakit/ai-sdk/v1';
import type { gigachat as v4 } from '@gigakit/ai-sdk/v4';
import {
  createProviderRegistry,
  customProvider,
  embedMany,
  type EmbeddingModel,
  experimental_generateImage,
  generateObject,
  generateText,
  type ImageModel,
  type LanguageModelV1,
  streamObject,
  streamText,
  tool,
  wrapLanguageModel,
} from 'ai4';
import { z } from 'zod';
import type { Accepts, Claim } from './accepts.js';

export type Claims = [
  Claim<Accepts<LanguageModelV1, ReturnType<typeof gigachat>>, true>,
  Claim<Accepts<EmbeddingModel<string>, ReturnType<typeof gigachat.embeddingModel>>, true>,
  Claim<Accepts<ImageModel, ReturnType<typeof gigachat.imageModel>>, true>,
  Claim<Accepts<LanguageModelV1, ReturnType<typeof v4>>, false>,
];

export async function program(): Promise<string> {
  const provider = createGigaChat({ credentials: 'key', scope: 'GIGACHAT_API_CORP' });
  const model = provider('GigaChat-2-Pro', { reasoningEffort: 'low' });
  const weather = tool({ parameters: z.object({ city: z.string() }), execute: async ({ city }) => city });
  const { text } = await generateText({
    model,
    prompt: 'Привет',
    tools: { weather, search: provider.tools.webSearch() },
    maxSteps: 2,
    providerOptions: { gigachat: { flags: ['a'] } satisfies GigaChatLanguageModelOptions },
  });
  await streamText({ model, prompt: text }).consumeStream();
  const { object } = await generateObject({ model, schema: z.object({ name: z.string() }), prompt: text });
  streamObject({ model, schema: z.object({ name: z.string() }), prompt: text });
  await embedMany({ model: gigachat.textEmbeddingModel('Embeddings'), values: [text] });
  await experimental_generateImage({ model: gigachat.imageModel('GigaChat-2-Pro'), prompt: text });
  createProviderRegistry({ gigachat });
  customProvider({ languageModels: { fast: model }, fallbackProvider: gigachat });
  wrapLanguageModel({ model, middleware: {} });
  return object.name;
}
