import { getToolName, isToolUIPart, type UIMessage } from 'ai';
import Markdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { useLanguage } from '../language/language-context.tsx';
import { ToolCallView } from './tool-call-view.tsx';

type Part = UIMessage['parts'][number];

/** One message, part by part, in the order in which the parts arrived. */
export function MessageView({ message }: { readonly message: UIMessage }) {
  const { words } = useLanguage();
  return (
    <article className={`message ${message.role}`}>
      <h2 className="who">{message.role === 'user' ? words.you : words.assistant}</h2>
      {message.parts.map((part, index) => (
        <PartView key={`${message.id}-${index}`} part={part} />
      ))}
    </article>
  );
}

function PartView({ part }: { readonly part: Part }) {
  const { words } = useLanguage();
  if (isToolUIPart(part)) return <ToolCallView name={getToolName(part)} part={part} />;
  switch (part.type) {
    case 'text':
      return (
        <div className="text">
          <Markdown remarkPlugins={[remarkGfm]}>{part.text}</Markdown>
        </div>
      );
    case 'reasoning':
      return (
        <details className="reasoning">
          <summary>{words.reasoning}</summary>
          {part.text}
        </details>
      );
    case 'file':
      return part.mediaType.startsWith('image/') ? (
        <img className="picture" src={part.url} alt={part.filename ?? ''} />
      ) : (
        <a href={part.url} download={part.filename}>
          {part.filename ?? part.mediaType}
        </a>
      );
    case 'source-url':
      return (
        <a className="source" href={part.url} target="_blank" rel="noreferrer">
          {part.title ?? part.url}
        </a>
      );
    default:
      return null;
  }
}
