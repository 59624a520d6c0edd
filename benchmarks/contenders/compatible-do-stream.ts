import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { CreateContender } from './contender.ts';
import { readDoStream } from './read-ai-sdk.ts';

export const create: CreateContender = (url) =>
  readDoStream(
    createOpenAICompatible({ name: 'bench', baseURL: `${url}/v1`, apiKey: 'bench' })('GigaChat-2'),
  );
