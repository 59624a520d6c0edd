import { ChatOpenAI } from '@langchain/openai';
import type { CreateContender } from './contender.ts';
import { readLangChain } from './read-langchain.ts';

export const create: CreateContender = (url) =>
  readLangChain(
    new ChatOpenAI({ model: 'GigaChat-2', apiKey: 'bench', configuration: { baseURL: `${url}/v1` } }),
  );
