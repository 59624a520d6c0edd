import { answerHeaders } from './answer-headers.ts';
import type { Arrival } from './answer-request.ts';
import { answerRequest } from './answer-request.ts';
import type { Emulator, EmulatorOptions } from './emulator-options.ts';
import type { OpenEntry } from './journal.ts';
import { maskFields, maskHeaders } from './journal.ts';
import { splitMount } from './route.ts';
import { defaultAccount, defaultUser } from './state/accounts.ts';
import { sendBody } from './send-body.ts';
import { createIds } from './state/ids.ts';
import { createWorld } from './world.ts';

/** A GigaChat API in process. Nothing leaves it: `fetch` routes by path alone, whatever the host. */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const tokenIds = createIds(options.seed ?? 1);
  let world = createWorld(options, tokenIds);
  // Held on to, since the signal of a Request hears of an abort only while the Request itself is alive.
  const answering = new Set<Request>();

  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const arrival = arrive(request);
    const { entry } = arrival;
    const departure = new AbortController();
    const onAbort = (): void => departure.abort(request.signal.reason);
    request.signal.addEventListener('abort', onAbort, { once: true });
    answering.add(request);
    let release: (() => void) | undefined;
    let isSettled = false;
    const settle = (isWhole: boolean): void => {
      if (isSettled) return;
      isSettled = true;
      request.signal.removeEventListener('abort', onAbort);
      answering.delete(request);
      entry.isAborted = !isWhole;
      release?.();
    };
    try {
      const answered = await answerRequest({ ...arrival, departed: departure.signal });
      ({ release } = answered);
      departure.signal.throwIfAborted();
      const { status, headers, body } = answered.answer;
      const all = { ...answerHeaders(arrival.world.profile, arrival, status), ...headers };
      return sendBody({ status, headers: all, body }, departure, settle);
    } catch (error) {
      settle(false);
      throw error;
    }
  };

  const arrive = (request: Request): Omit<Arrival, 'departed'> => {
    const url = new URL(request.url);
    const entry: OpenEntry = {
      method: request.method,
      path: url.pathname,
      endpoint: splitMount(url.pathname).endpoint,
      query: maskFields(url.searchParams),
      headers: maskHeaders(request.headers),
      body: undefined,
      at: world.now(),
      status: undefined,
      isAborted: false,
    };
    world.journal.add(entry);
    return {
      world,
      request,
      url,
      entry,
      requestId: request.headers.get('x-request-id') ?? world.ids.uuid(),
      sessionId: request.headers.get('x-session-id') ?? world.ids.uuid(),
      clientId: request.headers.get('x-client-id') ?? undefined,
    };
  };

  return {
    fetch,
    credentials: defaultAccount.credentials,
    ...defaultUser,
    get journal() {
      return world.journal.entries;
    },
    get inFlight() {
      return answering.size;
    },
    issueToken: ({ scope = 'GIGACHAT_API_PERS', lifetimeMs = options.tokenLifetimeMs ?? 1_800_000 } = {}) =>
      world.tokens.issue('issued', scope, lifetimeMs).token,
    enqueue: (...replies) => world.scripts.enqueue(...replies),
    when: (match, reply) => world.scripts.when(match, reply),
    once: (match, reply) => world.scripts.once(match, reply),
    reset() {
      world = createWorld(options, tokenIds);
    },
  };
}
