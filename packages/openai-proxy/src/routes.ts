import { handleChatCompletion } from './chat-completions/handler.ts';
import { handleEmbeddings } from './embeddings/handler.ts';
import type { Handler } from './exchange.ts';
import { deleteFile, fileContent, listFiles, retrieveFile, uploadFile } from './files/handler.ts';
import { handleImageGeneration } from './images/handler.ts';
import { listModels, modelInfo, retrieveModel } from './models/handler.ts';
import { handleResponse } from './responses/handler.ts';

export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Without `/v1`, which may stand in front or not. */
  readonly path: string;
  readonly handle: Handler;
}

export const routes: readonly Route[] = [
  { method: 'POST', path: '/chat/completions', handle: handleChatCompletion },
  { method: 'POST', path: '/responses', handle: handleResponse },
  { method: 'POST', path: '/embeddings', handle: handleEmbeddings },
  { method: 'POST', path: '/images/generations', handle: handleImageGeneration },
  { method: 'GET', path: '/models', handle: listModels },
  { method: 'GET', path: '/models/:id', handle: retrieveModel },
  { method: 'GET', path: '/model/info', handle: modelInfo },
  { method: 'POST', path: '/files', handle: uploadFile },
  { method: 'GET', path: '/files', handle: listFiles },
  { method: 'GET', path: '/files/:id', handle: retrieveFile },
  { method: 'GET', path: '/files/:id/content', handle: fileContent },
  { method: 'DELETE', path: '/files/:id', handle: deleteFile },
];

/** OpenAI has them, GigaChat has nothing to answer them with. */
export const unsupportedPaths: readonly string[] = [
  '/completions',
  '/audio/*',
  '/moderations',
  '/fine_tuning/*',
  '/assistants',
  '/assistants/*',
  '/threads',
  '/threads/*',
  '/batches',
  '/batches/*',
  '/vector_stores',
  '/vector_stores/*',
  '/uploads',
  '/uploads/*',
  '/images/edits',
  '/images/variations',
  '/responses/*',
  '/chat/completions/*',
  '/conversations',
  '/conversations/*',
  '/realtime',
  '/realtime/*',
  '/videos',
  '/videos/*',
  '/evals',
  '/containers',
];
