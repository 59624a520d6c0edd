/** One request as the fetch saw it. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: string;
  readonly signal: AbortSignal;
}

export interface ScriptedFetch {
  readonly fetch: typeof globalThis.fetch;
  readonly seen: readonly SeenRequest[];
  /** How many requests went to a path. */
  count(path: string): number;
}

/** A fetch without a network: every request is answered by the function given, in the order of arrival. */
export function scriptedFetch(answer: (request: SeenRequest) => Response | Promise<Response>): ScriptedFetch {
  const seen: SeenRequest[] = [];
  return {
    seen,
    count: (path) => seen.filter((request) => request.path === path).length,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const entry = {
        method: request.method,
        url: request.url,
        path: new URL(request.url).pathname,
        headers: request.headers,
        body: await request.text(),
        signal: request.signal,
      };
      seen.push(entry);
      request.signal.throwIfAborted();
      return answer(entry);
    },
  };
}

/** GigaChat's own error shape. */
export const refusal = (status: number, message: string, headers: Record<string, string> = {}): Response =>
  Response.json({ status, message }, { status, headers });
