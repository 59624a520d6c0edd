import type { Arrival } from './answer-request.ts';
import { maskFields } from './journal.ts';
import { readBody } from './read-body.ts';
import { Refusal } from './refusal.ts';
import type { Route } from './route.ts';

const maxBodyBytes = 32 * 1024 * 1024;

/**
 * Reads a body as its endpoint wants it and notes it in the journal. JSON that does not parse is refused
 * only when `body` is called, since a missing token is refused first.
 */
export async function readInput(
  { request, entry, world }: Arrival,
  route: Route,
): Promise<{ readonly body: () => unknown }> {
  if (route.body === 'none' || route.body === 'stream') return { body: () => undefined };
  const bytes = await readBody(request, maxBodyBytes);
  world.journal.weigh(entry, bytes.length);
  const text = new TextDecoder().decode(bytes);
  if (route.body === 'form') {
    entry.body = maskFields(new URLSearchParams(text));
    return { body: () => text };
  }
  if (route.body === 'text') {
    entry.body = text;
    return { body: () => text };
  }
  try {
    const parsed: unknown = JSON.parse(text);
    entry.body = parsed;
    return { body: () => parsed };
  } catch {
    entry.body = text;
    return {
      body: () => {
        throw new Refusal(
          400,
          route.generation === 'v2' ? 'Your request contains invalid JSON syntax.' : 'Bad request',
        );
      },
    };
  }
}
