import type { webcrypto } from 'node:crypto';
import { X509Certificate } from 'node:crypto';
import * as x509 from '@peculiar/x509';

export interface IssuedCertificate {
  /** PEM. */
  readonly certificate: string;
  /** PEM, PKCS #8. */
  readonly key: string;
}

export interface CertificateChain {
  readonly root: string;
  /** SHA-256 fingerprint of the root, as `tls.pinnedRoots` takes it. */
  readonly pin: string;
  readonly intermediate: string;
  readonly server: IssuedCertificate;
  readonly client: IssuedCertificate;
}

interface Authority {
  readonly name: string;
  readonly keys: webcrypto.CryptoKeyPair;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const dayMs = 86_400_000;

/** A root of its own, an authority below it, and one certificate each for the server and a client. */
export async function issueCertificates(host: string): Promise<CertificateChain> {
  x509.cryptoProvider.set(crypto);
  const root = await issue('gigakit emulator root', undefined, authorityExtensions());
  const intermediate = await issue('gigakit emulator authority', root.authority, authorityExtensions());
  const server = await issue('localhost', intermediate.authority, [
    new x509.SubjectAlternativeNameExtension([
      { type: 'dns', value: 'localhost' },
      { type: 'ip', value: '127.0.0.1' },
      { type: 'ip', value: '::1' },
      ...(/^[\d.:a-f]+$/i.test(host)
        ? [{ type: 'ip' as const, value: host }]
        : [{ type: 'dns' as const, value: host }]),
    ]),
    new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
  ]);
  const client = await issue('gigakit emulator client', intermediate.authority, [
    new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.clientAuth]),
  ]);
  return {
    root: root.certificate,
    pin: new X509Certificate(root.certificate).fingerprint256,
    intermediate: intermediate.certificate,
    server,
    client,
  };
}

function authorityExtensions(): x509.Extension[] {
  return [
    new x509.BasicConstraintsExtension(true, undefined, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
  ];
}

async function issue(
  commonName: string,
  issuer: Authority | undefined,
  extensions: x509.Extension[],
): Promise<IssuedCertificate & { readonly authority: Authority }> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const name = `CN=${commonName}, O=gigakit`;
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: crypto.randomUUID().replaceAll('-', ''),
    subject: name,
    issuer: issuer?.name ?? name,
    publicKey: keys.publicKey,
    signingKey: (issuer?.keys ?? keys).privateKey,
    signingAlgorithm: algorithm,
    notBefore: new Date(Date.now() - dayMs),
    notAfter: new Date(Date.now() + 30 * dayMs),
    extensions,
  });
  const key = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  return {
    certificate: certificate.toString('pem'),
    key: x509.PemConverter.encode(key, 'PRIVATE KEY'),
    authority: { name, keys },
  };
}
