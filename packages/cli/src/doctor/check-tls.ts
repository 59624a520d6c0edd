import { X509Certificate } from 'node:crypto';
import { isConnectionError } from '@gigakit/core';
import type { HostInspection, PresentedCertificate } from '@gigakit/core/node';
import { describeError } from '../describe-error.ts';
import { asSentence } from './as-sentence.ts';
import { failure, ok, skip, warning, type Verdict } from './check-result.ts';

export interface TlsFacts extends HostInspection {
  readonly url: string;
  readonly nowMs: number;
  /** Lower-case hex. */
  readonly pinnedRoots: readonly string[];
  readonly isVerified: boolean;
}

const unknownRoot: ReadonlySet<string | undefined> = new Set([
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** Judges the certificates of a host, and says who issued them. */
export function checkTls(facts: TlsFacts): Verdict {
  const { url, chain, isVerified } = facts;
  if (facts.failure !== undefined) return failureVerdict(facts.failure, facts);
  const { protocol, hostname } = new URL(url);
  if (protocol === 'http:') {
    if (/^(localhost|127\.|\[::1\])/.test(hostname)) return skip('plain http on this machine');
    return warning(
      'plain-http',
      'The connection is plain http: the key and every text can be read on the way.',
      'Use https in GIGACHAT_BASE_URL and GIGACHAT_AUTH_URL.',
    );
  }
  if (!isVerified) {
    return warning(
      'verification-off',
      `Verification is off, so anybody may answer in place of ${hostname}. ${chainWords(chain)}`,
      'Unset GIGACHAT_VERIFY_SSL_CERTS, and give a root of your own as GIGACHAT_CA_BUNDLE_FILE.',
    );
  }
  const isPinned = chain.some(({ sha256 }) => facts.pinnedRoots.includes(sha256));
  return ok(`${isPinned ? 'verified against the pinned root' : 'verified'}. ${chainWords(chain)}`);
}

function failureVerdict(error: NonNullable<HostInspection['failure']>, facts: TlsFacts): Verdict {
  const { message, hint = 'check the address and the port' } = describeError(error);
  const code = isConnectionError(error) ? error.code : undefined;
  if (code === 'CERT_NOT_YET_VALID' || code === 'CERT_HAS_EXPIRED') {
    return failure('clock-skew', validityWords(facts), 'Set the clock of this machine, then run this again.');
  }
  if (message.includes('proxy')) return failure('proxy-refused', message, asSentence(hint));
  return failure(unknownRoot.has(code) ? 'unknown-ca' : 'tls', message, asSentence(hint));
}

function validityWords({ chain, nowMs, url }: TlsFacts): string {
  const now = `this machine believes it is ${day(nowMs)}`;
  const [leaf] = chain;
  if (leaf === undefined) return `The certificate of ${new URL(url).host} is not valid now; ${now}.`;
  const { validFrom, validTo } = new X509Certificate(leaf.pem);
  return `The certificate of ${new URL(url).host} is valid from ${day(Date.parse(validFrom))} to ${day(Date.parse(validTo))}; ${now}.`;
}

function chainWords(chain: readonly PresentedCertificate[]): string {
  const [leaf] = chain;
  const last = chain.at(-1);
  if (leaf === undefined || last === undefined) return 'The chain could not be looked at.';
  const { issuer, validTo } = new X509Certificate(leaf.pem);
  return `Issued by ${commonName(issuer)}, valid to ${day(Date.parse(validTo))}; the chain ends in ${commonName(last.subject)}, SHA-256 ${fingerprint(last.sha256)}.`;
}

const commonName = (name: string): string => /CN=([^\n,]+)/.exec(name)?.[1] ?? name.replaceAll('\n', ', ');

const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** As `openssl x509 -fingerprint` prints it. */
const fingerprint = (hex: string): string => (hex.match(/../g) ?? []).join(':').toUpperCase();
