import type { JsonObject } from '@gigakit/core/turn';
import type { ScriptedBuiltIn } from '../reply.ts';

/** An answer with everything decided: what the renderers of both generations put into bytes. */
export interface SettledTurn {
  /** `id:version`. */
  readonly model: string;
  /** Unix seconds. */
  readonly createdAt: number;
  readonly reasoning: readonly string[];
  /** Without image tags. One item per stream chunk. */
  readonly text: readonly string[];
  readonly calls: readonly SettledCall[];
  readonly builtIns: readonly ScriptedBuiltIn[];
  readonly images: readonly SettledImage[];
  readonly sources: readonly { readonly url: string; readonly title?: string }[];
  readonly finishReason: string;
  /** State id of the tools; undefined when nothing calls for one. */
  readonly stateId: string | undefined;
  readonly usage: SettledUsage;
  readonly threadId?: string;
  readonly messageId?: string;
}

export interface SettledCall {
  readonly name: string;
  readonly arguments: JsonObject;
}

export interface SettledImage {
  readonly fileId: string;
  readonly mediaType: string;
}

export interface SettledUsage {
  /** Not counting cached ones. */
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly cachedTokens: number;
}
