import { failure, ok, type Verdict } from './check-result.ts';

/** What the resolver said about a name. */
export type Resolution =
  | { readonly addresses: readonly string[] }
  | { readonly code: string; readonly addresses?: never };

/** Judges what a name resolved to. */
export function checkDns(hostname: string, resolution: Resolution): Verdict {
  if (resolution.addresses !== undefined) return ok(resolution.addresses.join(', '));
  return failure(
    'dns',
    `The name ${hostname} does not resolve [${resolution.code}].`,
    resolution.code === 'EAI_AGAIN'
      ? 'Check that this machine is online and that its DNS server answers, then the spelling of GIGACHAT_BASE_URL and GIGACHAT_AUTH_URL.'
      : 'Check the spelling of GIGACHAT_BASE_URL and GIGACHAT_AUTH_URL, then the DNS server and the VPN of this machine.',
  );
}
