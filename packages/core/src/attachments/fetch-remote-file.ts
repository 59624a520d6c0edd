import { openRemoteEngine } from '#remote-engine';
import { ConnectionError, InvalidRequestError, PayloadTooLargeError, TimeoutError } from '../errors/index.ts';
import type { AttachmentSettings } from '../settings.ts';
import { joinChunks } from './join-chunks.ts';
import { isPrecise, plainMediaType } from './media-types.ts';
import { plainBytes } from './plain-bytes.ts';
import { isPublicAddress } from './public-address.ts';
import type { OpenRemoteEngine, RemoteEngine, RemoteResponse } from './remote-engine.ts';
import { judgeRemoteUrl, notPublic } from './remote-guard.ts';
import { sizeLimits } from './size-limits.ts';
import { sniffMediaType } from './sniff-media-type.ts';

/** Which addresses are fetched from, and how much of what they say is taken. */
export interface RemoteFilePolicy {
  /** `public` by default. See `attachments.remote` in the settings. */
  readonly remote?: AttachmentSettings['remote'];
  /** `false` leaves https only. `true` by default. */
  readonly allowHttp?: boolean | undefined;
  /** Largest body taken, in bytes after decompression. 40 MB by default. */
  readonly maxBytes?: number | undefined;
  /** Milliseconds for everything: names, redirects, body. 20 000 by default. */
  readonly timeoutMs?: number | undefined;
  /** Redirects followed, each checked like the first address. 3 by default. */
  readonly maxRedirects?: number | undefined;
}

export interface FetchRemoteOptions {
  readonly signal?: AbortSignal | undefined;
  /** What errors call the address: a path in the request. `url` by default. */
  readonly field?: string | undefined;
  /** Another way to the network, for tests and unusual runtimes. The checks of names stay. */
  readonly openEngine?: OpenRemoteEngine | undefined;
}

export interface RemoteFile {
  readonly data: Uint8Array<ArrayBuffer>;
  /** Told from the bytes, else as the server states it. */
  readonly mediaType: string;
  /** The last part of the address, when it looks like a name. */
  readonly filename: string | undefined;
  /** Where the last redirect led. */
  readonly url: string;
}

/**
 * Fetches a file from an address that a stranger may have named. Private, loopback, link-local and metadata
 * addresses are refused, by name and, on Node, by what the name resolves to; redirects are checked hop by hop; no
 * credentials, cookies or client headers are sent; size and time are bounded.
 *
 * @throws InvalidRequestError when the address is refused, does not exist, or answers with an error.
 * @throws PayloadTooLargeError above `maxBytes`; TimeoutError after `timeoutMs`; ConnectionError when it does not answer.
 */
export async function fetchRemoteFile(
  url: string | URL,
  policy: RemoteFilePolicy = {},
  options: FetchRemoteOptions = {},
): Promise<RemoteFile> {
  const field = options.field ?? 'url';
  const timeoutMs = policy.timeoutMs ?? 20_000;
  const deadline = AbortSignal.timeout(timeoutMs);
  const signal = options.signal === undefined ? deadline : AbortSignal.any([options.signal, deadline]);
  const open = options.openEngine ?? openRemoteEngine;
  let address = parseUrl(url, field);
  let phase: 'headers' | 'idle' = 'headers';
  try {
    for (let hop = 0; hop <= (policy.maxRedirects ?? 3); hop += 1) {
      const verdict = await judgeRemoteUrl(address, {
        remote: policy.remote ?? 'public',
        allowHttp: policy.allowHttp ?? true,
      });
      if (!verdict.isAllowed) throw refused(field, verdict.reason);
      const engine = open(verdict.addresses === 'any' ? () => true : isPublicAddress);
      try {
        const response = await ask(engine, address, signal, field);
        const location = redirectOf(response);
        if (location === undefined) {
          phase = 'idle';
          return await readFile(response, address, policy.maxBytes ?? sizeLimits.text.bytes, field);
        }
        address = parseUrl(location, field, address);
      } finally {
        await engine.close();
      }
    }
    throw refused(field, `it redirects more than ${policy.maxRedirects ?? 3} times`);
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!deadline.aborted) throw error;
    throw new TimeoutError(`${field} was not fetched within ${timeoutMs} ms.`, { phase, timeoutMs });
  }
}

const refused = (field: string, reason: string) =>
  new InvalidRequestError(`${field} cannot be fetched: ${reason}.`, { field });

function parseUrl(url: string | URL, field: string, base?: URL): URL {
  const parsed = URL.parse(String(url), base?.href);
  if (parsed === null) throw refused(field, 'it is not an absolute URL');
  return parsed;
}

async function ask(
  engine: RemoteEngine,
  address: URL,
  signal: AbortSignal,
  field: string,
): Promise<RemoteResponse> {
  try {
    return await engine.fetch(address, { headers: { accept: '*/*', 'user-agent': 'gigakit' }, signal });
  } catch (error) {
    signal.throwIfAborted();
    if (isUnknownOrForbidden(error)) throw refused(field, notPublic);
    throw new ConnectionError(`${field} could not be fetched: ${address.host} did not answer.`, {
      cause: error,
    });
  }
}

/** A name that does not exist and one that leads inside are told apart by nobody but us. */
function isUnknownOrForbidden(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause.name === 'ForbiddenAddressError') return true;
    if ('code' in cause && ['ENOTFOUND', 'EAI_AGAIN', 'ENODATA'].includes(String(cause.code))) return true;
  }
  return false;
}

const redirectOf = ({ status, headers }: RemoteResponse): string | undefined =>
  [301, 302, 303, 307, 308].includes(status) ? (headers.get('location') ?? undefined) : undefined;

async function readFile(
  response: RemoteResponse,
  address: URL,
  maxBytes: number,
  field: string,
): Promise<RemoteFile> {
  const { status, headers, body } = response;
  if (status < 200 || status > 299) throw refused(field, `${address.host} answered ${status}`);
  const tooLarge = () =>
    new PayloadTooLargeError(`${field} leads to a file of more than ${maxBytes} bytes, which is the limit.`);
  if (Number(headers.get('content-length') ?? 0) > maxBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of body ?? []) {
      length += chunk.byteLength;
      if (length > maxBytes) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof PayloadTooLargeError) throw cause;
    throw new ConnectionError(`${field} could not be fetched: ${address.host} broke off.`, { cause });
  }
  const data = plainBytes(joinChunks(chunks));
  const stated = headers.get('content-type') ?? undefined;
  return {
    data,
    mediaType:
      sniffMediaType(data) ?? (isPrecise(stated) ? plainMediaType(stated) : 'application/octet-stream'),
    filename: filenameOf(address),
    url: address.href,
  };
}

function filenameOf({ pathname }: URL): string | undefined {
  const last = pathname.slice(pathname.lastIndexOf('/') + 1);
  try {
    const name = decodeURIComponent(last);
    return /^[^/\\\p{Cc}]+\.\w{1,8}$/u.test(name) ? name : undefined;
  } catch {
    return undefined;
  }
}
