import type { ModelProfile } from '@langchain/core/language_models/profile';

const text: ModelProfile = {
  toolCalling: true,
  toolChoice: true,
  structuredOutput: true,
  imageOutputs: true,
  imageInputs: false,
  imageUrlInputs: false,
  audioInputs: false,
  videoInputs: false,
  pdfInputs: true,
  imageToolMessage: false,
  pdfToolMessage: false,
  audioOutputs: false,
  videoOutputs: false,
};

const seeing: ModelProfile = { ...text, imageInputs: true, imageUrlInputs: true };

/** The API states neither sizes nor abilities: these are the portal's figures, and a size nobody published is left out. */
const profiles: Readonly<Record<string, ModelProfile>> = {
  GigaChat: { ...text, maxInputTokens: 131_072 },
  'GigaChat-Pro': { ...seeing, maxInputTokens: 32_768 },
  'GigaChat-Max': { ...seeing, maxInputTokens: 32_768 },
  'GigaChat-2': { ...text, maxInputTokens: 131_072 },
  'GigaChat-2-Pro': { ...seeing, maxInputTokens: 131_072 },
  'GigaChat-2-Max': { ...seeing, maxInputTokens: 131_072 },
  'GigaChat-2-Reasoning': { ...text, reasoningOutput: true },
  'GigaChat-3-Lightning': { ...text },
  'GigaChat-3-Pro': { ...text, maxInputTokens: 262_144 },
  'GigaChat-3-Ultra': { ...text, reasoningOutput: true },
};

/** What is known of a chat model by its name, whatever version (`:2.0.28.2`, `:latest`) or `-preview` follows. `{}` for a stranger. */
export function modelProfile(model: string): ModelProfile {
  const name = model.replace(/:.*$/, '').replace(/-preview$/, '');
  return { ...profiles[name] };
}

/** Vector sizes; a property of each model that no request can change. */
const dimensions: Readonly<Record<string, number>> = {
  Embeddings: 1024,
  'Embeddings-2': 1024,
  EmbeddingsGigaR: 2560,
  'GigaEmbeddings-3B-2025-09': 2048,
};

export const embeddingDimensions = (model: string): number | undefined => dimensions[model];
