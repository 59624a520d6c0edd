import type { DynamicToolUIPart, ToolUIPart } from 'ai';
import { useLanguage } from '../language/language-context.tsx';

interface ToolCallViewProps {
  readonly name: string;
  readonly part: ToolUIPart | DynamicToolUIPart;
  /** An answer that was stopped leaves calls without a result; they do not run any more. */
  readonly isWhole: boolean;
}

/** A function call while it runs and after: what went in, what came out. */
export function ToolCallView({ name, part, isWhole }: ToolCallViewProps) {
  const { words } = useLanguage();
  const state =
    part.state === 'output-available'
      ? 'done'
      : part.state === 'output-error'
        ? 'failed'
        : isWhole
          ? 'stopped'
          : 'running';
  return (
    <details className={`tool ${state}`}>
      <summary>
        <code>{name}</code> <span>{words.toolStates[state]}</span>
      </summary>
      <pre tabIndex={0}>{JSON.stringify(part.input, null, 2)}</pre>
      {part.state === 'output-available' && <pre tabIndex={0}>{JSON.stringify(part.output, null, 2)}</pre>}
      {part.state === 'output-error' && <p>{part.errorText}</p>}
    </details>
  );
}
