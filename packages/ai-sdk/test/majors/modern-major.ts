import type { ZodType } from 'zod';
import type { Major, Outcome, TextCall, TestTool, World } from './major.ts';
import { commonOptions, contentOf, userMessage } from './messages.ts';
import { outcomeOf, type TextResult } from './outcome.ts';

/** The part of `ai` 5, 6 and 7 that the matrix calls. Types of users' programs are tested elsewhere. */
export interface ModernAi {
  generateText(
    options: object,
  ): PromiseLike<TextResult & { readonly response: { readonly messages: readonly object[] } }>;
  streamText(options: object): TextResult & {
    readonly fullStream: AsyncIterable<unknown>;
    readonly response: PromiseLike<{ readonly modelId: string; readonly messages: readonly object[] }>;
  };
  generateObject(options: object): PromiseLike<{ readonly object: unknown }>;
  streamObject(options: object): {
    readonly partialObjectStream: AsyncIterable<unknown>;
    readonly object: PromiseLike<unknown>;
  };
  embedMany(options: object): PromiseLike<{
    readonly embeddings: readonly (readonly number[])[];
    readonly usage: { readonly tokens: number };
  }>;
  stepCountIs(count: number): unknown;
  tool(definition: object): unknown;
  readonly APICallError: { isInstance(error: unknown): boolean };
  readonly RetryError: { isInstance(error: unknown): boolean };
}

/** The part of one entry of this package that the matrix calls. */
export interface Entry {
  createGigaChat(settings: object): {
    (modelId: string): object;
    embeddingModel(modelId: string): object;
    imageModel(modelId: string): object;
    readonly tools: { webSearch(): unknown; imageGeneration(): unknown };
  };
}

export interface ModernMajorOptions {
  readonly name: string;
  readonly ai: 5 | 6 | 7;
  readonly isFloor?: boolean;
  readonly module: ModernAi;
  /** It changed its name once. */
  generateImage(options: object): PromiseLike<{
    readonly images: readonly { readonly uint8Array: Uint8Array }[];
  }>;
  readonly entry: Entry;
}

/** `ai` 5, 6 or 7 with any entry it accepts. */
export function modernMajor(options: ModernMajorOptions): Major {
  const { module, entry } = options;
  const providerOf = (world: World): ReturnType<Entry['createGigaChat']> =>
    entry.createGigaChat({
      credentials: world.emulator.credentials,
      fetch: world.emulator.fetch,
      ...world.settings,
    });

  const optionsOf = (world: World, call: TextCall): object => {
    const provider = providerOf(world);
    const tools = {
      ...Object.fromEntries(Object.entries(call.tools ?? {}).map(([name, tool]) => [name, toolOf(tool)])),
      ...Object.fromEntries((call.builtIns ?? []).map((name) => [name, provider.tools[name]()])),
    };
    return {
      model: provider('GigaChat-2-Pro'),
      ...contentOf(call),
      ...commonOptions(call),
      ...(call.system === undefined ? {} : { [options.ai === 7 ? 'instructions' : 'system']: call.system }),
      ...(call.maxTokens === undefined ? {} : { maxOutputTokens: call.maxTokens }),
      ...(call.maxSteps === undefined ? {} : { stopWhen: module.stepCountIs(call.maxSteps) }),
      ...(Object.keys(tools).length === 0 ? {} : { tools }),
    };
  };

  const toolOf = (tool: TestTool): unknown =>
    module.tool({ description: tool.description, inputSchema: tool.schema, execute: tool.execute });

  const streamOnce = async (call: TextCall, callOptions: object) => {
    let failure: Error | undefined;
    const result = module.streamText({
      ...callOptions,
      onError: ({ error }: { error: unknown }) => {
        failure = error instanceof Error ? error : new Error(String(error));
      },
    });
    for await (const part of result.fullStream) call.onPart?.(part);
    if (failure !== undefined) throw failure;
    return result;
  };

  /** Asks again with the answer in the history. */
  const nextOptions = (world: World, call: TextCall, messages: readonly object[]): object => ({
    ...optionsOf(world, call),
    messages: [userMessage(call), ...messages, { role: 'user', content: call.thenAsk }],
  });

  const generate = async (world: World, call: TextCall): Promise<Outcome> => {
    const first = await module.generateText(optionsOf(world, call));
    if (call.thenAsk === undefined) return outcomeOf(first);
    return outcomeOf(await module.generateText(nextOptions(world, call, first.response.messages)));
  };

  const stream = async (world: World, call: TextCall): Promise<Outcome> => {
    const first = await streamOnce(call, optionsOf(world, call));
    if (call.thenAsk === undefined) return outcomeOf(first);
    const { messages } = await first.response;
    return outcomeOf(await streamOnce(call, nextOptions(world, call, messages)));
  };

  return {
    name: options.name,
    ai: options.ai,
    isFloor: options.isFloor ?? false,
    generate,
    stream,
    async generateObject(world, schema) {
      const model = providerOf(world)('GigaChat-2-Pro');
      const { object } = await module.generateObject({ model, schema, prompt: 'Дай JSON', maxRetries: 0 });
      return object;
    },
    async streamObject(world: World, schema: ZodType) {
      const model = providerOf(world)('GigaChat-2-Pro');
      const result = module.streamObject({ model, schema, prompt: 'Дай JSON', maxRetries: 0 });
      const seen: unknown[] = [];
      for await (const partial of result.partialObjectStream) seen.push(structuredClone(partial));
      return [...seen, await result.object];
    },
    async embedMany(world, values) {
      const model = providerOf(world).embeddingModel('Embeddings');
      const { embeddings, usage } = await module.embedMany({ model, values, maxRetries: 0 });
      return { embeddings, tokens: usage.tokens };
    },
    async drawImage(world, prompt) {
      const model = providerOf(world).imageModel('GigaChat-2-Pro');
      const { images } = await options.generateImage({ model, prompt, maxRetries: 2 });
      return images.map((image) => image.uint8Array);
    },
    isApiCallError: (error) => module.APICallError.isInstance(error),
    lastErrorOf: (error) =>
      module.RetryError.isInstance(error) &&
      typeof error === 'object' &&
      error !== null &&
      'lastError' in error
        ? error.lastError
        : error,
  };
}
