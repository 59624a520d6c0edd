import { failure, ok, type Verdict } from './check-result.ts';

/** Judges whether a port takes connections; `code` says why it does not. */
export function checkTcp(host: string, code: string | undefined): Verdict {
  if (code === undefined) return ok('takes connections');
  return failure(
    'unreachable',
    `${host} takes no connections [${code}].`,
    host.endsWith(':9443')
      ? 'Open port 9443 in the firewall, which signing in needs, or set HTTPS_PROXY.'
      : 'Check the address and the port, then the firewall, the VPN, and whether this network needs HTTPS_PROXY.',
  );
}
