import type { Outcome } from './major.ts';

/** The fields of a text result that every release has, under one of the names it has had; streams promise them. */
export interface TextResult {
  readonly text: Later<string>;
  readonly reasoning?: Later<unknown>;
  readonly reasoningText?: Later<string | undefined>;
  readonly finishReason: Later<string>;
  readonly files: Later<readonly ResultFile[]>;
  readonly sources: Later<readonly object[]>;
  readonly steps: Later<readonly ResultStep[]>;
  readonly warnings: Later<readonly object[] | undefined>;
  readonly response: Later<{ readonly modelId: string }>;
}

type Later<Value> = Value | PromiseLike<Value>;

interface ResultFile {
  readonly mediaType?: string;
  readonly mimeType?: string;
  readonly uint8Array: Uint8Array;
}

interface ResultStep {
  readonly usage: object;
  readonly toolCalls: readonly object[];
  readonly toolResults: readonly object[];
}

/** Waits for a result and puts it into the words all releases share. */
export async function outcomeOf(result: TextResult): Promise<Outcome> {
  const steps = await result.steps;
  const reasoning = (await result.reasoningText) ?? (await result.reasoning);
  const files = await result.files;
  const sources = await result.sources;
  const calls = steps.flatMap((step) => step.toolCalls.map(record));
  const results = steps.flatMap((step) => step.toolResults.map(record));
  const usages = steps.map((step) => record(step.usage));
  const sum = (...names: string[]): number =>
    usages.reduce(
      (total, usage) => total + names.reduce((found, name) => found + (Number(usage[name]) || 0), 0),
      0,
    );
  return {
    text: await result.text,
    reasoning: typeof reasoning === 'string' ? reasoning : '',
    finishReason: await result.finishReason,
    usage: { input: sum('inputTokens', 'promptTokens'), output: sum('outputTokens', 'completionTokens') },
    toolCalls: calls.map((call) => ({
      name: String(call['toolName']),
      input: call['input'] ?? call['args'],
    })),
    toolResults: results.map((each) => each['output'] ?? each['result']),
    files: files.map((file) => ({
      mediaType: file.mediaType ?? file.mimeType ?? '',
      bytes: file.uint8Array.length,
    })),
    sources: sources.map((source) => String(record(source)['url'])),
    steps: steps.length,
    model: (await result.response).modelId,
    warnings: ((await result.warnings) ?? []).map(featureOf),
  };
}

function featureOf(warning: object): string {
  const { setting, feature, message } = record(warning);
  const named = [setting, feature].find((name) => typeof name === 'string');
  return named ?? String(message).split(':')[0] ?? '';
}

function record(value: object): Readonly<Record<string, unknown>> {
  return { ...value };
}
