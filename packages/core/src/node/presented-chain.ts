import { connect, type DetailedPeerCertificate } from 'node:tls';
import type { Socket } from 'node:net';
import { X509Certificate } from 'node:crypto';

/** One certificate as a server showed it. */
export interface PresentedCertificate {
  readonly subject: string;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly pem: string;
}

export interface ProbeTarget {
  readonly hostname: string;
  readonly port: number;
  /** Undefined for addresses, which have no name to ask for. */
  readonly servername: string | undefined;
  /** A tunnel through a proxy, when there is one. */
  readonly socket: Socket | undefined;
}

/** How long a server may take to show its certificates. */
const probeTimeoutMs = 10_000;

/**
 * The certificates a server shows, leaf first. Nothing is sent over this connection and nothing is trusted by it:
 * it is for looking only, and is closed at once.
 */
export function presentedChain(target: ProbeTarget): Promise<readonly PresentedCertificate[]> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      host: target.hostname,
      port: target.port,
      ...(target.servername === undefined ? {} : { servername: target.servername }),
      ...(target.socket === undefined ? {} : { socket: target.socket }),
      rejectUnauthorized: false,
    });
    const timer = setTimeout(
      () => socket.destroy(new Error('The TLS handshake took too long.')),
      probeTimeoutMs,
    );
    socket.once('close', () => clearTimeout(timer));
    socket.once('error', reject);
    socket.once('secureConnect', () => {
      resolve(chainOf(socket.getPeerCertificate(true)));
      socket.destroy();
    });
  });
}

/** The last certificate points to itself. */
function chainOf(leaf: DetailedPeerCertificate): PresentedCertificate[] {
  const chain: PresentedCertificate[] = [];
  let current: DetailedPeerCertificate | undefined = leaf;
  while (current?.raw !== undefined) {
    const certificate = new X509Certificate(current.raw);
    const sha256 = certificate.fingerprint256.replaceAll(':', '').toLowerCase();
    if (chain.some((seen) => seen.sha256 === sha256)) break;
    chain.push({ subject: certificate.subject.replaceAll('\n', ', '), sha256, pem: certificate.toString() });
    current = current.issuerCertificate;
  }
  return chain;
}
