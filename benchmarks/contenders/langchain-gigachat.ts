import { GigaChat } from 'langchain-gigachat';
import type { CreateContender } from './contender.ts';
import { readLangChain } from './read-langchain.ts';

/** Whole answers only: its stream breaks where a network chunk ends inside an event, and takes the process with it. */
export const create: CreateContender = (url) =>
  readLangChain(new GigaChat({ baseUrl: `${url}/v1`, accessToken: 'bench', model: 'GigaChat-2' }));
