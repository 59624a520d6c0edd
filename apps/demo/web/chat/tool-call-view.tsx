import type { DynamicToolUIPart, ToolUIPart } from 'ai';
import { useLanguage } from '../language/language-context.tsx';

interface ToolCallViewProps {
  readonly name: string;
  readonly part: ToolUIPart | DynamicToolUIPart;
}

/** A function call while it runs and after: what went in, what came out. */
export function ToolCallView({ name, part }: ToolCallViewProps) {
  const { words } = useLanguage();
  const state =
    part.state === 'output-available'
      ? words.toolDone
      : part.state === 'output-error'
        ? words.toolFailed
        : words.toolRunning;
  return (
    <details className={`tool ${part.state}`}>
      <summary>
        <code>{name}</code> · {state}
      </summary>
      <pre>{JSON.stringify(part.input, null, 2)}</pre>
      {part.state === 'output-available' && <pre>{JSON.stringify(part.output, null, 2)}</pre>}
      {part.state === 'output-error' && <p>{part.errorText}</p>}
    </details>
  );
}
