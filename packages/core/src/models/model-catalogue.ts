import type { ChatModelId, EmbeddingModelId } from '../turn/model-id.ts';

/** The literal ids of a type that also takes any string. */
type Known<Id extends string> = Id extends unknown ? (string extends Id ? never : Id) : never;

export type KnownChatModelId = Known<ChatModelId>;
export type KnownEmbeddingModelId = Known<EmbeddingModelId>;

export interface ChatModelInfo {
  readonly type: 'chat';
  readonly id: KnownChatModelId;
  readonly generation: 1 | 2 | 3;
  /** Tokens the model sees at once, answer included; `undefined` where nobody has published it. */
  readonly contextTokens: number | undefined;
  /** Whether it reads pictures; `undefined` where nobody has published it. */
  readonly supportsVision: boolean | undefined;
  readonly supportsTools: boolean;
  /** Whether it thinks before it answers; `undefined` where nobody has published it. */
  readonly isReasoning: boolean | undefined;
}

export interface EmbeddingModelInfo {
  readonly type: 'embedding';
  readonly id: KnownEmbeddingModelId;
  /** Length of its vectors. */
  readonly dimensions: number;
  /** Tokens of one text it reads; not published by the API, so a hint and not a promise. */
  readonly inputTokens: number;
  /** Whether queries, and only queries, gain from an `instruction`. */
  readonly isInstructionTuned: boolean;
}

export type ModelInfo = ChatModelInfo | EmbeddingModelInfo;

const secondGenerationContext = 131_072;
const firstGenerationContext = 32_768;

/** Chat models known in November 2026. The API itself tells no more than their names. */
export const chatModels: Readonly<Record<KnownChatModelId, ChatModelInfo>> = {
  'GigaChat-2': chat('GigaChat-2', 2, secondGenerationContext, { supportsVision: false }),
  'GigaChat-2-Pro': chat('GigaChat-2-Pro', 2, secondGenerationContext, { supportsVision: true }),
  'GigaChat-2-Max': chat('GigaChat-2-Max', 2, secondGenerationContext, { supportsVision: true }),
  'GigaChat-2-Reasoning': chat('GigaChat-2-Reasoning', 2, undefined, { isReasoning: true }),
  'GigaChat-3-Lightning': chat('GigaChat-3-Lightning', 3, undefined),
  'GigaChat-3-Pro': chat('GigaChat-3-Pro', 3, 262_144),
  'GigaChat-3-Ultra': chat('GigaChat-3-Ultra', 3, undefined),
  GigaChat: chat('GigaChat', 1, firstGenerationContext, { supportsVision: false }),
  'GigaChat-Pro': chat('GigaChat-Pro', 1, firstGenerationContext),
  'GigaChat-Max': chat('GigaChat-Max', 1, firstGenerationContext),
};

/** Embedding models known in November 2026. */
export const embeddingModels: Readonly<Record<KnownEmbeddingModelId, EmbeddingModelInfo>> = {
  Embeddings: embedding('Embeddings', 1_024, 512, false),
  'Embeddings-2': embedding('Embeddings-2', 1_024, 512, false),
  EmbeddingsGigaR: embedding('EmbeddingsGigaR', 2_560, 4_096, true),
  'GigaEmbeddings-3B-2025-09': embedding('GigaEmbeddings-3B-2025-09', 2_048, 4_096, true),
};

function chat(
  id: KnownChatModelId,
  generation: 1 | 2 | 3,
  contextTokens: number | undefined,
  rest: Partial<Pick<ChatModelInfo, 'supportsVision' | 'isReasoning'>> = {},
): ChatModelInfo {
  return {
    type: 'chat',
    id,
    generation,
    contextTokens,
    supportsVision: rest.supportsVision,
    supportsTools: true,
    isReasoning: generation === 3 ? undefined : (rest.isReasoning ?? false),
  };
}

function embedding(
  id: KnownEmbeddingModelId,
  dimensions: number,
  inputTokens: number,
  isInstructionTuned: boolean,
): EmbeddingModelInfo {
  return { type: 'embedding', id, dimensions, inputTokens, isInstructionTuned };
}
