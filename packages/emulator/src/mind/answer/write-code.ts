import { codeSamples } from './code-samples.ts';
import { inLanguage, type Skill } from './skill.ts';

const asks =
  /(?:напиши|покажи|дай|сделай|реализуй|нужн\p{L}+|пример|write|show|give|implement|create|generate)[^.!?]{0,60}(?:функци|код|программ|скрипт|алгоритм|function|code|program|script|snippet|algorithm|python|питон|пайтон|typescript|javascript|fizz ?buzz)|(?:на|in)\s+(?:python|питоне|typescript|javascript|js|ts)(?!\p{L})/iu;

/** Short programs people ask for most, in Python or TypeScript. */
export const writeCode: Skill = (asked) => {
  const { question } = asked;
  if (!asks.test(question)) return undefined;
  const isPython =
    /python|питон|пайтон/i.test(question) || !/typescript|javascript|\b(?:ts|js|node)\b/i.test(question);
  const language = isPython ? 'python' : 'typescript';
  const sample = codeSamples.find((other) => other.asks.test(question));
  if (sample === undefined) return skeleton(question, isPython, asked.language === 'ru');
  const code = `\`\`\`${language}\n${sample[language]}\n\`\`\``;
  if (asked.manners.isBrief || /только код|only (?:the )?code|code only/i.test(question)) return code;
  const named = isPython ? 'Python' : 'TypeScript';
  return `${heading(inLanguage(asked, `${sample.russian} на ${named}:`, `${sample.english} in ${named}:`))}\n\n${code}`;
};

function skeleton(question: string, isPython: boolean, isRussian: boolean): string | undefined {
  if (!/функци|function/i.test(question)) return undefined;
  const name =
    /[`«"“]([A-Za-z_]\w*)[`»"”(]/.exec(question)?.[1] ?? (isPython ? 'process_items' : 'processItems');
  const code = isPython
    ? `def ${name}(items: list[str]) -> list[str]:\n    return [item.strip() for item in items if item.strip()]`
    : `export function ${name}(items: readonly string[]): string[] {\n  return items.map((item) => item.trim()).filter((item) => item !== '');\n}`;
  const note = isRussian
    ? 'Я локальный эмулятор и пишу код по образцам, поэтому вот заготовка, от которой можно оттолкнуться:'
    : 'I am a local emulator and write code from samples, so here is a starting point:';
  return `${note}\n\n\`\`\`${isPython ? 'python' : 'typescript'}\n${code}\n\`\`\``;
}

function heading(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
