import type { EmulatorOptions } from './emulator-options.ts';
import { Refusal } from './refusal.ts';
import type { IssuedToken } from './state/token-registry.ts';
import type { World } from './world.ts';

/** @throws Refusal 401 without a token that is known and alive; with `authorization: 'none'` anything passes. */
export function authenticate(
  world: Pick<World, 'tokens' | 'now'> & { readonly options: Pick<EmulatorOptions, 'authorization'> },
  header: string | null,
): IssuedToken | undefined {
  const token = /^Bearer (.+)$/i.exec(header ?? '')?.[1];
  const issued = token === undefined ? undefined : world.tokens.find(token.trim());
  if (world.options.authorization === 'none') return issued;
  if (issued === undefined) throw new Refusal(401, 'Unauthorized');
  if (issued.expiresAtMs <= world.now()) throw new Refusal(401, 'Token has expired');
  return issued;
}
