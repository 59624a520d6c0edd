import { TooManyEmbeddingValuesForCallError } from '@ai-sdk/provider-v4';
import type { CallWarning } from '../convert/call-warning.ts';
import type { OptionNamespaces } from '../convert/chat-call.ts';
import { fromGigaChatError } from '../convert/from-gigachat-error.ts';
import { aNumber, aText, oneOf, type OptionRules, readOptions } from '../convert/option-rules.ts';
import { toCallOptions } from '../convert/to-call-options.ts';
import type { GigaChatEmbeddingModelOptions } from '../embedding-model-options.ts';
import type { ModelContext } from '../model-context.ts';

/** Texts of one request; what the client itself puts into one. */
export const maxEmbeddingsPerCall = 90;

export interface EmbedCall {
  readonly values: readonly string[];
  readonly dimensions?: number | undefined;
  readonly abortSignal?: AbortSignal | undefined;
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  readonly providerOptions?: OptionNamespaces | undefined;
}

export interface EmbeddedTexts {
  /** In the order of the values. */
  readonly embeddings: number[][];
  /** Left out when the server counted nothing. */
  readonly usage?: { readonly tokens: number };
  readonly warnings: readonly CallWarning[];
  readonly headers: Record<string, string>;
}

const rules: OptionRules<GigaChatEmbeddingModelOptions> = {
  instruction: aText,
  normalize: oneOf('l2'),
  requestId: aText,
  sessionId: aText,
  clientId: aText,
  timeoutMs: aNumber,
};

/** @throws TooManyEmbeddingValuesForCallError above 90 values; `embedMany` never gives more. */
export async function embedTexts(context: ModelContext, call: EmbedCall): Promise<EmbeddedTexts> {
  const { modelId, providerName } = context;
  const values = [...call.values];
  if (values.length > maxEmbeddingsPerCall) {
    throw new TooManyEmbeddingValuesForCallError({
      provider: `${providerName}.embedding`,
      modelId,
      maxEmbeddingsPerCall,
      values,
    });
  }
  const { instruction, normalize, ...own } = readOptions(call.providerOptions, providerName, rules);
  try {
    const { embeddings, usage, headers } = await context
      .client()
      .embeddings.create(
        { input: values, model: modelId, instruction, normalize },
        toCallOptions({ ...own, abortSignal: call.abortSignal, headers: call.headers }),
      );
    return {
      embeddings,
      ...(usage.inputTokens === undefined ? {} : { usage: { tokens: usage.inputTokens } }),
      warnings: call.dimensions === undefined ? [] : [noDimensions],
      headers: { ...headers },
    };
  } catch (error) {
    throw fromGigaChatError(error, { url: 'embeddings', requestBody: { model: modelId, input: values } });
  }
}

const noDimensions: CallWarning = {
  type: 'unsupported',
  feature: 'dimensions',
  details: 'GigaChat fixes the length of vectors by model; the setting was left out.',
};
