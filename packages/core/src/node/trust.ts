import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls';
import type { PresentedCertificate } from './presented-chain.ts';
import type { TlsMaterial } from './read-tls-material.ts';

/** What a client's connections are verified against. */
export interface Trust {
  /** Made anew when a root was adopted, so its identity tells connections made under the old one. */
  readonly context: SecureContext;
  /** Takes the pinned root out of a chain a server showed. False when it is not in there. */
  adopt(chain: readonly PresentedCertificate[]): boolean;
}

/**
 * The runtime's own roots, those of the settings, and pinned ones once they were seen. A pinned root proves
 * nothing by being shown: it only joins the roots, and the next connection is verified in full against them.
 */
export function createTrust(
  material: TlsMaterial,
  { pinnedRoots, systemRoots }: { pinnedRoots: readonly string[]; systemRoots: boolean },
): Trust {
  const adopted = new Map<string, string>();
  const createContext = () => {
    const own = [...material.ca, ...(systemRoots ? getCACertificates('system') : []), ...adopted.values()];
    return createSecureContext({
      // Node's `ca` replaces the roots it knows, so they are named again; without own ones it uses them anyway.
      ...(own.length === 0 ? {} : { ca: [...getCACertificates('default'), ...own] }),
      ...(material.cert === undefined ? {} : { cert: material.cert }),
      ...(material.key === undefined ? {} : { key: material.key }),
      ...(material.passphrase === undefined ? {} : { passphrase: material.passphrase }),
    });
  };
  let context: SecureContext | undefined;
  return {
    get context() {
      return (context ??= createContext());
    },
    adopt: (chain) => {
      const found = chain.filter(({ sha256 }) => pinnedRoots.includes(sha256));
      for (const { sha256, pem } of found) {
        if (adopted.has(sha256)) continue;
        adopted.set(sha256, pem);
        context = undefined;
      }
      return found.length > 0;
    },
  };
}
