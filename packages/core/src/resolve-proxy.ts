import { InvalidRequestError } from './errors/index.ts';
import type { Environment } from './read-environment.ts';
import type { ProxyRoute } from './resolved-settings.ts';

/** The proxy that was asked for, else the environment's. `false` means none. */
export function resolveProxy(
  proxy: string | false | undefined,
  environment: Environment,
): ProxyRoute | undefined {
  if (proxy === false) return undefined;
  if (proxy !== undefined) return { url: readProxyUrl(proxy, 'proxy'), bypass: [], httpsOnly: false };
  const fromEnvironment = environment('HTTPS_PROXY') ?? environment('https_proxy');
  if (fromEnvironment === undefined) return undefined;
  const bypass = environment('NO_PROXY') ?? environment('no_proxy') ?? '';
  return {
    url: readProxyUrl(fromEnvironment, 'HTTPS_PROXY'),
    bypass: bypass.split(/[\s,]+/).filter((entry) => entry !== ''),
    httpsOnly: true,
  };
}

/** The URL may hold a password, so a bad one is not quoted. */
function readProxyUrl(value: string, name: string): string {
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new InvalidRequestError(`\`${name}\` must be a URL such as http://user:password@host:3128.`, {
      field: 'proxy',
      hint: 'http and https proxies are supported',
    });
  }
  return url.href;
}
