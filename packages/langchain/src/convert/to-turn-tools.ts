import { InvalidRequestError } from '@gigakit/core';
import type {
  BuiltInTool,
  BuiltInToolName,
  FunctionExample,
  FunctionTool,
  JsonSchema,
  Tool,
} from '@gigakit/core/turn';
import { isLangChainTool } from '@langchain/core/utils/function_calling';
import { toJsonSchema } from '@langchain/core/utils/json_schema';
import { isSerializableSchema } from '@langchain/core/utils/standard_schema';
import { isInteropZodSchema } from '@langchain/core/utils/types';
import { isBlock, type Block } from './to-content-part.ts';

/**
 * Tools in any shape LangChain users bring, as turn tools: LangChain tools (Zod 3, Zod 4, Standard Schema or JSON
 * Schema), `{ name, schema }`, OpenAI's `{ type: 'function' }`, Anthropic's `{ input_schema }`, GigaChat's own
 * `{ name, parameters, few_shot_examples }`, and built-ins such as `{ type: 'web-search' }`.
 * The result is plain JSON, so it may be converted again, compared and used in a cache key.
 * @throws InvalidRequestError naming the tool that is none of these.
 */
export function toTurnTools(tools: readonly unknown[]): Tool[] {
  return tools.map((tool, index) => toTurnTool(tool, `tools[${index}]`));
}

function toTurnTool(tool: unknown, field: string): Tool {
  if (isBlock(tool)) {
    const builtIn = toBuiltIn(tool);
    if (builtIn !== undefined) return builtIn;
    if (tool['type'] === 'function' && isBlock(tool['function'])) return toFunction(tool['function'], tool);
    if (typeof tool['name'] === 'string') return toFunction(tool, tool);
  }
  throw new InvalidRequestError(
    `${field} is not a tool: give a LangChain tool, { name, description, schema }, an OpenAI or GigaChat function, or a built-in such as { type: 'web-search' }.`,
    { field },
  );
}

const builtInNames: ReadonlySet<string> = new Set<BuiltInToolName>([
  'web-search',
  'url-extraction',
  'image-generation',
  'code-interpreter',
  'model-3d',
]);

function toBuiltIn(tool: Block): BuiltInTool | undefined {
  if (typeof tool['type'] !== 'string') return undefined;
  const type = tool['type'].replaceAll('_', '-');
  return builtInNames.has(type) ? ({ ...tool, type } as BuiltInTool) : undefined;
}

function toFunction(definition: Block, outer: Block): FunctionTool {
  const extras = isBlock(outer['extras']) ? outer['extras'] : {};
  const description = definition['description'];
  const parameters = toParameters(definition);
  const returns =
    definition['returnParameters'] ??
    definition['return_parameters'] ??
    extras['return_parameters'] ??
    extras['return_schema'] ??
    extras['returnParameters'];
  const examples =
    definition['examples'] ??
    definition['few_shot_examples'] ??
    extras['few_shot_examples'] ??
    extras['examples'];
  return {
    type: 'function',
    name: String(definition['name']),
    ...(typeof description === 'string' && description !== '' ? { description } : {}),
    ...(parameters === undefined ? {} : { parameters }),
    ...(returns === undefined ? {} : { returnParameters: toSchema(returns) }),
    ...(Array.isArray(examples) ? { examples: examples as FunctionExample[] } : {}),
  };
}

function toParameters(definition: Block): JsonSchema | undefined {
  const schema = isLangChainTool(definition)
    ? definition.schema
    : (definition['schema'] ?? definition['parameters'] ?? definition['input_schema']);
  return schema === undefined || schema === null ? undefined : toSchema(schema);
}

/** Any schema as JSON Schema; a JSON Schema is handed on as it is. */
export function toSchema(schema: unknown): JsonSchema {
  if (isInteropZodSchema(schema) || isSerializableSchema(schema)) return toJsonSchema(schema);
  return schema as JsonSchema;
}
