import { jsonAnswer } from '../answer.ts';
import { convertOpenApi } from '../functions/convert-open-api.ts';
import { validateFunction } from '../functions/validate-function.ts';
import type { Route } from '../route.ts';
import { textOf } from '../text-of.ts';

const common = { method: 'POST', generation: 'v1', access: 'token' } as const;

/** `POST /v1/functions/convert`: the text of an OpenAPI document for functions. */
export const convertFunctions: Route = {
  ...common,
  path: 'functions/convert',
  body: 'text',
  handle: (_exchange, { body }) => jsonAnswer({ functions: convertOpenApi(textOf(body)) }),
};

/** `POST /v1/functions/validate`: answers 200 either way, the verdict is in the message. */
export const validateFunctions: Route = {
  ...common,
  path: 'functions/validate',
  body: 'json',
  handle(_exchange, { body }) {
    const { errors, warnings } = validateFunction(body);
    return jsonAnswer({
      status: 200,
      message: errors.length === 0 ? 'Function is valid' : 'Incorrect function syntax',
      json_ai_rules_version: '1.0.5',
      ...(errors.length === 0 ? {} : { errors }),
      ...(warnings.length === 0 ? {} : { warnings }),
    });
  },
};
