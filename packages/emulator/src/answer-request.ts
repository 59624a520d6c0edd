import type { Answer } from './answer.ts';
import { errorAnswer } from './answer.ts';
import { authenticate } from './authenticate.ts';
import type { Exchange } from './exchange.ts';
import { applyFaults } from './faults/apply-faults.ts';
import { pause } from './pause.ts';
import { readInput } from './read-input.ts';
import { Refusal } from './refusal.ts';
import { matchRoute, splitMount } from './route.ts';
import { routes } from './routes.ts';
import { sayAsTold } from './say-as-told.ts';
import type { IssuedToken } from './state/token-registry.ts';
import { unrouted } from './unrouted.ts';

export type Arrival = Omit<Exchange, 'token' | 'script'>;

export interface Answered {
  readonly answer: Answer;
  /** Gives back what the request held; called when the answer is whole or the client has left. */
  readonly release: () => void;
}

/** One request from its arrival to its answer, faults included. A refusal is an answer too. */
export async function answerRequest(arrival: Arrival): Promise<Answered> {
  const { world, entry, departed } = arrival;
  let release: (() => void) | undefined;
  try {
    const answer = await decide(arrival, (slot) => (release = slot)).catch((error: unknown) => {
      if (error instanceof Refusal) return refuse(arrival, error);
      throw error;
    });
    const latencyMs = world.options.latencyMs?.headers ?? 0;
    if (latencyMs > 0) await pause(latencyMs, departed);
    entry.status = answer.status;
    return { answer, release: () => release?.() };
  } catch (error) {
    release?.();
    throw error;
  }
}

/** In the server's order: path, token, concurrency, script, then the endpoint itself. */
async function decide(arrival: Arrival, hold: (slot: () => void) => void): Promise<Answer> {
  const { world, entry, request, url, departed } = arrival;
  const { generation, endpoint } = splitMount(url.pathname);
  const found = matchRoute(routes, request.method, generation, endpoint);
  const isRouted = found !== undefined && found !== 'wrong-method';
  const input = isRouted ? await readInput(arrival, found.route) : undefined;
  const token =
    isRouted && found.route.access === 'token'
      ? authenticate(world, request.headers.get('authorization'))
      : undefined;
  if (isRouted && found.route.isCounted === true) hold(takeSlot(arrival, token));
  const script = world.scripts.find(entry);
  const reply = script?.reply;
  if (reply !== undefined && reply.type !== 'answer') {
    script?.use();
    return applyFaults(sayAsTold(arrival, reply), reply.faults ?? [], departed);
  }
  if (!isRouted || input === undefined) return unrouted(generation, found === 'wrong-method');
  const scripted = reply === undefined || script === undefined ? undefined : { reply, use: script.use };
  const answer = await found.route.handle(
    { ...arrival, token, script: scripted },
    { params: found.params, body: input.body() },
  );
  script?.use();
  return applyFaults(answer, reply?.faults ?? [], departed);
}

function takeSlot({ world }: Arrival, token: IssuedToken | undefined): () => void {
  const { maxConcurrency, retryAfterSeconds } = world.options;
  const byScope = token?.scope === 'GIGACHAT_API_PERS' ? 1 : 10;
  const limit = maxConcurrency === 'scope' ? byScope : (maxConcurrency ?? Infinity);
  const slot = world.slots.take(token?.account ?? '', limit);
  if (slot !== undefined) return slot;
  throw new Refusal(429, 'Too many requests', {
    headers: retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) },
  });
}

function refuse({ entry }: Arrival, { status, code, message, headers }: Refusal): Answer {
  if (code !== undefined) return errorAnswer(status, { code, message }, headers);
  const type = entry.endpoint === 'oauth' ? { 'Content-Type': 'application/json' } : {};
  return errorAnswer(status, { status, message }, { ...type, ...headers });
}
