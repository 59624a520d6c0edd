export interface Refusal {
  readonly status: number;
  readonly message: string | undefined;
  readonly url: string;
  readonly operation: string;
  readonly location: string | undefined;
}

/** What to do about a refusal of the API, where that is known. */
export function apiErrorHint(refusal: Refusal): string | undefined {
  const { status, message = '' } = refusal;
  if (status >= 300 && status < 400) return redirectHint(refusal);
  switch (status) {
    case 401:
      return 'the access token was not accepted: a token lives 30 minutes, and a key gets its own by OAuth';
    case 402:
      return 'the token package of this model is used up: `balance.retrieve()` shows what is left of which, or take another model';
    case 403:
      return refusal.operation.startsWith('balance')
        ? 'pay-as-you-go accounts have no balance; only prepaid packages do'
        : 'this account or scope may not call this method; some switches, such as profanityCheck: false, need a permission too';
    case 404:
      return notFoundHint(refusal, message);
    case 413:
      return 'shorten the prompt or the history, or send a smaller file: the server trims nothing itself';
    case 422:
      return unprocessableHint(message);
    case 429:
      return 'GigaChat limits requests in flight (1 for GIGACHAT_API_PERS, 10 by default for companies): lower maxConcurrency, and share one client between callers';
    default:
      return undefined;
  }
}

function notFoundHint({ url, operation }: Refusal, message: string): string | undefined {
  if (/no such model/i.test(message)) {
    const { hostname } = new URL(url);
    return hostname.endsWith('.devices.sberbank.ru')
      ? 'wrong host? GigaChat-3 models are served by https://api.giga.chat/v1 only, the default `baseUrl`'
      : '`models.list()` shows what this account may call; first-generation names are known to the legacy host only';
  }
  if (/function|tool/i.test(message)) {
    return 'a function without parameters is taken for a built-in one: give its description and parameters';
  }
  if (operation.startsWith('files') || operation.startsWith('images')) {
    return 'a file made under a client id (X-Client-ID) is visible under the same id only';
  }
  return message === '' ? 'check `baseUrl`: it ends in /v1, or in /api/v1 on the legacy host' : undefined;
}

function unprocessableHint(message: string): string | undefined {
  if (/must have a result|must have an assistant function call/i.test(message)) {
    return 'a tool call and its result stand next to each other in the history: trim both or neither';
  }
  if (/system message/i.test(message)) return 'one system message is allowed, and it comes first';
  if (/function result json/i.test(message)) return 'the result of a tool must be JSON';
  if (/function names?/i.test(message)) return 'function names are made of Latin letters, digits and _';
  if (/does not support functions/i.test(message))
    return 'choose a model that takes tools, such as GigaChat-2-Pro';
  return undefined;
}

function redirectHint({ url, location }: Refusal): string {
  const target = location === undefined ? undefined : URL.parse(location, url)?.host;
  return `redirects are not followed, so that the token stays here${
    target === undefined ? '' : `; the server points to ${target}`
  }: correct \`baseUrl\``;
}
