const prepositions = 'в|во|на|из|до|про|о|об|для|in|on|at|to|from|for|about';
const opening =
  /^\s*(?:а|ну а|и|and|what about|how about|а что насч[её]т|а как насч[её]т)\s+(?!если|как\s|что\s|кто\s|где\s|когда\s|почему\s|сколько\s|какой\s|какая\s|какие\s|какое\s|теперь|if\s)(.{2,40}?)\s*\?+\s*$/iu;

/**
 * «А в Казани?» after «Какая погода в Москве?» asks for the weather in Kazan: the end of the earlier question gives
 * way to the new words. Anything longer than three words stands on its own.
 */
export function completeFollowUp(question: string, previous: string | undefined): string {
  const words = opening.exec(question)?.[1];
  if (words === undefined || previous === undefined || words.split(/\s+/).length > 3) return question;
  const stem = previous.trim().replace(/[?.!]+$/, '');
  if (/^(?:сегодня|завтра|послезавтра|вчера|today|tomorrow|yesterday)$/iu.test(words))
    return `${stem} ${words}?`;
  const preposition = new RegExp(`^(${prepositions})\\s`, 'iu').exec(words)?.[1];
  if (preposition !== undefined) {
    const sameEnd = new RegExp(`(?<=^|\\s)(?:${prepositions})\\s+\\S+$`, 'iu');
    return sameEnd.test(stem) ? `${stem.replace(sameEnd, words)}?` : `${stem} ${words}?`;
  }
  const shorter = stem.replace(/\s+\S+$/u, '');
  return shorter === stem ? question : `${shorter} ${words}?`;
}
