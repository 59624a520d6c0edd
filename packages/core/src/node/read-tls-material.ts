import { readFile } from 'node:fs/promises';
import { X509Certificate } from 'node:crypto';
import { InvalidRequestError } from '../errors/index.ts';
import type { ResolvedTls } from '../resolved-settings.ts';

/** The texts behind the `tls` settings. */
export interface TlsMaterial {
  /** One certificate each. */
  readonly ca: readonly string[];
  readonly cert: string | undefined;
  readonly key: string | undefined;
  readonly passphrase: string | undefined;
}

/**
 * Reads the files that the settings name.
 * @throws InvalidRequestError for a file that cannot be read or holds no certificate, naming the setting.
 */
export async function readTlsMaterial(tls: ResolvedTls): Promise<TlsMaterial> {
  const fromFile =
    tls.caFile === undefined ? [] : [{ field: 'tls.caFile', pem: await read(tls.caFile, 'tls.caFile') }];
  const given = tls.ca.map((pem) => ({ field: 'tls.ca', pem }));
  return {
    ca: [...given, ...fromFile].flatMap(({ field, pem }) => certificatesIn(pem, field)),
    cert: tls.cert ?? (tls.certFile === undefined ? undefined : await read(tls.certFile, 'tls.certFile')),
    key: tls.key ?? (tls.keyFile === undefined ? undefined : await read(tls.keyFile, 'tls.keyFile')),
    passphrase: tls.passphrase,
  };
}

async function read(path: string, field: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new InvalidRequestError(`\`${field}\` names ${path}, which cannot be read.`, {
      field,
      cause: error,
      hint: 'give the path of a PEM file that this process may read',
    });
  }
}

/** OpenSSL passes over what it cannot read in a bundle, and the mistake would show as a refused server. */
function certificatesIn(pem: string, field: string): string[] {
  const blocks: readonly string[] =
    pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0) throw notPem(field, undefined);
  try {
    return blocks.map((block) => new X509Certificate(block).toString());
  } catch (error) {
    throw notPem(field, error);
  }
}

const notPem = (field: string, cause: unknown) =>
  new InvalidRequestError(`\`${field}\` holds no PEM certificate.`, {
    field,
    cause,
    hint: 'PEM begins with -----BEGIN CERTIFICATE-----; openssl x509 -inform der -in root.cer -out root.pem converts DER',
  });
