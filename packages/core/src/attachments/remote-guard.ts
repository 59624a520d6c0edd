import type { AttachmentSettings } from '../settings.ts';
import { isAddress, isPublicAddress } from './public-address.ts';

/** What the guard makes of a URL. `reason` is for the caller who named the URL. */
export type RemoteVerdict =
  | { readonly isAllowed: true; readonly addresses: 'public' | 'any' }
  | { readonly isAllowed: false; readonly reason: string };

export interface RemoteRules {
  readonly remote: NonNullable<AttachmentSettings['remote']>;
  /** `false` leaves https only. */
  readonly allowHttp: boolean;
}

/**
 * Judges a URL by its looks: scheme, port, credentials, host. Names that pass are judged again by the addresses they
 * resolve to, where the runtime lets us see those. Every hop of a redirect comes through here.
 */
export async function judgeRemoteUrl(url: URL, rules: RemoteRules): Promise<RemoteVerdict> {
  const { remote } = rules;
  if (remote === 'off') return refuse('fetching files by URL is switched off (attachments.remote)');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && rules.allowHttp)) {
    return refuse(`only ${rules.allowHttp ? 'http: and https:' : 'https:'} addresses are fetched`);
  }
  if (url.username !== '' || url.password !== '') return refuse('an address with a user name is not fetched');
  const decision = remote === 'public' ? true : await remote(url);
  if (decision === false) return refuse('attachments.remote does not allow it');
  if (decision === 'any-address') return { isAllowed: true, addresses: 'any' };
  // The URL parser has dropped a default port already.
  if (url.port !== '') return refuse('only the default ports, 80 and 443, are fetched from');
  return isPublicHost(url.hostname) ? { isAllowed: true, addresses: 'public' } : refuse(notPublic);
}

/** The same words whether the host is private or does not exist, so that nobody maps a network by asking. */
export const notPublic = 'its host is not a public one';

const refuse = (reason: string): RemoteVerdict => ({ isAllowed: false, reason });

// Endings that never leave a machine or a site. `.internal` holds the metadata service of Google's cloud.
const localEndings = [
  'localhost',
  'local',
  'internal',
  'intranet',
  'lan',
  'home',
  'corp',
  'home.arpa',
  'test',
  'invalid',
  'onion',
];

function isPublicHost(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  if (isAddress(host)) return isPublicAddress(host);
  // A name without a dot is completed by the search domain of the machine: an intranet's.
  return host.includes('.') && !localEndings.some((ending) => host.endsWith(`.${ending}`));
}
