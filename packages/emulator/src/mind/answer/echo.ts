import type { Skill } from './skill.ts';

const asks =
  /^\s*(?:(?:пожалуйста|please),?\s+)?(?:просто |just )?(?:повтори(?: за мной| дословно| фразу| слово| точно)*|скажи|ответь|напиши|произнеси|repeat(?: after me| exactly| the (?:word|phrase))*|say|respond with|reply with|answer with|write|echo|output)(?: только| ровно| exactly| only| just| the (?:word|phrase)| слово| фразу| одно слово| одним словом)*\s*(?::\s*(?<plain>[^\n]+)|[«"“'`](?<quoted>[^»"”'`]+)[»"”'`])/iu;
const saysThis = /^\s*say (?<plain>this is a test|hello(?: world)?|hi|pong|ok|yes|no)\s*[.!]?\s*$/i;

/** Says what it is asked to say: `Say "pong"`, «Повтори: раз, два». */
export const echo: Skill = ({ question }) => {
  const groups = (asks.exec(question) ?? saysThis.exec(question))?.groups;
  const said = (groups?.['quoted'] ?? groups?.['plain'])?.trim();
  if (said === undefined || said === '') return undefined;
  return said.length < 40 && groups?.['quoted'] === undefined && saysThis.test(question)
    ? said.charAt(0).toUpperCase() + said.slice(1)
    : said.replace(/^[«"“'`](.*)[»"”'`]\.?$/u, '$1');
};
