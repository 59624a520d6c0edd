import type { TurnResult } from '@gigakit/core';

/** A turn as `--json` prints it. */
export function answerJson(turn: TurnResult): object {
  const { text, reasoning, model, finishReason, usage, sources, files, warnings, requestId } = turn;
  const { inputTokens, cachedInputTokens, outputTokens, totalTokens } = usage;
  return {
    text,
    ...(reasoning === '' ? {} : { reasoning }),
    model,
    finishReason,
    usage: { inputTokens, cachedInputTokens, outputTokens, totalTokens },
    sources,
    files,
    warnings,
    requestId,
  };
}
