import type { Emulator } from '../emulator-options.ts';

export interface ApiCall {
  readonly method?: 'GET' | 'POST';
  readonly json?: unknown;
  readonly body?: NonNullable<RequestInit['body']>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly scope?: string;
  /** `null` sends none. */
  readonly token?: string | null;
  readonly signal?: AbortSignal;
}

/** One request to the API in process, with a token unless told otherwise. POST when there is something to send. */
export function callApi(emulator: Emulator, path: string, call: ApiCall = {}): Promise<Response> {
  const { json, scope, token, signal } = call;
  const body = json === undefined ? call.body : JSON.stringify(json);
  const bearer = token === undefined ? emulator.issueToken(scope === undefined ? {} : { scope }) : token;
  return emulator.fetch(`https://api.giga.chat${path}`, {
    method: call.method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { ...(bearer === null ? {} : { Authorization: `Bearer ${bearer}` }), ...call.headers },
    ...(body === undefined ? {} : { body }),
    ...(signal === undefined ? {} : { signal }),
  });
}

/** Status and parsed body, for refusals and small answers. */
export async function statusAndBody(response: Response): Promise<{ status: number; body: unknown }> {
  const text = await response.text();
  return { status: response.status, body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text };
}

export const hello = [{ role: 'user', content: 'Привет' }];
export const helloV2 = [{ role: 'user', content: [{ text: 'Привет' }] }];
