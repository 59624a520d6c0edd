import { getToolName, isToolUIPart } from 'ai';
import { CopyButton } from '../copy-button.tsx';
import { PassagesView } from '../documents/passages-view.tsx';
import { useLanguage } from '../language/language-context.tsx';
import { Markdown } from '../markdown/markdown.tsx';
import type { Answer } from './answer.ts';
import { FileView } from './file-view.tsx';
import { ToolCallView } from './tool-call-view.tsx';
import { UsageView } from './usage-view.tsx';

type Part = Answer['parts'][number];

interface MessageViewProps {
  readonly message: Answer;
  readonly isWhole: boolean;
  readonly onRegenerate?: (() => void) | undefined;
}

/** One message, part by part, in the order in which the parts arrived. */
export function MessageView({ message, isWhole, onRegenerate }: MessageViewProps) {
  const { words } = useLanguage();
  const isAnswer = message.role === 'assistant';
  // Parts are only ever added at the end, so that their place is what tells them apart.
  const parts = message.parts.map((part, place) => ({ key: `${message.id}-${place}`, part }));
  const text = message.parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n\n');
  const passages = message.parts.find((part) => part.type === 'data-passages');
  const sources = message.parts.filter((part) => part.type === 'source-url');
  return (
    <article className={`message ${message.role}`}>
      <h2 className="who">{isAnswer ? words.assistant : words.you}</h2>
      {parts.map(({ key, part }) => (
        <PartView key={key} part={part} isAnswer={isAnswer} isWhole={isWhole} />
      ))}
      {passages && text !== '' && <PassagesView passages={passages.data} />}
      {sources.length > 0 && (
        <section className="sources">
          <h3>{words.sources}</h3>
          <ol>
            {sources.map((source) => (
              <li key={source.sourceId}>
                <a href={source.url} target="_blank" rel="noreferrer">
                  {source.title ?? source.url}
                </a>
              </li>
            ))}
          </ol>
        </section>
      )}
      {isAnswer && isWhole && (
        <footer className="after">
          {text !== '' && <CopyButton text={text} />}
          {onRegenerate && (
            <button type="button" className="quiet small" onClick={onRegenerate}>
              {words.regenerate}
            </button>
          )}
          <UsageView metadata={message.metadata} />
        </footer>
      )}
    </article>
  );
}

interface PartViewProps {
  readonly part: Part;
  readonly isAnswer: boolean;
  readonly isWhole: boolean;
}

function PartView({ part, isAnswer, isWhole }: PartViewProps) {
  const { words } = useLanguage();
  if (isToolUIPart(part)) return <ToolCallView name={getToolName(part)} part={part} isWhole={isWhole} />;
  switch (part.type) {
    case 'text':
      return isAnswer ? <Markdown text={part.text} /> : <div className="text plain">{part.text}</div>;
    case 'reasoning':
      return part.text === '' ? null : (
        <details className="reasoning" open={part.state === 'streaming' && !isWhole}>
          <summary>{words.reasoning}</summary>
          <p>{part.text}</p>
        </details>
      );
    case 'file':
      return <FileView part={part} isDrawn={isAnswer} />;
    default:
      return null;
  }
}
