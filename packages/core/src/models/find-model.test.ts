import { expect, test } from 'vitest';
import {
  baseModelId,
  findChatModel,
  findEmbeddingModel,
  findModel,
  isChatModel,
  isEmbeddingModel,
  supportsVision,
} from './find-model.ts';
import { chatModels, embeddingModels } from './model-catalogue.ts';

test.each([
  ['GigaChat-2-Pro', 'GigaChat-2-Pro'],
  ['GigaChat-2-Pro:2.0.28.2', 'GigaChat-2-Pro'],
  ['GigaChat:latest', 'GigaChat'],
])('%s without its version is %s', (id, base) => {
  expect(baseModelId(id)).toBe(base);
});

test('models are found as asked for, as answered, and as previewed', () => {
  expect(findModel('GigaChat-2-Max')?.id).toBe('GigaChat-2-Max');
  expect(findModel('GigaChat-3-Ultra:32.3.18.5')?.id).toBe('GigaChat-3-Ultra');
  expect(findModel('GigaChat-2-Pro-preview')?.id).toBe('GigaChat-2-Pro');
  expect(findModel('gpt-4o')).toBeUndefined();
  expect(findModel('constructor')).toBeUndefined();
});

test('every entry stands under its own id', () => {
  for (const [id, model] of [...Object.entries(chatModels), ...Object.entries(embeddingModels)]) {
    expect(model.id).toBe(id);
  }
});

test('context sizes are those that were published, and no others', () => {
  expect(findChatModel('GigaChat-2')?.contextTokens).toBe(131_072);
  expect(findChatModel('GigaChat-3-Pro')?.contextTokens).toBe(262_144);
  expect(findChatModel('GigaChat-3-Lightning')?.contextTokens).toBeUndefined();
  expect(findChatModel('Embeddings')).toBeUndefined();
});

test.each([
  ['Embeddings', 1024],
  ['Embeddings-2', 1024],
  ['EmbeddingsGigaR', 2560],
  ['GigaEmbeddings-3B-2025-09', 2048],
])('vectors of %s have %i numbers', (id, dimensions) => {
  expect(findEmbeddingModel(id)?.dimensions).toBe(dimensions);
});

test.each([
  ['GigaChat-2-Pro', true, false],
  ['GigaChat', true, false],
  ['GigaChat-4-Nova', true, false],
  ['Embeddings', false, true],
  ['EmbeddingsGigaR', false, true],
  ['GigaEmbeddings-9B', false, true],
  ['GigaCheckDetection', false, false],
  ['GigaFilter', false, false],
  ['GigaChatty', false, false],
])('%s: chat %s, embedding %s', (id, chat, embedding) => {
  expect([isChatModel(id), isEmbeddingModel(id)]).toEqual([chat, embedding]);
});

test.each([
  ['GigaChat-2', false],
  ['GigaChat-2-Max:2.0.30.01', true],
  ['GigaChat-3-Ultra', undefined],
  ['Embeddings', false],
  ['somebody-else', undefined],
])('whether %s sees pictures: %s', (id, sees) => {
  expect(supportsVision(id)).toBe(sees);
});

test('tools and reasoning are told of each chat model', () => {
  expect(findChatModel('GigaChat-2')).toMatchObject({ supportsTools: true, isReasoning: false });
  expect(findChatModel('GigaChat-2-Reasoning')?.isReasoning).toBe(true);
  expect(findChatModel('GigaChat-3-Pro')?.isReasoning).toBeUndefined();
});
