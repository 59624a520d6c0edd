import { createGigaChat } from '@gigakit/ai-sdk';
import type { CreateContender } from './contender.ts';
import { readStreamText } from './read-ai-sdk.ts';
import { settingsFor } from './settings-for.ts';

export const create: CreateContender = (url) =>
  readStreamText(createGigaChat(settingsFor(url))('GigaChat-2'));
