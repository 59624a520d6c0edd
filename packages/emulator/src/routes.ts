import { countTokens, retrieveBalance } from './endpoints/account.ts';
import {
  createAssistant,
  deleteAssistant,
  deleteAssistantFile,
  listAssistants,
  modifyAssistant,
} from './endpoints/assistants.ts';
import { createBatch, listBatches } from './endpoints/batches.ts';
import { chatV1 } from './endpoints/chat-v1.ts';
import { chatV2 } from './endpoints/chat-v2.ts';
import { checkAuthorship, checkFilter } from './endpoints/checks.ts';
import { createEmbeddings } from './endpoints/embeddings.ts';
import { deleteFile, fileContent, listFiles, retrieveFile, uploadFile } from './endpoints/files.ts';
import { convertFunctions, validateFunctions } from './endpoints/functions.ts';
import { listModels, retrieveModel } from './endpoints/models.ts';
import { oauth } from './endpoints/oauth.ts';
import { rerunMessages, retrieveRun, runMessages, startRun } from './endpoints/thread-runs.ts';
import {
  addThreadMessages,
  createThread,
  deleteThread,
  listThreadMessages,
  listThreads,
  retrieveThreads,
} from './endpoints/threads.ts';
import { userToken } from './endpoints/user-token.ts';
import type { Route } from './route.ts';

/** Every endpoint, one row each. */
export const routes: readonly Route[] = [
  oauth,
  userToken,
  listModels,
  retrieveModel,
  chatV1,
  chatV2,
  createEmbeddings,
  countTokens,
  retrieveBalance,
  uploadFile,
  listFiles,
  retrieveFile,
  fileContent,
  deleteFile,
  checkAuthorship,
  checkFilter,
  convertFunctions,
  validateFunctions,
  createBatch,
  listBatches,
  listAssistants,
  createAssistant,
  modifyAssistant,
  deleteAssistant,
  deleteAssistantFile,
  listThreads,
  createThread,
  retrieveThreads,
  deleteThread,
  listThreadMessages,
  addThreadMessages,
  runMessages,
  rerunMessages,
  startRun,
  retrieveRun,
];
