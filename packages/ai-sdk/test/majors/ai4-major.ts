import { createGigaChat } from '@gigakit/ai-sdk/v1';
import * as ai4 from 'ai4';
import type { Major, Outcome, TestTool, TextCall, World } from './major.ts';
import { commonOptions, contentOf, userMessage } from './messages.ts';
import { outcomeOf } from './outcome.ts';
import type { ModernAi } from './modern-major.ts';

/** The part of `ai` 4 that the matrix calls. */
interface Ai4 extends Pick<
  ModernAi,
  | 'generateText'
  | 'generateObject'
  | 'streamObject'
  | 'embedMany'
  | 'streamText'
  | 'tool'
  | 'APICallError'
  | 'RetryError'
> {
  experimental_generateImage(
    options: object,
  ): PromiseLike<{ readonly images: readonly { readonly uint8Array: Uint8Array }[] }>;
}

/** `ai` 4 with `LanguageModelV1`. */
export function ai4Major(): Major {
  const module: Ai4 = ai4;
  const providerOf = (world: World) =>
    createGigaChat({
      credentials: world.emulator.credentials,
      fetch: world.emulator.fetch,
      ...world.settings,
    });

  const toolOf = (tool: TestTool): unknown =>
    module.tool({ description: tool.description, parameters: tool.schema, execute: tool.execute });

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
      ...(call.system === undefined ? {} : { system: call.system }),
      ...(call.maxTokens === undefined ? {} : { maxTokens: call.maxTokens }),
      ...(call.maxSteps === undefined ? {} : { maxSteps: call.maxSteps }),
      ...(Object.keys(tools).length === 0 ? {} : { tools }),
    };
  };

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

  const nextOptions = (world: World, call: TextCall, messages: readonly object[]): object => {
    const { prompt: _prompt, ...rest } = { prompt: undefined, ...optionsOf(world, call) };
    return { ...rest, messages: [userMessage(call), ...messages, { role: 'user', content: call.thenAsk }] };
  };

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
    name: 'ai 4.3.19 with /v1',
    ai: 4,
    isFloor: false,
    generate,
    stream,
    async generateObject(world, schema) {
      const model = providerOf(world)('GigaChat-2-Pro');
      const { object } = await module.generateObject({ model, schema, prompt: 'Дай JSON', maxRetries: 0 });
      return object;
    },
    async streamObject(world, schema) {
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
      const { images } = await module.experimental_generateImage({ model, prompt, maxRetries: 2 });
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
