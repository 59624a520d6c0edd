import type { CallOptions } from '../call-options.ts';
import { InvalidRequestError, isInvalidRequestError } from '../errors/index.ts';
import type { JsonObject, JsonValue } from '../turn/json.ts';
import type { FunctionTool } from '../turn/tool.ts';
import { asObject } from '../wire/read-json.ts';
import type { ApiContext } from './client-context.ts';
import { jsonCall } from './json-call.ts';
import { numberField, objectOf, objectsOf, stringField } from './json-fields.ts';
import { fromWireFunction, toWireFunction } from './wire-function.ts';

/** One remark of the server about a function. */
export interface FunctionRemark {
  readonly description: string;
  /** Where in the function: `(root)`, `parameters.properties.city`. */
  readonly location: string;
}

export interface FunctionValidation {
  readonly isValid: boolean;
  readonly message: string;
  readonly errors: readonly FunctionRemark[];
  readonly warnings: readonly FunctionRemark[];
  /** Version of the rules it was judged by. */
  readonly rulesVersion: string | undefined;
  /** The server's own object. */
  readonly raw: JsonObject;
}

export class Functions {
  readonly #context: ApiContext;

  constructor(context: ApiContext) {
    this.#context = context;
  }

  /**
   * Has the server judge a function's description, exactly as it is written. An invalid one is a result and not an
   * error, whichever status the server chooses for it.
   */
  async validate(tool: FunctionTool, options?: CallOptions): Promise<FunctionValidation> {
    const raw = await this.#context
      .requestJson(jsonCall('functions.validate', '/functions/validate', toWireFunction(tool)), options)
      .then(({ body }) => objectOf(body), readVerdict);
    const errors = readRemarks(raw['errors']);
    return {
      isValid: errors.length === 0 && (numberField(raw, 'status') ?? 200) < 400,
      message: stringField(raw, 'message') ?? '',
      errors,
      warnings: readRemarks(raw['warnings']),
      rulesVersion: stringField(raw, 'json_ai_rules_version'),
      raw,
    };
  }

  /** Makes functions of an OpenAPI document, JSON or YAML, ready for `tools`. */
  async convert(openApi: string, options?: CallOptions): Promise<FunctionTool[]> {
    if (typeof openApi !== 'string' || openApi.trim() === '') {
      throw new InvalidRequestError('openApi is empty; give the text of an OpenAPI document.', {
        field: 'openApi',
      });
    }
    const { body } = await this.#context.requestJson(
      {
        operation: 'functions.convert',
        method: 'POST',
        path: '/functions/convert',
        accept: 'application/json',
        contentType: 'text/plain; charset=utf-8',
        body: { kind: 'text', text: openApi },
      },
      options,
    );
    return objectsOf(Array.isArray(body) ? body : objectOf(body)['functions']).map(fromWireFunction);
  }
}

/** A refusal that carries remarks is the verdict itself; any other is an error. */
function readVerdict(error: unknown): JsonObject {
  if (isInvalidRequestError(error)) {
    // The body of an error is what the server sent as JSON.
    const body = asObject(error.body as JsonValue | undefined);
    if (body !== undefined && Array.isArray(body['errors'])) return body;
  }
  throw error;
}

const readRemarks = (value: JsonValue | undefined): readonly FunctionRemark[] =>
  objectsOf(value).map((remark) => ({
    description: stringField(remark, 'description') ?? '',
    location: stringField(remark, 'schema_location') ?? '',
  }));
