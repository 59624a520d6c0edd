import type { Answer } from './answer.ts';
import type { Exchange } from './exchange.ts';

/** What an endpoint is, as one row of the table. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** Without the mount; `:id` stands for one segment. */
  readonly path: string;
  /** Which mounts it lives under: `/v1` and `/api/v1`, or `/v2` and `/api/v2`. */
  readonly generation: 'v1' | 'v2';
  /** `basic` endpoints check the header themselves. */
  readonly access: 'token' | 'basic';
  /** How the body is read before the endpoint runs; `stream` leaves it to the endpoint. */
  readonly body: 'json' | 'form' | 'text' | 'none' | 'stream';
  /** Takes one of the account's concurrent requests while it is answered. */
  readonly isCounted?: boolean;
  handle(exchange: Exchange, input: RouteInput): Answer | Promise<Answer>;
}

export interface RouteInput {
  readonly params: Readonly<Record<string, string>>;
  /** Parsed JSON, or the text of a `text` or `form` body. */
  readonly body: unknown;
}

export interface RouteMatch {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

const mount = /^\/(?:api\/)?(v1|v2)(?:\/(.*))?$/;

/** Takes the mount off a path: `/api/v1/files` is `files` of v1. */
export function splitMount(path: string): { generation: 'v1' | 'v2' | undefined; endpoint: string } {
  const found = mount.exec(path);
  if (found === null) return { generation: undefined, endpoint: path.replace(/^\//, '') };
  return {
    generation: found[1] === 'v2' ? 'v2' : 'v1',
    endpoint: (found[2] ?? '').replace(/\/$/, ''),
  };
}

/** The row that answers; `wrong-method` when only other methods have one there. */
export function matchRoute(
  routes: readonly Route[],
  method: string,
  generation: 'v1' | 'v2' | undefined,
  endpoint: string,
): RouteMatch | 'wrong-method' | undefined {
  const segments = endpoint.split('/');
  let isKnownPath = false;
  for (const route of routes) {
    if (route.generation !== generation) continue;
    const params = matchSegments(route.path.split('/'), segments);
    if (params === undefined) continue;
    if (route.method === method) return { route, params };
    isKnownPath = true;
  }
  return isKnownPath ? 'wrong-method' : undefined;
}

function matchSegments(
  pattern: readonly string[],
  segments: readonly string[],
): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const actual = segments[index] ?? '';
    if (!expected.startsWith(':')) {
      if (expected !== actual) return undefined;
    } else if (actual === '') return undefined;
    else params[expected.slice(1)] = decodeSegment(actual);
  }
  return params;
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
