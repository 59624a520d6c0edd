import { InvalidRequestError } from './errors/index.ts';
import type { Environment } from './read-environment.ts';
import type { ResolvedTls } from './resolved-settings.ts';
import type { TlsSettings } from './settings.ts';
import { readBoolean } from './setting-readers.ts';
import { russianTrustedRoot } from './transport/russian-trusted-root.ts';

/** The `tls` settings with the environment under them. Files are read later, by the engine that can. */
export function resolveTls(tls: TlsSettings = {}, environment: Environment): ResolvedTls {
  const verifyVariable = environment('GIGACHAT_VERIFY_SSL_CERTS');
  const cert = {
    text: tls.cert,
    file: tls.certFile ?? ifAbsent(tls.cert, environment('GIGACHAT_CERT_FILE')),
  };
  const key = { text: tls.key, file: tls.keyFile ?? ifAbsent(tls.key, environment('GIGACHAT_KEY_FILE')) };
  const hasCert = cert.text !== undefined || cert.file !== undefined;
  const hasKey = key.text !== undefined || key.file !== undefined;
  if (!hasCert && hasKey) {
    throw new InvalidRequestError('`tls.key` was given without `tls.cert`.', {
      field: 'tls.cert',
      hint: 'mutual TLS needs both: `tls.certFile` and `tls.keyFile` (GIGACHAT_CERT_FILE, GIGACHAT_KEY_FILE)',
    });
  }
  return {
    ca: tls.ca === undefined ? [] : typeof tls.ca === 'string' ? [tls.ca] : tls.ca.map(asPem),
    caFile: tls.caFile ?? environment('GIGACHAT_CA_BUNDLE_FILE'),
    cert: cert.text,
    certFile: cert.file,
    // One file often holds both.
    key: key.text ?? (hasKey ? undefined : cert.text),
    keyFile: key.file ?? (hasKey ? undefined : cert.file),
    passphrase: tls.passphrase ?? environment('GIGACHAT_KEY_FILE_PASSWORD'),
    pinnedRoots: (tls.pinnedRoots ?? [russianTrustedRoot]).map(asFingerprint),
    systemRoots: tls.systemRoots ?? false,
    verify:
      tls.verify ??
      (verifyVariable === undefined
        ? true
        : readBoolean(verifyVariable, { field: 'tls.verify', variable: 'GIGACHAT_VERIFY_SSL_CERTS' })),
  };
}

const ifAbsent = (given: string | undefined, fallback: string | undefined) =>
  given === undefined ? fallback : undefined;

function asPem(text: unknown): string {
  if (typeof text !== 'string') {
    throw new InvalidRequestError('`tls.ca` must be PEM text, or a list of PEM texts.', { field: 'tls.ca' });
  }
  return text;
}

function asFingerprint(text: unknown): string {
  const hex = typeof text === 'string' ? text.replace(/[:\s]/g, '').toLowerCase() : '';
  if (!/^[0-9a-f]{64}$/.test(hex)) {
    throw new InvalidRequestError(
      '`tls.pinnedRoots` must hold SHA-256 fingerprints: 64 hexadecimal digits each.',
      {
        field: 'tls.pinnedRoots',
        hint: 'openssl x509 -noout -fingerprint -sha256 -in root.pem prints one',
      },
    );
  }
  return hex;
}
