import type { GigaChatLanguageModelOptions } from '../language-model-options.ts';
import {
  anObject,
  aNumber,
  arrayOf,
  aSwitch,
  aText,
  oneOf,
  type OptionRules,
  texts,
} from './option-rules.ts';

export const languageModelOptionRules: OptionRules<GigaChatLanguageModelOptions> = {
  repetitionPenalty: aNumber,
  updateInterval: aNumber,
  reasoningEffort: oneOf('off', 'low', 'medium', 'high'),
  profanityCheck: aSwitch,
  topLogprobs: aNumber,
  flags: texts,
  storage: anObject(),
  ranker: anObject(),
  filter: anObject(),
  timezone: aText,
  normalizeHistory: aSwitch,
  preset: aText,
  regex: aText,
  strictJsonSchema: aSwitch,
  structuredOutput: oneOf('native', 'function'),
  partialArguments: anObject(),
  builtInTools: arrayOf(
    oneOf('web-search', 'url-extraction', 'image-generation', 'code-interpreter', 'model-3d'),
  ),
  requestId: aText,
  sessionId: aText,
  clientId: aText,
  timeoutMs: aNumber,
  wireExtras: anObject(),
};
