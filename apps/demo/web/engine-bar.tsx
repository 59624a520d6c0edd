import { useLanguage } from './language/language-context.tsx';

/** How the next answer is made. */
export interface Choice {
  readonly engine: 'ai-sdk' | 'langchain';
  readonly model: string;
  readonly api: 'v1' | 'v2';
  readonly reasoning: boolean;
}

interface EngineBarProps {
  readonly choice: Choice;
  readonly models: readonly string[];
  readonly isCodeShown: boolean;
  readonly onChange: (choice: Choice) => void;
  readonly onShowCode: () => void;
}

const engineNames = { 'ai-sdk': 'AI SDK', langchain: 'LangChain' } as const;

export function EngineBar({ choice, models, isCodeShown, onChange, onShowCode }: EngineBarProps) {
  const { words } = useLanguage();
  const listed = models.includes(choice.model) ? models : [choice.model, ...models];
  return (
    <section className="engine-bar" aria-label={words.answerSettings}>
      <fieldset>
        <legend className="unseen">{words.engine}</legend>
        {(['ai-sdk', 'langchain'] as const).map((engine) => (
          <label key={engine}>
            <input
              type="radio"
              name="engine"
              value={engine}
              checked={choice.engine === engine}
              onChange={() => onChange({ ...choice, engine })}
            />
            <span>{engineNames[engine]}</span>
          </label>
        ))}
      </fieldset>
      <button type="button" className="quiet small" aria-expanded={isCodeShown} onClick={onShowCode}>
        {`</> ${words.code}`}
      </button>
      <label>
        <span>{words.model}</span>
        <select value={choice.model} onChange={(event) => onChange({ ...choice, model: event.target.value })}>
          {listed.map((model) => (
            <option key={model}>{model}</option>
          ))}
        </select>
      </label>
      <label>
        <span>{words.generation}</span>
        <select
          value={choice.api}
          onChange={(event) => onChange({ ...choice, api: event.target.value === 'v2' ? 'v2' : 'v1' })}
        >
          <option>v1</option>
          <option>v2</option>
        </select>
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={choice.reasoning}
          onChange={(event) => onChange({ ...choice, reasoning: event.target.checked })}
        />
        {words.think}
      </label>
    </section>
  );
}
