import type { CallOptions } from '../call-options.ts';
import type { JsonObject } from '../turn/json.ts';
import type { ApiContext } from './client-context.ts';
import { objectOf, objectsOf, stringField } from './json-fields.ts';
import { pathSegment } from './path-segment.ts';

/** A model that the account may call. */
export interface Model {
  /** Without a version: answers carry `id:version`. */
  readonly id: string;
  readonly type: 'chat' | 'embedder' | 'aicheck' | 'filter' | (string & {}) | undefined;
  readonly ownedBy: string | undefined;
  /** The server's own object. */
  readonly raw: JsonObject;
}

export class Models {
  readonly #context: ApiContext;

  constructor(context: ApiContext) {
    this.#context = context;
  }

  /** Every model the account sees. One that is listed may still answer 402 when its token package is used up. */
  async list(options?: CallOptions): Promise<Model[]> {
    const { body } = await this.#context.requestJson(
      { operation: 'models.list', method: 'GET', path: '/models', accept: 'application/json' },
      options,
    );
    return objectsOf(Array.isArray(body) ? body : objectOf(body)['data']).map(readModel);
  }

  /** @throws NotFoundError when the server knows no such model (third-generation models live on `api.giga.chat` only). */
  async retrieve(id: string, options?: CallOptions): Promise<Model> {
    const { body } = await this.#context.requestJson(
      {
        operation: 'models.retrieve',
        method: 'GET',
        path: `/models/${pathSegment(id, 'id')}`,
        accept: 'application/json',
      },
      options,
    );
    return readModel(objectOf(body));
  }
}

const readModel = (raw: JsonObject): Model => ({
  id: stringField(raw, 'id') ?? '',
  type: stringField(raw, 'type'),
  ownedBy: stringField(raw, 'owned_by'),
  raw,
});
