import type { CallOptions } from '../call-options.ts';
import type { ApiContext } from './client-context.ts';
import { numberField, objectOf, objectsOf, stringField } from './json-fields.ts';

/** What is left of one token package. */
export interface BalanceEntry {
  /** The tariff's name of the model: chat models as they are called, embedders in lower case. */
  readonly model: string;
  /** Tokens left. */
  readonly tokens: number;
}

export class Balance {
  readonly #context: ApiContext;

  constructor(context: ApiContext) {
    this.#context = context;
  }

  /**
   * Tokens left in every package of the account.
   * @throws PermissionDeniedError on pay-as-you-go tariffs, which have no packages.
   */
  async retrieve(options?: CallOptions): Promise<BalanceEntry[]> {
    const { body } = await this.#context.requestJson(
      { operation: 'balance.retrieve', method: 'GET', path: '/balance', accept: 'application/json' },
      options,
    );
    const items = objectsOf(Array.isArray(body) ? body : objectOf(body)['balance']);
    return items.map((item) => ({
      model: stringField(item, 'usage') ?? '',
      tokens: numberField(item, 'value') ?? 0,
    }));
  }
}
