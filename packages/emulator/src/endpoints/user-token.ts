import { jsonAnswer } from '../answer.ts';
import { Refusal } from '../refusal.ts';
import type { Route } from '../route.ts';
import { defaultUser } from '../state/accounts.ts';
import { decodeBasic } from './oauth.ts';

const dayMs = 86_400_000;

/** `POST /token` of corporate stands: a name and a password for a token of a day, its expiry in seconds. */
export const userToken: Route = {
  method: 'POST',
  path: 'token',
  generation: 'v1',
  access: 'basic',
  body: 'form',
  handle({ world, request }) {
    const pair = decodeBasic(request.headers.get('authorization'));
    if (pair !== `${defaultUser.user}:${defaultUser.password}`) throw new Refusal(401, 'Unauthorized');
    const issued = world.tokens.issue(pair, 'GIGACHAT_API_CORP', dayMs);
    return jsonAnswer({ tok: issued.token, exp: Math.floor(issued.expiresAtMs / 1000) });
  },
};
