import type { Usage } from '@gigakit/core/turn';
import { type MetadataObject, toMetadataObject } from './provider-metadata.ts';

/** Token counts as majors 6 and 7 lay them out. */
export interface NestedUsage {
  inputTokens: {
    total: number | undefined;
    noCache: number | undefined;
    cacheRead: number | undefined;
    cacheWrite: undefined;
  };
  outputTokens: { total: number | undefined; text: undefined; reasoning: undefined };
  /** The server's own numbers. */
  raw?: MetadataObject;
}

/** `text` and `reasoning` stay unknown: the server counts one number for both. */
export function fromUsage(usage: Usage): NestedUsage {
  const { inputTokens, cachedInputTokens, outputTokens, raw } = usage;
  const noCache = inputTokens === undefined ? undefined : inputTokens - (cachedInputTokens ?? 0);
  return {
    inputTokens: { total: inputTokens, noCache, cacheRead: cachedInputTokens, cacheWrite: undefined },
    outputTokens: { total: outputTokens, text: undefined, reasoning: undefined },
    ...(raw === undefined ? {} : { raw: toMetadataObject(raw) }),
  };
}
