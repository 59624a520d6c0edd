import type { AnswerMetadata } from '../../server/answer/answer-metadata.ts';
import { useLanguage } from '../language/language-context.tsx';

const engineNames = {
  'ai-sdk': 'AI SDK',
  langchain: 'LangChain',
  documents: 'LangChain + pgvector',
} as const;

/** Who made the answer and how many tokens it took. */
export function UsageView({ metadata }: { readonly metadata: AnswerMetadata | undefined }) {
  const { words } = useLanguage();
  if (metadata === undefined) return null;
  const { engine, model, api, inputTokens, outputTokens } = metadata;
  const facts = [
    engine && engineNames[engine],
    model && `${model}${api === undefined ? '' : ` · ${api}`}`,
    inputTokens !== undefined && outputTokens !== undefined && words.tokens(inputTokens, outputTokens),
  ];
  return <span className="usage">{facts.filter(Boolean).join(' · ')}</span>;
}
