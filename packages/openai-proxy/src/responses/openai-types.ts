import { z } from 'zod';

const json = z.record(z.string(), z.json());

const textParts = ['input_text', 'output_text', 'text', 'refusal', 'summary_text', 'reasoning_text'] as const;

const textPart = z.looseObject({
  type: z.enum(textParts),
  text: z.string().optional(),
  refusal: z.string().optional(),
});
const imagePart = z.looseObject({
  type: z.literal('input_image'),
  image_url: z.string().nullish(),
  file_id: z.string().nullish(),
});
const filePart = z.looseObject({
  type: z.literal('input_file'),
  file_id: z.string().nullish(),
  file_data: z.string().nullish(),
  file_url: z.string().nullish(),
  filename: z.string().nullish(),
});

const content = z.union(
  [z.string(), z.array(z.discriminatedUnion('type', [textPart, imagePart, filePart]))],
  'Expected text, or parts of type "input_text", "input_image" or "input_file",',
);

const role = z.enum(['system', 'developer', 'user', 'assistant']);

const item = z.union(
  [
    z.looseObject({ type: z.literal('message').optional(), role, content }),
    z.looseObject({
      type: z.literal('function_call'),
      call_id: z.string(),
      name: z.string(),
      arguments: z.string(),
    }),
    z.looseObject({
      type: z.literal('function_call_output'),
      call_id: z.string(),
      output: z.union([z.string(), z.array(textPart)]),
    }),
    z.looseObject({ type: z.literal('reasoning') }),
  ],
  'Expected an item of type "message", "function_call", "function_call_output" or "reasoning"',
);

const functionTool = z.looseObject({
  type: z.literal('function'),
  name: z.string().min(1),
  description: z.string().nullish(),
  parameters: json.nullish(),
});
const builtInTool = z.looseObject({
  type: z.enum(['web_search', 'web_search_preview', 'image_generation', 'code_interpreter']),
});

const toolChoice = z.union(
  [
    z.enum(['auto', 'none', 'required']),
    z.looseObject({ type: z.literal('function'), name: z.string() }),
    z.looseObject({ type: builtInTool.shape.type }),
  ],
  'Expected "auto", "none", "required", or one tool,',
);

/** What we read of a request. Other fields stay, for `ignoredFields` to tell of them. */
export const responsesRequest = z.looseObject({
  model: z.string().nullish(),
  input: z.union([z.string(), z.array(item).min(1)]),
  instructions: z.string().nullish(),
  stream: z.boolean().nullish(),
  tools: z
    .array(z.discriminatedUnion('type', [functionTool, builtInTool], 'This kind of tool is not supported'))
    .nullish(),
  tool_choice: toolChoice.nullish(),
  text: z
    .looseObject({
      format: z
        .discriminatedUnion('type', [
          z.looseObject({ type: z.literal('text') }),
          z.looseObject({ type: z.literal('json_object') }),
          z.looseObject({ type: z.literal('json_schema'), schema: json, strict: z.boolean().nullish() }),
        ])
        .nullish(),
    })
    .nullish(),
  reasoning: z
    .looseObject({ effort: z.enum(['none', 'minimal', 'low', 'medium', 'high', 'xhigh']).nullish() })
    .nullish(),
  max_output_tokens: z.int().positive().nullish(),
  temperature: z.number().nullish(),
  top_p: z.number().nullish(),
});

export type ResponsesRequest = z.output<typeof responsesRequest>;
export type ResponsesItem = Exclude<ResponsesRequest['input'], string>[number];

export interface OutputText {
  readonly type: 'output_text';
  readonly text: string;
  readonly annotations: readonly UrlAnnotation[];
  readonly logprobs: readonly never[];
}

export interface UrlAnnotation {
  readonly type: 'url_citation';
  readonly url: string;
  readonly title: string;
  readonly start_index: number;
  readonly end_index: number;
}

export type OutputItem =
  | {
      readonly type: 'message';
      readonly id: string;
      readonly role: 'assistant';
      readonly status: 'in_progress' | 'completed';
      readonly content: readonly OutputText[];
    }
  | {
      readonly type: 'function_call';
      readonly id: string;
      readonly call_id: string;
      readonly name: string;
      readonly arguments: string;
      readonly status: 'in_progress' | 'completed';
    }
  | {
      readonly type: 'reasoning';
      readonly id: string;
      readonly status: 'in_progress' | 'completed';
      readonly summary: readonly { readonly type: 'summary_text'; readonly text: string }[];
    };
