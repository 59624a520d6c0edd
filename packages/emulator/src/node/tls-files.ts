import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { ServerOptions } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EmulatorTls } from '../emulator-options.ts';

export interface TlsFiles {
  readonly server: ServerOptions;
  readonly pin: string;
  readonly caFile: string;
  readonly clientCertificate: { readonly certFile: string; readonly keyFile: string } | undefined;
  remove(): Promise<void>;
}

/** Makes a chain for this host and puts what clients need into files of a directory of its own. */
export async function createTlsFiles(host: string, options: EmulatorTls): Promise<TlsFiles> {
  // Loaded here, since most emulators speak plain HTTP and need none of it; the certificate library wants its
  // metadata there first.
  await import('reflect-metadata');
  const { issueCertificates } = await import('./issue-certificates.ts');
  const chain = await issueCertificates(host);
  const directory = await mkdtemp(join(tmpdir(), 'gigakit-emulator-'));
  const write = async (name: string, text: string): Promise<string> => {
    const path = join(directory, name);
    await writeFile(path, text, { mode: 0o600 });
    return path;
  };
  const presented = {
    whole: [chain.server.certificate, chain.intermediate, chain.root],
    'without-root': [chain.server.certificate, chain.intermediate],
    'leaf-only': [chain.server.certificate],
  }[options.chain ?? 'whole'];
  const asks = options.clientCertificate === true;
  return {
    server: {
      cert: presented.join('\n'),
      key: chain.server.key,
      ...(asks ? { requestCert: true, rejectUnauthorized: true, ca: [chain.root, chain.intermediate] } : {}),
    },
    pin: chain.pin,
    caFile: await write('root.pem', chain.root),
    clientCertificate: asks
      ? {
          certFile: await write('client.pem', `${chain.client.certificate}\n${chain.intermediate}`),
          keyFile: await write('client-key.pem', chain.client.key),
        }
      : undefined,
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}
