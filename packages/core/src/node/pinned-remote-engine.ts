import { lookup as systemLookup } from 'node:dns';
import { Agent, buildConnector, fetch } from 'undici';
import type { RemoteEngine } from '../attachments/remote-engine.ts';

/** `dns.lookup` with `all: true`; tests put their own in its place. */
export type LookupAll = (
  hostname: string,
  done: (
    error: Error | null,
    addresses: readonly { readonly address: string; readonly family: number }[],
  ) => void,
) => void;

const lookupAll: LookupAll = (hostname, done) => systemLookup(hostname, { all: true }, done);

/** A host has an address that may not be connected to. */
class ForbiddenAddressError extends Error {
  override readonly name = 'ForbiddenAddressError';
}

/**
 * An engine whose sockets go only where `isAllowedAddress` lets them. The name is resolved once, as part of
 * connecting, and the addresses that were judged are the addresses connected to: a name server that changes its
 * answer in between has nobody to tell it to. The socket's own word is checked as well, for literal addresses.
 */
export function openPinnedRemoteEngine(
  isAllowedAddress: (address: string) => boolean,
  lookup: LookupAll = lookupAll,
): RemoteEngine {
  const connectTo = buildConnector({
    timeout: 5_000,
    lookup: (hostname, options, done) => {
      lookup(hostname, (error, addresses) => {
        if (error !== null) return done(error, '', 0);
        // One forbidden address among several is a trap, so all of them are turned down.
        const [first] = addresses;
        if (first === undefined || !addresses.every(({ address }) => isAllowedAddress(address))) {
          return done(new ForbiddenAddressError('the host is not allowed'), '', 0);
        }
        if (options.all === true)
          return done(
            null,
            addresses.map((entry) => ({ ...entry })),
          );
        return done(null, first.address, first.family);
      });
    },
  });
  const agent = new Agent({
    connect: (options, done) => {
      connectTo(options, (...result) => {
        const [error, socket] = result;
        if (error !== null) return done(error, null);
        if (!isAllowedAddress(socket.remoteAddress ?? '')) {
          socket.destroy();
          return done(new ForbiddenAddressError('the host is not allowed'), null);
        }
        return done(null, socket);
      });
    },
    bodyTimeout: 0,
    headersTimeout: 0,
  });
  return {
    fetch: (url, init) => fetch(url, { ...init, redirect: 'manual', dispatcher: agent }),
    close: () => agent.destroy(),
  };
}
