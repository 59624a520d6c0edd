import { isIP } from 'node:net';
import type { GigaChatError } from '../errors/index.ts';
import { connectionErrorOf } from '../transport/connection-error-of.ts';
import type { EngineSettings } from '../transport/http-engine.ts';
import { bypassesProxy } from './bypasses-proxy.ts';
import { createConnector } from './create-connector.ts';
import { createTunnels } from './open-tunnel.ts';
import { presentedChain, type PresentedCertificate } from './presented-chain.ts';
import { readTlsMaterial } from './read-tls-material.ts';

/** How a connection to one host goes, as a client of the same settings would make it. */
export interface HostInspection {
  /** Why a client does not connect; `undefined` when it does. */
  readonly failure: GigaChatError | undefined;
  /** The certificates the host shows, leaf first; empty over plain http, and when they could not be looked at. */
  readonly chain: readonly PresentedCertificate[];
}

/**
 * Connects to the host of a URL under a client's settings, proxy and pinned roots included, and looks at the
 * certificates it shows. No request is sent, and every connection is closed again. A failure is returned, never thrown.
 */
export async function inspectHost(url: string, settings: EngineSettings): Promise<HostInspection> {
  const failure = await failureOf(url, settings);
  const chain = url.startsWith('https:') ? await look(url, settings).catch(() => []) : [];
  return { failure, chain };
}

/** Whether a client of these settings reaches the host of a URL through its proxy. */
export function goesThroughProxy(url: string, { proxy }: Pick<EngineSettings, 'proxy'>): boolean {
  const { hostname, protocol, port } = new URL(url);
  if (proxy === undefined || (proxy.httpsOnly && protocol !== 'https:')) return false;
  return !bypassesProxy(hostname, port === '' ? (protocol === 'https:' ? '443' : '80') : port, proxy.bypass);
}

async function failureOf(url: string, settings: EngineSettings): Promise<GigaChatError | undefined> {
  const { hostname, protocol, port } = new URL(url);
  const connector = createConnector(settings);
  try {
    return await new Promise<GigaChatError | undefined>((resolve) => {
      connector.connect({ hostname: withoutBrackets(hostname), protocol, port }, (error, socket) => {
        socket?.on('error', () => {}).destroy();
        resolve(error === null ? undefined : connectionErrorOf(error, { url }, 'connect', 'undici'));
      });
    });
  } finally {
    await connector.close();
  }
}

async function look(url: string, settings: EngineSettings): Promise<readonly PresentedCertificate[]> {
  const { hostname: bracketed, port: written } = new URL(url);
  const hostname = withoutBrackets(bracketed);
  const port = written === '' ? '443' : written;
  const target = {
    hostname,
    port: Number(port),
    servername: isIP(hostname) === 0 ? hostname : undefined,
  };
  if (settings.proxy === undefined || !goesThroughProxy(url, settings)) {
    return presentedChain({ ...target, socket: undefined });
  }
  const { ca } = await readTlsMaterial(settings.tls);
  const tunnels = createTunnels(settings.proxy.url, ca);
  try {
    return await presentedChain({ ...target, socket: await tunnels.open(hostname, port) });
  } finally {
    await tunnels.close();
  }
}

/** As an IPv6 address is written outside a URL. */
const withoutBrackets = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');
