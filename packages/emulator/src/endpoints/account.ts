import { jsonAnswer } from '../answer.ts';
import { isRecord } from '../is-record.ts';
import { Refusal } from '../refusal.ts';
import type { Route } from '../route.ts';
import { findModel } from '../state/models.ts';

/** `POST /v1/tokens/count`: a bare array; the chat template is not counted. */
export const countTokens: Route = {
  method: 'POST',
  path: 'tokens/count',
  generation: 'v1',
  access: 'token',
  body: 'json',
  handle({ world }, { body }) {
    if (!isRecord(body) || typeof body['model'] !== 'string')
      throw new Refusal(400, 'Bad request: model must be a string');
    const input = typeof body['input'] === 'string' ? [body['input']] : body['input'];
    if (!Array.isArray(input) || !input.every((text): text is string => typeof text === 'string'))
      throw new Refusal(400, 'Bad request: input must be an array of strings');
    const model = findModel(world.profile, body['model']);
    if (model === undefined || model === 'wrong-version') throw new Refusal(404, 'No such model');
    return jsonAnswer(
      input.map((text) => ({
        object: 'tokens',
        tokens: world.mind.countTokens(text),
        characters: Array.from(text).length,
      })),
    );
  },
};

/** `GET /v1/balance`: what is left of prepaid packages; accounts that pay as they go have none. */
export const retrieveBalance: Route = {
  method: 'GET',
  path: 'balance',
  generation: 'v1',
  access: 'token',
  body: 'none',
  handle({ world, token }) {
    if (token?.scope === 'GIGACHAT_API_CORP') throw new Refusal(403, 'Permission denied');
    return jsonAnswer({ balance: world.balances.list() });
  },
};
