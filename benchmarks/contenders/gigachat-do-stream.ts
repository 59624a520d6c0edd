import { createGigaChat } from '@gigakit/ai-sdk';
import type { CreateContender } from './contender.ts';
import { readDoStream } from './read-ai-sdk.ts';
import { settingsFor } from './settings-for.ts';

export const create: CreateContender = (url) => readDoStream(createGigaChat(settingsFor(url))('GigaChat-2'));
