import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { CreateContender } from './contender.ts';
import { readStreamText } from './read-ai-sdk.ts';

export const create: CreateContender = (url) =>
  readStreamText(
    createOpenAICompatible({ name: 'bench', baseURL: `${url}/v1`, apiKey: 'bench' })('GigaChat-2'),
  );
