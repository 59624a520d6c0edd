import { GigaChat, InvalidRequestError, isAuthenticationError, type GigaChatSettings } from '@gigakit/core';

/** Settings of a connection, which a ready client has already settled for itself. */
const connectionKeys = [
  'credentials',
  'clientId',
  'clientSecret',
  'accessToken',
  'user',
  'password',
  'scope',
  'api',
  'baseUrl',
  'baseUrlV2',
  'authUrl',
  'tls',
  'proxy',
  'retry',
  'maxConcurrency',
  'tokenStore',
  'fetch',
  'headers',
  'attachments',
  'onEvent',
] as const satisfies readonly (keyof GigaChatSettings)[];

/** Settings that every call can name again, so that they may stand beside a ready client. */
const callKeys = ['model', 'timeoutMs', 'maxRetries', 'sessionId', 'profanityCheck'] as const;

export interface ClientFields extends GigaChatSettings {
  readonly client?: GigaChat | undefined;
  readonly apiKey?: GigaChatSettings['credentials'];
  readonly modelName?: string | undefined;
  /** Seconds. */
  readonly timeout?: number | undefined;
  readonly onFailedAttempt?: ((error: Error) => unknown) | undefined;
}

/**
 * The client, made now so that a wrong setting is told at once; only a key that cannot be right waits for the first
 * call, since programs are put together, and tested, without one.
 * @throws InvalidRequestError for a setting that cannot be right.
 */
export function clientSource(fields: ClientFields): () => GigaChat {
  let client: GigaChat | undefined;
  try {
    client = clientFromFields(fields);
  } catch (error) {
    if (!isAuthenticationError(error)) throw error;
  }
  return () => (client ??= clientFromFields(fields));
}

/**
 * The ready client, or a new one from the fields.
 * @throws InvalidRequestError when a ready client comes with settings of a connection: one of the two would be ignored.
 */
function clientFromFields(fields: ClientFields): GigaChat {
  if (fields.client !== undefined) {
    for (const key of [...connectionKeys, 'apiKey'] as const) {
      if (fields[key] === undefined) continue;
      throw new InvalidRequestError(
        `${key} cannot be set beside client: the client has settled it already. Set it there, or leave client out.`,
        { field: key },
      );
    }
    return fields.client;
  }
  const settings: Record<string, unknown> = {};
  for (const key of [...connectionKeys, ...callKeys]) {
    if (fields[key] !== undefined) settings[key] = fields[key];
  }
  settings['credentials'] ??= fields.apiKey;
  settings['model'] ??= fields.modelName;
  settings['timeoutMs'] ??= timeoutMsOf(fields);
  if (fields.onFailedAttempt !== undefined) {
    settings['retry'] = withHook(fields.retry, fields.onFailedAttempt);
  }
  return new GigaChat(settings);
}

export const timeoutMsOf = (fields: ClientFields): number | undefined =>
  fields.timeoutMs ?? (fields.timeout === undefined ? undefined : fields.timeout * 1000);

/** LangChain's hook hears each failed attempt, and stops the retrying by throwing. */
function withHook(
  retry: GigaChatSettings['retry'],
  onFailedAttempt: (error: Error) => unknown,
): GigaChatSettings['retry'] {
  return {
    ...retry,
    isRetryable: (error, attempt) => {
      try {
        onFailedAttempt(error instanceof Error ? error : new Error(String(error)));
      } catch {
        return false;
      }
      return retry?.isRetryable?.(error, attempt);
    },
  };
}
