import type { Socket } from 'node:net';
import { buildConnector } from 'undici';
import type { EngineSettings } from '../transport/http-engine.ts';
import { bypassesProxy } from './bypasses-proxy.ts';
import { createTunnels, type Tunnels } from './open-tunnel.ts';
import { presentedChain, type PresentedCertificate } from './presented-chain.ts';
import { readTlsMaterial } from './read-tls-material.ts';
import { createTrust, type Trust } from './trust.ts';
import { trustError } from './trust-error.ts';

type Connect = buildConnector.connector;
type Target = buildConnector.Options;

export interface Connector {
  readonly connect: Connect;
  close(): Promise<void>;
}

/** How OpenSSL says that it does not know the root. */
const unknownRoot: ReadonlySet<string> = new Set([
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/**
 * Opens sockets the way the settings say. A host is first verified as any other. Only when its root is unknown is
 * its chain looked at, over a connection of its own that carries nothing; if a pinned root is in there, it joins
 * the roots and the host is verified again, in full. So a host the runtime trusts already costs nothing extra.
 */
export function createConnector(settings: EngineSettings): Connector {
  const { tls, proxy } = settings;
  let loading: Promise<{ trust: Trust; tunnels: Tunnels | undefined }> | undefined;
  const load = async () => {
    const material = await readTlsMaterial(tls);
    return {
      trust: createTrust(material, tls),
      tunnels: proxy === undefined ? undefined : createTunnels(proxy.url, material.ca),
    };
  };
  const plain = buildConnector({ allowH2: false });
  let secure: { readonly context: Trust['context']; readonly connect: Connect } | undefined;
  const looks = new Map<string, Promise<readonly PresentedCertificate[]>>();

  const open = async (target: Target): Promise<Socket> => {
    // A file that could not be read is read again by the next call: it may be there by then.
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    const { trust, tunnels } = await loading;
    const tunnel = async () =>
      tunnels !== undefined && goesThroughProxy(target, settings)
        ? tunnels.open(target.hostname, portOf(target))
        : undefined;

    if (target.protocol !== 'https:') return (await tunnel()) ?? promised(plain, target);

    const openSecure = async () => {
      const { context } = trust;
      if (secure?.context !== context) {
        secure = {
          context,
          connect: buildConnector({ allowH2: false, secureContext: context, rejectUnauthorized: tls.verify }),
        };
      }
      const { connect } = secure;
      const httpSocket = await tunnel();
      return promised(connect, httpSocket === undefined ? target : { ...target, httpSocket });
    };

    const { context } = trust;
    try {
      return await openSecure();
    } catch (error) {
      const code = codeOf(error);
      if (code === undefined || !unknownRoot.has(code)) throw error;
      // A neighbour connection has adopted the root meanwhile.
      if (trust.context !== context) return openSecure();
      const host = `${target.hostname}:${portOf(target)}`;
      const refuse = (chain: readonly PresentedCertificate[] | undefined) =>
        trustError({ host, code, cause: error, pinnedRoots: tls.pinnedRoots, chain });
      if (tls.pinnedRoots.length === 0) throw refuse(undefined);
      const chain = await look(host, target, tunnel).catch(() => undefined);
      if (chain === undefined || !trust.adopt(chain)) throw refuse(chain);
      return openSecure().catch((again: unknown) => {
        const codeAgain = codeOf(again);
        if (codeAgain === undefined || !unknownRoot.has(codeAgain)) throw again;
        throw trustError({ host, code: codeAgain, cause: again, pinnedRoots: tls.pinnedRoots, chain });
      });
    }
  };

  /** Connections that fail together look once. */
  const look = (host: string, target: Target, tunnel: () => Promise<Socket | undefined>) => {
    const running = looks.get(host);
    if (running !== undefined) return running;
    const looking = (async () => {
      const { hostname, servername } = target;
      return presentedChain({ hostname, port: Number(portOf(target)), servername, socket: await tunnel() });
    })().finally(() => looks.delete(host));
    looks.set(host, looking);
    return looking;
  };

  return {
    connect: (target, callback) => {
      void (async () => {
        let socket: Socket;
        try {
          socket = await open(target);
        } catch (error) {
          callback(error instanceof Error ? error : new Error(String(error)), null);
          return;
        }
        callback(null, socket);
      })();
    },
    close: async () => {
      const loaded = await loading?.catch(() => undefined);
      await loaded?.tunnels?.close();
    },
  };
}

const portOf = ({ port, protocol }: Target): string =>
  port === '' || port === undefined ? (protocol === 'https:' ? '443' : '80') : port;

const goesThroughProxy = (target: Target, { proxy }: EngineSettings): boolean =>
  proxy !== undefined &&
  (!proxy.httpsOnly || target.protocol === 'https:') &&
  !bypassesProxy(target.hostname, portOf(target), proxy.bypass);

const promised = (connect: Connect, target: Target): Promise<Socket> =>
  new Promise((resolve, reject) => {
    connect(target, (error, socket) => {
      if (error === null) resolve(socket);
      else reject(error);
    });
  });

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
