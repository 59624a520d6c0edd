import { InvalidArgumentError, UnsupportedFunctionalityError } from '@ai-sdk/provider-v4';
import { isImageRefusedError } from '@gigakit/core';
import type { JsonObject, Usage } from '@gigakit/core/turn';
import type { CallWarning } from '../convert/call-warning.ts';
import type { OptionNamespaces } from '../convert/chat-call.ts';
import { fromGigaChatError } from '../convert/from-gigachat-error.ts';
import { fromWarning } from '../convert/from-warning.ts';
import { aNumber, aText, type OptionRules, readOptions } from '../convert/option-rules.ts';
import { toCallOptions } from '../convert/to-call-options.ts';
import type { GigaChatImageModelOptions } from '../image-model-options.ts';
import type { ModelContext } from '../model-context.ts';

export interface DrawCall {
  readonly prompt?: string | undefined;
  readonly n: number;
  readonly size?: string | undefined;
  readonly aspectRatio?: string | undefined;
  readonly seed?: number | undefined;
  readonly files?: readonly unknown[] | undefined;
  readonly mask?: unknown;
  readonly abortSignal?: AbortSignal | undefined;
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  readonly providerOptions?: OptionNamespaces | undefined;
}

export interface DrawnImages {
  readonly images: Uint8Array[];
  readonly warnings: readonly CallWarning[];
  /** What is known of each picture, or of the words that came in place of one. */
  readonly details: readonly JsonObject[];
  readonly startedAt: Date;
  readonly model: string;
  readonly usage: Pick<Usage, 'inputTokens' | 'outputTokens' | 'totalTokens'>;
}

const rules: OptionRules<GigaChatImageModelOptions> = {
  style: aText,
  temperature: aNumber,
  requestId: aText,
  sessionId: aText,
  clientId: aText,
  timeoutMs: aNumber,
};

/**
 * Draws `n` pictures, one after the other. A refusal in words leaves its picture out and is told in a warning
 * and in `details`: it is an answer, and asking again would cost the same and give the same.
 */
export async function drawImages(context: ModelContext, call: DrawCall): Promise<DrawnImages> {
  const { style, temperature, ...own } = readOptions(call.providerOptions, context.providerName, rules);
  const prompt = promptOf(call);
  const options = toCallOptions({ ...own, abortSignal: call.abortSignal, headers: call.headers });
  const request = { prompt, style, temperature, model: context.modelId };
  const images: Uint8Array[] = [];
  const warnings = unsupportedSettings(call);
  const details: JsonObject[] = [];
  const startedAt = new Date();
  let model = context.modelId;
  let usage: DrawnImages['usage'] = {
    inputTokens: undefined,
    outputTokens: undefined,
    totalTokens: undefined,
  };
  for (let count = 0; count < call.n; count += 1) {
    try {
      const image = await context.client().images.generate(request, options);
      images.push(image.data);
      warnings.push(...image.warnings.map(fromWarning));
      details.push({ fileId: image.fileId, text: image.text, requestId: image.requestId });
      model = image.model;
      usage = addUsage(usage, image.usage);
    } catch (error) {
      if (!isImageRefusedError(error)) {
        throw fromGigaChatError(error, { url: 'chat/completions', requestBody: request });
      }
      warnings.push({ type: 'compatibility', feature: 'prompt', details: error.message });
      details.push({ refusal: error.text, finishReason: error.finishReason, requestId: error.requestId });
      model = error.model ?? model;
    }
  }
  return { images, warnings, details, startedAt, model, usage };
}

function promptOf({ prompt, files, mask }: DrawCall): string {
  if ((files !== undefined && files.length > 0) || (mask !== undefined && mask !== null)) {
    throw new UnsupportedFunctionalityError({
      functionality: 'image editing (files, mask)',
      message: 'GigaChat draws from words only: leave out the images and the mask of the prompt.',
    });
  }
  if (prompt === undefined || prompt.trim() === '') {
    throw new InvalidArgumentError({ argument: 'prompt', message: 'prompt is empty; say what to draw.' });
  }
  return prompt;
}

function unsupportedSettings(call: DrawCall): CallWarning[] {
  return (['size', 'aspectRatio', 'seed'] as const)
    .filter((setting) => call[setting] !== undefined)
    .map((feature) => ({
      type: 'unsupported',
      feature,
      details: `GigaChat chooses it itself; ${feature} was left out. Say in the prompt what matters.`,
    }));
}

function addUsage(sum: DrawnImages['usage'], one: DrawnImages['usage']): DrawnImages['usage'] {
  const add = (left: number | undefined, right: number | undefined): number | undefined =>
    left === undefined && right === undefined ? undefined : (left ?? 0) + (right ?? 0);
  return {
    inputTokens: add(sum.inputTokens, one.inputTokens),
    outputTokens: add(sum.outputTokens, one.outputTokens),
    totalTokens: add(sum.totalTokens, one.totalTokens),
  };
}
