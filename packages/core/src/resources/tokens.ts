import type { CallOptions } from '../call-options.ts';
import { InvalidRequestError, ServerError } from '../errors/index.ts';
import type { ChatModelId } from '../turn/model-id.ts';
import type { ApiContext } from './client-context.ts';
import { jsonCall } from './json-call.ts';
import { numberField, objectOf, objectsOf } from './json-fields.ts';

export interface TokenCountRequest {
  readonly input: string | readonly string[];
  /** The client's `model` when left out. */
  readonly model?: ChatModelId | undefined;
}

export interface TokenCount {
  readonly tokens: number;
  /** Unicode characters. */
  readonly characters: number;
}

export class Tokens {
  readonly #context: ApiContext;

  constructor(context: ApiContext) {
    this.#context = context;
  }

  /**
   * How many tokens each text is to a chat model, in the order given. The chat template is not counted:
   * a real prompt costs about 15 tokens more.
   * @throws InvalidRequestError when a text is not a string.
   */
  async count(request: TokenCountRequest, options?: CallOptions): Promise<TokenCount[]> {
    const input = typeof request.input === 'string' ? [request.input] : request.input;
    const wrong = input.findIndex((text) => typeof text !== 'string');
    if (wrong !== -1) {
      throw new InvalidRequestError(`input[${wrong}] must be a string.`, { field: `input[${wrong}]` });
    }
    if (input.length === 0) return [];
    const { body } = await this.#context.requestJson(
      jsonCall('tokens.count', '/tokens/count', {
        model: request.model ?? this.#context.defaults.model,
        input,
      }),
      options,
    );
    // The server answers with a bare list; a wrapped one is read as well.
    const items = objectsOf(Array.isArray(body) ? body : objectOf(body)['data']);
    if (items.length !== input.length) {
      throw new ServerError(`tokens.count: the server counted ${items.length} of ${input.length} texts.`, {
        status: 200,
        isRetryable: true,
      });
    }
    return items.map((item) => ({
      tokens: numberField(item, 'tokens') ?? 0,
      characters: numberField(item, 'characters') ?? 0,
    }));
  }
}
