import type { CallOptions } from '../call-options.ts';
import { InvalidRequestError } from '../errors/index.ts';
import type { JsonObject } from '../turn/json.ts';
import type { ApiContext } from './client-context.ts';
import { jsonCall } from './json-call.ts';
import { booleanField, numberField, objectOf } from './json-fields.ts';

export interface FilterCheckRequest {
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  /** `GigaFilter` by default. */
  readonly model?: string | undefined;
  /** Settings of the filter, as the server knows them. */
  readonly settings?: JsonObject | undefined;
  /** Functions of the conversation, in the wire's form. */
  readonly functions?: readonly JsonObject[] | undefined;
}

export interface FilterCheckResult {
  readonly isProfane: boolean;
  readonly usage: { readonly filterTokens: number | undefined };
  /** The server's own object. */
  readonly raw: JsonObject;
}

export class Filter {
  readonly #context: ApiContext;

  constructor(context: ApiContext) {
    this.#context = context;
  }

  /**
   * Asks the content filter about a conversation without generating anything. Corporate tariffs only.
   * @throws PermissionDeniedError where the tariff has no such method.
   */
  async check(request: FilterCheckRequest, options?: CallOptions): Promise<FilterCheckResult> {
    if (request.messages.length === 0) {
      throw new InvalidRequestError('messages is empty; give at least one message.', { field: 'messages' });
    }
    const { model = 'GigaFilter', settings, messages, functions } = request;
    const { body } = await this.#context.requestJson(
      jsonCall('filter.check', '/filter/check', { model, settings, messages, functions }),
      options,
    );
    const raw = objectOf(body);
    return {
      isProfane: booleanField(raw, 'is_profane') ?? false,
      usage: { filterTokens: numberField(objectOf(raw['usage']), 'filter_tokens') },
      raw,
    };
  }
}
