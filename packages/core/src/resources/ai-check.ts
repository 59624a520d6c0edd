import type { CallOptions } from '../call-options.ts';
import { InvalidRequestError } from '../errors/index.ts';
import type { JsonObject } from '../turn/json.ts';
import { asArray, asNumber } from '../wire/read-json.ts';
import type { ApiContext } from './client-context.ts';
import { jsonCall } from './json-call.ts';
import { numberField, objectOf, stringField } from './json-fields.ts';

export interface AiCheckRequest {
  /** Russian text of at least 20 words. */
  readonly input: string;
  /** `GigaCheckDetection` by default: it also says where. `GigaCheckClassification` judges the text as a whole. */
  readonly model?: 'GigaCheckDetection' | 'GigaCheckClassification' | (string & {}) | undefined;
}

export interface AiCheckResult {
  readonly category: 'ai' | 'human' | 'mixed' | (string & {});
  readonly characters: number | undefined;
  readonly tokens: number | undefined;
  /** Stretches written by a machine, as offsets of characters: start and end. */
  readonly aiIntervals: readonly (readonly [start: number, end: number])[];
  /** The server's own object. */
  readonly raw: JsonObject;
}

export class AiCheck {
  readonly #context: ApiContext;

  constructor(context: ApiContext) {
    this.#context = context;
  }

  /**
   * Judges whether a text was written by a person. Corporate tariffs only.
   * @throws PermissionDeniedError where the tariff has no such method.
   */
  async create(request: AiCheckRequest, options?: CallOptions): Promise<AiCheckResult> {
    if (typeof request.input !== 'string' || request.input === '') {
      throw new InvalidRequestError('input is empty; give the text to judge.', { field: 'input' });
    }
    const { body } = await this.#context.requestJson(
      jsonCall('aiCheck.create', '/ai/check', {
        input: request.input,
        model: request.model ?? 'GigaCheckDetection',
      }),
      options,
    );
    const raw = objectOf(body);
    return {
      category: stringField(raw, 'category') ?? '',
      characters: numberField(raw, 'characters'),
      tokens: numberField(raw, 'tokens'),
      aiIntervals: asArray(raw['ai_intervals']).flatMap((interval) => {
        const [start, end] = asArray(interval).map(asNumber);
        return start === undefined || end === undefined ? [] : [[start, end] as const];
      }),
      raw,
    };
  }
}
