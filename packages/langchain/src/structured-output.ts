import { InvalidRequestError } from '@gigakit/core';
import type { JsonSchema } from '@gigakit/core/turn';
import type {
  BaseLanguageModelInput,
  StructuredOutputMethodOptions,
} from '@langchain/core/language_models/base';
import {
  assembleStructuredOutputPipeline,
  createContentParser,
  createFunctionCallingParser,
} from '@langchain/core/language_models/structured_output';
import type { AIMessageChunk } from '@langchain/core/messages';
import { OutputParserException } from '@langchain/core/output_parsers';
import { JsonOutputKeyToolsParser } from '@langchain/core/output_parsers/openai_tools';
import type { ChatGeneration } from '@langchain/core/outputs';
import type { Runnable } from '@langchain/core/runnables';
import type { SerializableSchema } from '@langchain/core/utils/standard_schema';
import { getSchemaDescription, isInteropZodSchema, type InteropZodType } from '@langchain/core/utils/types';
import type { ChatGigaChatCallOptions } from './chat-gigachat-options.ts';
import { isBlock } from './convert/to-content-part.ts';
import { toSchema } from './convert/to-turn-tools.ts';

/** Zod 3, Zod 4, Standard Schema, JSON Schema, or `{ name, description, parameters }` around a JSON Schema. */
export type OutputSchema<Output extends object> =
  | InteropZodType<Output>
  | SerializableSchema<Output>
  | Record<string, unknown>;

type BoundModel = Runnable<BaseLanguageModelInput, AIMessageChunk, ChatGigaChatCallOptions>;

interface BindableModel {
  bindTools(tools: readonly Record<string, unknown>[], options: Partial<ChatGigaChatCallOptions>): BoundModel;
  withConfig(config: Partial<ChatGigaChatCallOptions>): BoundModel;
}

const methods = ['functionCalling', 'jsonSchema', 'jsonMode'] as const;

/**
 * The model, asked for an object of that shape, and the parser of its answer. `functionCalling` forces one function;
 * `jsonSchema` and `jsonMode` are the API's own `response_format`, since it has no JSON mode without a schema.
 * @throws InvalidRequestError for a method it does not know.
 */
export function structuredOutput<Output extends object>(
  model: BindableModel,
  schema: OutputSchema<Output>,
  options: StructuredOutputMethodOptions<boolean>,
  defaultMethod: (typeof methods)[number],
): ReturnType<typeof assembleStructuredOutputPipeline<Output>> {
  const method = methods.find((known) => known === (options.method ?? defaultMethod));
  if (method === undefined) {
    throw new InvalidRequestError(`method must be one of ${methods.join(', ')}; got "${options.method}".`, {
      field: 'method',
    });
  }
  const shape = readShape(schema, options.name);
  const traced = { ls_structured_output_format: { kwargs: { method }, schema: shape.jsonSchema } };
  const runName = options.includeRaw === true ? 'StructuredOutputRunnable' : 'StructuredOutput';

  if (method === 'functionCalling') {
    const { name, description, jsonSchema: parameters } = shape;
    const tool = { type: 'function', name, description: description ?? 'Gives the answer.', parameters };
    const bound = model.bindTools([tool], { tool_choice: { name }, ...traced });
    const parser = createFunctionCallingParser<Output>(shape.validator as Output, name, RequiredCallParser);
    return assembleStructuredOutputPipeline<Output>(bound, parser, options.includeRaw, runName);
  }
  const definition = {
    name: shape.name,
    schema: shape.jsonSchema,
    ...(options.strict === undefined ? {} : { strict: options.strict }),
  };
  const bound = model.withConfig({
    response_format: { type: 'json_schema', json_schema: definition },
    ...traced,
  });
  const parser = createContentParser<Output>(shape.validator as Output);
  return assembleStructuredOutputPipeline<Output>(bound, parser, options.includeRaw, runName);
}

/** An answer without the call is a failure that says so; LangChain's own parser would give `undefined`. */
class RequiredCallParser<Output extends object> extends JsonOutputKeyToolsParser<Output> {
  static override lc_name(): string {
    return 'JsonOutputKeyToolsParser';
  }

  override async parseResult(generations: ChatGeneration[]): Promise<Output> {
    const parsed: Output | undefined = await super.parseResult(generations);
    if (parsed !== undefined) return parsed;
    const text = generations[0]?.text ?? '';
    throw new OutputParserException(
      `The model answered without calling "${this.keyName}". Text: "${text}".`,
      text,
    );
  }
}

interface Shape {
  readonly name: string;
  readonly description: string | undefined;
  readonly jsonSchema: JsonSchema;
  /** What the parser validates against: the schema as it was given. */
  readonly validator: unknown;
}

function readShape(schema: unknown, name: string | undefined): Shape {
  if (!isInteropZodSchema(schema) && isBlock(schema) && isBlock(schema['parameters'])) {
    const { parameters, description } = schema;
    return {
      name: name ?? (typeof schema['name'] === 'string' ? schema['name'] : 'extract'),
      description: typeof description === 'string' ? description : undefined,
      jsonSchema: toSchema(parameters),
      validator: parameters,
    };
  }
  const jsonSchema = toSchema(schema);
  const named = [name, jsonSchema['name'], jsonSchema['title']].find((word) => typeof word === 'string');
  const described = getSchemaDescription(schema as Record<string, unknown>) ?? jsonSchema['description'];
  return {
    name: typeof named === 'string' && named !== '' ? named : 'extract',
    description: typeof described === 'string' ? described : undefined,
    jsonSchema,
    validator: schema,
  };
}
