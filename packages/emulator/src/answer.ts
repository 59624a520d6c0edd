/** What an endpoint gives back, before the faults and the profile's headers. */
export interface Answer {
  readonly status: number;
  /** Win over the headers of the profile. */
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes are sent with their length; a sequence is sent in chunks as it comes. */
  readonly body: Uint8Array | AsyncIterable<Uint8Array>;
}

const encoder = new TextEncoder();

/** Compact UTF-8 JSON with nothing escaped, as the server sends it. */
export function jsonAnswer(value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status: 200,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
    body: encoder.encode(JSON.stringify(value)),
  };
}

/** Errors end with one line feed after the compact JSON; recorded lengths show it. */
export function errorAnswer(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
    body: encoder.encode(`${JSON.stringify(body)}\n`),
  };
}
