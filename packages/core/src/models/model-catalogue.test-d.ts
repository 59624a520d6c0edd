import { expectTypeOf } from 'vitest';
import type { ChatModelId, EmbeddingModelId } from '../turn/model-id.ts';
import type {
  chatModels,
  embeddingModels,
  KnownChatModelId,
  KnownEmbeddingModelId,
} from './model-catalogue.ts';

// Every id of the types is in the catalogue, and the catalogue has no other.
expectTypeOf<keyof typeof chatModels>().toEqualTypeOf<KnownChatModelId>();
expectTypeOf<keyof typeof embeddingModels>().toEqualTypeOf<KnownEmbeddingModelId>();
expectTypeOf<'GigaChat-2-Pro'>().toExtend<KnownChatModelId>();
expectTypeOf<'EmbeddingsGigaR'>().toExtend<KnownEmbeddingModelId>();
expectTypeOf<string>().not.toExtend<KnownChatModelId>();

// Any other string stays an id all the same.
expectTypeOf<string>().toExtend<ChatModelId>();
expectTypeOf<string>().toExtend<EmbeddingModelId>();
