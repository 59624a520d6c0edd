import { Buffer } from 'node:buffer';
import { jsonAnswer } from '../answer.ts';
import { Refusal } from '../refusal.ts';
import type { Route } from '../route.ts';
import { allScopes, defaultAccount } from '../state/accounts.ts';
import type { World } from '../world.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** `POST /api/v2/oauth`: an authorization key and a scope for a token of half an hour. */
export const oauth: Route = {
  method: 'POST',
  path: 'oauth',
  generation: 'v2',
  access: 'basic',
  body: 'form',
  handle({ world, request }, { body }) {
    countRequest(world);
    const id = request.headers.get('rquid');
    if (id === null || !uuid.test(id)) throw new Refusal(400, 'RqUID must be a UUID');
    const pair = decodeBasic(request.headers.get('authorization'));
    if (pair === undefined) throw new Refusal(400, "Can't decode 'Authorization' header", { code: 4 });
    const account = [defaultAccount, ...(world.options.accounts ?? [])].find(
      (known) => decodeBasic(`Basic ${known.credentials}`) === pair,
    );
    if (account === undefined) throw new Refusal(401, "credentials doesn't match db data", { code: 6 });
    const scope = new URLSearchParams(String(body)).get('scope') ?? '';
    if (scope === '') throw new Refusal(400, 'scope is empty', { code: 5 });
    if (!allScopes.includes(scope)) throw new Refusal(400, 'scope data format invalid', { code: 1 });
    if (!(account.scopes ?? allScopes).includes(scope))
      throw new Refusal(400, 'scope from db not fully includes consumed scope', { code: 7 });
    const issued = world.tokens.issue(pair, scope, world.options.tokenLifetimeMs ?? 1_800_000);
    // The sign-in host names no charset.
    return jsonAnswer(
      { access_token: issued.token, expires_at: issued.expiresAtMs },
      { 'Content-Type': 'application/json' },
    );
  },
};

/** The pair behind a Basic header; undefined when it is not base64 of `a:b`. */
export function decodeBasic(header: string | null): string | undefined {
  const encoded = /^Basic\s+([A-Za-z0-9+/_-]+={0,2})$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const pair = Buffer.from(encoded, 'base64').toString('utf8');
  return /^[^:\0-\x1f\ufffd]+:[^\0-\x1f\ufffd]+$/.test(pair) ? pair : undefined;
}

function countRequest(world: World): void {
  const limit = world.options.tokenRequestsPerSecond;
  if (limit === undefined) return;
  const now = world.now();
  const recent = world.tokenRequestTimes.filter((at) => at > now - 1000);
  recent.push(now);
  world.tokenRequestTimes.splice(0, Infinity, ...recent);
  if (recent.length > limit) throw new Refusal(429, 'Too many requests');
}
