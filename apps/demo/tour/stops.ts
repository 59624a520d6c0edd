import type { Stop } from './stop.ts';
import { chatAiSdk } from './stops/chat-ai-sdk.ts';
import { chatLangChain } from './stops/chat-langchain.ts';
import { drawingAiSdk } from './stops/drawing-ai-sdk.ts';
import { embeddingsAiSdk } from './stops/embeddings-ai-sdk.ts';
import { objectLangChain } from './stops/object-langchain.ts';
import { ragLangChain } from './stops/rag-langchain.ts';
import { toolsAiSdk } from './stops/tools-ai-sdk.ts';
import { toolsLangChain } from './stops/tools-langchain.ts';

/** The tour, in the order it is walked. */
export const stops: readonly Stop[] = [
  chatAiSdk,
  chatLangChain,
  toolsAiSdk,
  toolsLangChain,
  objectLangChain,
  drawingAiSdk,
  embeddingsAiSdk,
  ragLangChain,
];
