import type { AnswerReply } from '../../reply.ts';
import { solve, formatNumber } from './arithmetic.ts';
import type { Asked } from './asked.ts';
import { subjectOf } from './fall-back.ts';
import { inLanguage } from './skill.ts';

const asksToSearch =
  /найди|поищи|загугли|в интернете|в сети|последни\p{L}+ новост|новости|search|google|look up|latest|news|online/iu;
const asksForCode =
  /(?:посчитай|вычисли|реши|запусти|выполни|построй|сколько будет|calculate|compute|run|execute|what is \d)/iu;
const asksForModel = /3d|3д|тр[её]хмерн|объ[её]мн\p{L}+ модел/iu;

/** An answer with one of the server's own tools; honest about having no network behind it. */
export function useBuiltIn(asked: Asked, isForced = false): AnswerReply | undefined {
  const { question, turn } = asked;
  const has = (name: string): boolean => turn.builtIns?.includes(name) === true;
  const url = /https?:\/\/[^\s<>"')]+/.exec(question)?.[0];
  if (has('url_content_extraction') && url !== undefined) {
    return {
      type: 'answer',
      builtIns: [{ name: 'url_content_extraction', status: 'success' }],
      sources: [{ url, title: hostOf(url) }],
      text: inLanguage(
        asked,
        `Вы дали ссылку на ${hostOf(url)}. Я локальный эмулятор и в сеть не хожу, поэтому страницу не открывал; настоящая модель пересказала бы её здесь.`,
        `You gave a link to ${hostOf(url)}. I am a local emulator and never go online, so I have not opened the page; the real model would retell it here.`,
      ),
    };
  }
  if (has('code_interpreter') && (isForced || asksForCode.test(question))) {
    const solved = solve(question);
    if (solved !== undefined) {
      return {
        type: 'answer',
        builtIns: [{ name: 'code_interpreter', status: 'success' }],
        text: `\`\`\`python\nprint(${solved.expression
          .replaceAll('^', '**')
          .replace(/√(\d+(?:\.\d+)?)/g, '($1 ** 0.5)')
          .replaceAll(
            '%',
            '/100',
          )})\n\`\`\`\n\n${inLanguage(asked, 'Результат', 'Result')}: ${formatNumber(solved.value, asked.language)}`,
      };
    }
  }
  const model = ['model_3d_generate', 'text2model3d'].find(has);
  if (model !== undefined && (isForced || asksForModel.test(question))) {
    return {
      type: 'answer',
      builtIns: [{ name: model, status: 'fail' }],
      text: inLanguage(
        asked,
        'Объёмные модели локальный эмулятор не лепит, зато умеет рисовать: попросите «нарисуй…».',
        'The local emulator does not sculpt 3D models, but it can draw: ask "draw …".',
      ),
    };
  }
  if (has('web_search') && (isForced || asksToSearch.test(question))) {
    const subject = subjectOf(question.replace(asksToSearch, ' ')) ?? question;
    return {
      type: 'answer',
      builtIns: [{ name: 'web_search', status: 'success' }],
      sources: [{ url: `https://example.com/search?q=${encodeURIComponent(subject)}`, title: subject }],
      text: inLanguage(
        asked,
        `Искал «${subject}». Я локальный эмулятор без выхода в сеть, поэтому источник здесь условный, а по форме всё как у настоящего поиска.`,
        `I searched for "${subject}". I am a local emulator without a network, so the source is a stand-in, but the shape is that of a real search.`,
      ),
    };
  }
  return undefined;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
