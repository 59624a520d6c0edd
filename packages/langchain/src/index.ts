export { ChatGigaChat } from './chat-gigachat.ts';
export type { ChatGigaChatCallOptions, ChatGigaChatFields, TurnDefaults } from './chat-gigachat-options.ts';
export { ChatGigaChatError } from './convert/from-gigachat-error.ts';
export {
  GigaChatEmbeddings,
  type EmbedOptions,
  type GigaChatEmbeddingsFields,
} from './gigachat-embeddings.ts';
export {
  GigaChatImageTool,
  type GigaChatImage,
  type GigaChatImageToolFields,
} from './gigachat-image-tool.ts';
export { modelProfile } from './model-profiles.ts';
