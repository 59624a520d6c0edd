import type { EmulatorOptions } from '../emulator-options.ts';

export type Profile = NonNullable<EmulatorOptions['profile']>;
export type ModelType = 'chat' | 'embedder' | 'aicheck' | 'filter';

export interface ServedModel {
  readonly id: string;
  readonly type: ModelType;
  /** Follows the id in answers of chat models. */
  readonly version: string;
  /** Answers, but is absent from the list: how old names live on at the current host. */
  readonly isHidden: boolean;
  readonly seesImages: boolean;
  readonly contextTokens: number;
}

const generations = {
  1: { version: '2.0.28.2', contextTokens: 32_768 },
  2: { version: '2.0.28.2', contextTokens: 131_072 },
  3: { version: '32.3.18.5', contextTokens: 262_144 },
} as const;

const versions: Readonly<Record<string, string>> = {
  'GigaChat-2-Max': '2.0.30.01',
  'GigaChat-3-Lightning': '32.4.16.3',
};

const firstGeneration = ['GigaChat', 'GigaChat-Pro', 'GigaChat-Max', 'GigaChat-Plus'];
const secondGeneration = ['GigaChat-2', 'GigaChat-2-Pro', 'GigaChat-2-Max'];
const thirdGeneration = ['GigaChat-3-Lightning', 'GigaChat-3-Pro', 'GigaChat-3-Ultra'];
const embedders = ['Embeddings', 'Embeddings-2', 'EmbeddingsGigaR', 'GigaEmbeddings-3B-2025-09'];
const corporate = [
  other('GigaCheckClassification', 'aicheck'),
  other('GigaCheckDetection', 'aicheck'),
  other('GigaFilter', 'filter'),
];

/** What each host serves, in the order it lists it. */
export const modelsOf: Readonly<Record<Profile, readonly ServedModel[]>> = {
  'giga.chat': [
    ...chat(secondGeneration, 2),
    ...chat(thirdGeneration, 3),
    ...embedders.map((id) => other(id, 'embedder')),
    ...hidden([...chat(firstGeneration, 1), ...chat(['GigaChat-2-Reasoning'], 2), ...corporate]),
  ],
  legacy: [
    ...chat(firstGeneration, 1),
    ...chat(previews(firstGeneration), 1),
    ...chat(secondGeneration, 2),
    ...chat(previews(secondGeneration), 2),
    ...embedders.map((id) => other(id, 'embedder')),
    ...hidden(corporate),
  ],
  internal: [
    ...chat(firstGeneration, 1),
    ...chat([...secondGeneration, 'GigaChat-2-Reasoning'], 2),
    ...chat(thirdGeneration, 3),
    ...embedders.map((id) => other(id, 'embedder')),
    ...corporate,
  ],
};

/** By id, by `id:version` or by `id:latest`; `wrong-version` when the id is right and the version is not. */
export function findModel(profile: Profile, name: string): ServedModel | 'wrong-version' | undefined {
  const colon = name.lastIndexOf(':');
  const id = colon === -1 ? name : name.slice(0, colon);
  const version = colon === -1 ? undefined : name.slice(colon + 1);
  const found = modelsOf[profile].find((model) => model.id === id);
  if (found === undefined || version === undefined) return found;
  return version === 'latest' || version === found.version ? found : 'wrong-version';
}

function chat(ids: readonly string[], generation: 1 | 2 | 3): ServedModel[] {
  return ids.map((id) => ({
    id,
    type: 'chat',
    version: versions[id] ?? generations[generation].version,
    isHidden: false,
    seesImages: generation === 3 || /-(?:Pro|Max)/.test(id),
    contextTokens: generations[generation].contextTokens,
  }));
}

function other(id: string, type: ModelType): ServedModel {
  return { id, type, version: '', isHidden: false, seesImages: false, contextTokens: 4096 };
}

function hidden(models: readonly ServedModel[]): ServedModel[] {
  return models.map((model) => ({ ...model, isHidden: true }));
}

function previews(ids: readonly string[]): string[] {
  return ids.map((id) => `${id}-preview`);
}
