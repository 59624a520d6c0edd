import { ConnectionError } from '../errors/index.ts';
import { russianTrustedRoot } from '../transport/russian-trusted-root.ts';
import type { PresentedCertificate } from './presented-chain.ts';

export interface RefusedChain {
  readonly host: string;
  readonly code: string;
  readonly cause: unknown;
  readonly pinnedRoots: readonly string[];
  /** What the server showed; undefined when it could not be looked at. */
  readonly chain: readonly PresentedCertificate[] | undefined;
}

const rootUrl = 'https://gu-st.ru/content/lending/russian_trusted_root_ca_pem.crt';

/** Says why a chain is not trusted, and what to do about it. */
export function trustError({ host, code, cause, pinnedRoots, chain }: RefusedChain): ConnectionError {
  const last = chain?.at(-1);
  const seen =
    last === undefined
      ? ''
      : ` The chain it sent ends in ${last.subject}, SHA-256 ${fingerprint(last.sha256)}.`;
  return new ConnectionError(`The certificate of ${host} is not trusted [${code}].${seen}`, {
    code,
    cause,
    isRetryable: false,
    hint:
      code === 'SELF_SIGNED_CERT_IN_CHAIN' || code === 'DEPTH_ZERO_SELF_SIGNED_CERT'
        ? `that root is neither known to this runtime nor pinned. Behind a proxy that opens TLS, give the company's root as \`tls.caFile\` (GIGACHAT_CA_BUNDLE_FILE); anywhere else somebody may be listening`
        : missingRootHint(pinnedRoots),
  });
}

function missingRootHint(pinnedRoots: readonly string[]): string {
  if (pinnedRoots.includes(russianTrustedRoot)) {
    return `the server did not send its root: download ${rootUrl}, check that its SHA-256 is ${fingerprint(russianTrustedRoot)}, and give it as \`tls.caFile\` (GIGACHAT_CA_BUNDLE_FILE)`;
  }
  const wanted = pinnedRoots.length === 0 ? '' : ` with SHA-256 ${pinnedRoots.map(fingerprint).join(' or ')}`;
  return `the server did not send its root: give the root certificate${wanted} as \`tls.caFile\` (GIGACHAT_CA_BUNDLE_FILE)`;
}

/** As `openssl x509 -fingerprint` prints it. */
const fingerprint = (hex: string) => (hex.match(/../g) ?? []).join(':').toUpperCase();
