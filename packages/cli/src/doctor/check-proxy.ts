import { failure, ok, type Verdict } from './check-result.ts';

/** Judges the way to the proxy: `code` says why it was not reached. The proxy's password is never repeated. */
export function checkProxy(proxyHost: string | undefined, code: string | undefined): Verdict {
  if (proxyHost === undefined) return ok('none: connections are made directly');
  if (code === undefined) return ok(`${proxyHost} takes connections`);
  return failure(
    'proxy-down',
    `The proxy ${proxyHost} cannot be reached [${code}].`,
    'Correct or unset HTTPS_PROXY, or name the hosts in NO_PROXY when they are reachable directly.',
  );
}
