/** A message taken apart: the question, the text handed over with it, and what it says about answering. */
export interface SplitPrompt {
  readonly question: string;
  readonly context: string;
  /** The message without the text handed over. */
  readonly instructions: string;
}

const contextLabel =
  /^[ \t]*(?:#{1,4}[ \t]*)?(?:\*\*)?(?:(?:retrieved |relevant |given |найденн\p{L}+ |релевантн\p{L}+ )?(?:context|контекст|documents?|документы?|passages?|фрагменты|sources?|источники|excerpts?|выдержки|knowledge(?: base)?|база знаний|информация|справка|article|статья|text|текст|материалы|search results|результаты поиска)(?: (?:для ответа|information|документов))?)(?:\*\*)?[ \t]*:(?:\*\*)?[ \t]*/imu;
const questionLabel =
  /^[ \t]*(?:#{1,4}[ \t]*)?(?:\*\*)?(?:user |my )?(?:question|вопрос(?: пользователя)?|query|запрос|human|user|пользователь)(?:\*\*)?[ \t]*:(?:\*\*)?[ \t]*/imu;
const answerLabel =
  /^[ \t]*(?:\*\*)?(?:helpful |полезный |your )?(?:answer|ответ|assistant)(?:\*\*)?[ \t]*:(?:\*\*)?[ \t]*(?=\n|$)[\s\S]*$/imu;
const tagged =
  /<(context|documents?|docs?|passages?|sources?|контекст|текст|text|article|data|knowledge|excerpts?)\b[^>]*>[\s\S]*<\/\1>/giu;
const introduced =
  /^(?=[^\n]*(?:context|контекст|document|документ|passage|фрагмент|excerpt|выдерж|текст|text|source|источник|информаци|следующ))[^\n]*:[ \t]*\n/imu;

/** Longer texts are read at their edges only: there the labels and the question stand. */
const longPrompt = 6_000;
const edge = 2_000;
const left = '\n⟦…⟧\n';

/** Tells the question from the text handed over with it, by labels, tags, introductions and place. */
export function splitPrompt(text: string): SplitPrompt {
  if (text.length <= longPrompt) return splitShort(text);
  const middle = text.slice(edge, -edge);
  const { question, context, instructions } = splitShort(`${text.slice(0, edge)}${left}${text.slice(-edge)}`);
  return {
    question: question.replace(left, ' '),
    context: context.includes(left) ? context.replace(left, () => middle) : `${context}\n${middle}`.trim(),
    instructions: instructions.replace(left, ' '),
  };
}

function splitShort(text: string): SplitPrompt {
  const bare = text.replace(answerLabel, '').trim();
  const inTags = bare.includes('</') ? bare.match(tagged) : null;
  if (inTags !== null) {
    const rest = bare.replace(tagged, '\n').trim();
    return { question: afterLabel(rest), context: inTags.join('\n\n'), instructions: rest };
  }
  const label = contextLabel.exec(bare);
  const asked = questionLabel.exec(bare);
  if (label !== null && (asked !== null || label.index > 0 || bare.length > 200)) {
    return splitAtLabels(bare, label, asked);
  }
  const intro = introduced.exec(bare);
  if (intro !== null && asked !== null && asked.index > intro.index) return splitAtLabels(bare, intro, asked);
  if (intro !== null && bare.length - intro.index > 120) {
    const end = intro.index + intro[0].length;
    const { body, tail } = questionAtEnd(bare.slice(end));
    return {
      question: tail === '' ? bare.slice(0, end).trim() : afterLabel(tail),
      context: body,
      instructions: `${bare.slice(0, end)}\n${tail}`.trim(),
    };
  }
  if (/(?:^|\n)\s*\[\d+\][^\n]{20}/.test(bare)) {
    const first = bare.search(/(?:^|\n)\s*\[\d+\]/);
    const { body, tail } = questionAtEnd(bare.slice(first));
    const before = bare.slice(0, first).trim();
    return {
      question: tail === '' ? before : afterLabel(tail),
      context: body,
      instructions: `${before}\n${tail}`.trim(),
    };
  }
  if (bare.length > 600) return splitLongText(bare);
  return { question: asked === null ? bare : afterLabel(bare), context: '', instructions: bare };
}

function splitAtLabels(text: string, label: RegExpExecArray, asked: RegExpExecArray | null): SplitPrompt {
  const isPartOfText = /^[ \t]*(?:source|источник)\s*:/iu.test(label[0]);
  const contextStart = isPartOfText ? label.index : label.index + label[0].length;
  if (asked !== null && asked.index > label.index) {
    const before = text.slice(0, label.index).trim();
    const question = text.slice(asked.index + asked[0].length).trim();
    return {
      question,
      context: text.slice(contextStart, asked.index).trim(),
      instructions: `${before}\n${question}`.trim(),
    };
  }
  const before = text.slice(0, label.index).trim();
  const { body, tail } = questionAtEnd(text.slice(contextStart));
  const asks = asked !== null ? afterLabel(before) : tail !== '' ? tail : before;
  return { question: asks, context: body, instructions: `${before}\n${tail}`.trim() };
}

/** A last short paragraph that asks is the question, what stands before it the text. */
function questionAtEnd(text: string): { body: string; tail: string } {
  const paragraphs = text.trim().split(/\n\s*\n|\n(?=[^\n]*\?\s*$)/);
  const last = paragraphs.at(-1)?.trim() ?? '';
  if (paragraphs.length > 1 && last.length < 300 && (/\?\s*$/.test(last) || questionLabel.test(last))) {
    return { body: text.trim().slice(0, text.trim().lastIndexOf(last)).trim(), tail: last };
  }
  return { body: text.trim(), tail: '' };
}

/** No labels, but far longer than a question: the first or the last paragraph asks, the rest is to be read. */
function splitLongText(text: string): SplitPrompt {
  const { body, tail } = questionAtEnd(text);
  if (tail !== '') return { question: afterLabel(tail), context: body, instructions: tail };
  const firstBreak = text.search(/\n|(?<=[^.!?]{10}):\s/);
  if (firstBreak > 0 && firstBreak < 300) {
    const first = text.slice(0, firstBreak).trim();
    return { question: first, context: text.slice(firstBreak + 1).trim(), instructions: first };
  }
  return { question: text, context: text, instructions: text };
}

function afterLabel(text: string): string {
  const label = questionLabel.exec(text);
  return label === null ? text.trim() : text.slice(label.index + label[0].length).trim();
}
