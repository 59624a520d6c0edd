import { ChatGigaChat } from '@gigakit/langchain';
import type { CreateContender } from './contender.ts';
import { readLangChain } from './read-langchain.ts';
import { settingsFor } from './settings-for.ts';

export const create: CreateContender = (url) => readLangChain(new ChatGigaChat(settingsFor(url)));
