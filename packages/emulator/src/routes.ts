import { chatV1 } from './endpoints/chat-v1.ts';
import { chatV2 } from './endpoints/chat-v2.ts';
import { listModels, retrieveModel } from './endpoints/models.ts';
import { oauth } from './endpoints/oauth.ts';
import { userToken } from './endpoints/user-token.ts';
import type { Route } from './route.ts';

/** Every endpoint, one row each. */
export const routes: readonly Route[] = [oauth, userToken, listModels, retrieveModel, chatV1, chatV2];
