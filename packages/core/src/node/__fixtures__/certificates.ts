import 'reflect-metadata';
import { X509Certificate, type webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

x509.cryptoProvider.set(crypto);

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const day = 24 * 60 * 60 * 1000;

/** A certificate with the key that goes with it. */
export interface Issued {
  readonly cert: string;
  readonly key: string;
  /** As `tls.pinnedRoots` takes it. */
  readonly sha256: string;
}

interface Issuer extends Issued {
  readonly name: string;
  readonly keys: webcrypto.CryptoKeyPair;
}

export interface CertificateAuthority extends Issuer {
  /** An authority below this one. */
  issueAuthority(commonName: string): Promise<CertificateAuthority>;
  issueLeaf(options?: LeafOptions): Promise<Issued>;
}

export interface LeafOptions {
  readonly commonName?: string;
  /** Names and addresses the certificate is good for. `localhost` and 127.0.0.1 by default. */
  readonly dns?: readonly string[];
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  readonly usage?: 'server' | 'client';
}

/** A root of its own, as the national one is: in nobody's store. */
export const createRoot = (commonName = 'Test Root CA'): Promise<CertificateAuthority> => createAuthority(commonName);

async function createAuthority(commonName: string, issuer?: Issuer): Promise<CertificateAuthority> {
  const self = await issue(`CN=${commonName}, O=gigakit tests`, issuer, [
    new x509.BasicConstraintsExtension(true, undefined, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
  ]);
  return {
    ...self,
    issueAuthority: (name) => createAuthority(name, self),
    issueLeaf: ({ commonName: name = 'localhost', dns = ['localhost'], usage = 'server', ...validity } = {}) =>
      issue(
        `CN=${name}, O=gigakit tests`,
        self,
        [
          new x509.SubjectAlternativeNameExtension([
            ...dns.map((value) => ({ type: 'dns' as const, value })),
            ...(dns.includes('localhost') ? [{ type: 'ip' as const, value: '127.0.0.1' }] : []),
          ]),
          new x509.ExtendedKeyUsageExtension([
            usage === 'server' ? x509.ExtendedKeyUsage.serverAuth : x509.ExtendedKeyUsage.clientAuth,
          ]),
        ],
        validity,
      ),
  };
}

async function issue(
  name: string,
  issuer: Issuer | undefined,
  extensions: x509.Extension[],
  { notBefore = new Date(Date.now() - day), notAfter = new Date(Date.now() + day) }: LeafOptions = {},
): Promise<Issuer> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: crypto.randomUUID().replaceAll('-', ''),
    subject: name,
    issuer: issuer?.name ?? name,
    publicKey: keys.publicKey,
    signingKey: issuer?.keys.privateKey ?? keys.privateKey,
    signingAlgorithm: algorithm,
    notBefore,
    notAfter,
    extensions,
  });
  const cert = certificate.toString('pem');
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  return {
    name,
    keys,
    cert,
    key: x509.PemConverter.encode(pkcs8, 'PRIVATE KEY'),
    sha256: new X509Certificate(cert).fingerprint256,
  };
}
