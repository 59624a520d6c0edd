/**
 * The rule tokens are counted by: a word costs one for every seven letters begun, a number one for every three
 * digits begun, every other sign and every ideograph one each, a run of line breaks one; other spaces are free.
 * `Good day` and `Добрый день` are two each, as on the public host.
 */
const piece = /[\p{Script=Latin}\p{Script=Cyrillic}\p{M}]+|\p{N}+|\s+|[^\s]/gu;

export function countTokens(text: string): number {
  let tokens = 0;
  for (const [match] of text.matchAll(piece)) tokens += costOf(match);
  return tokens;
}

/** The longest beginning of a text that costs no more than that. Long words are cut inside. */
export function cutToTokens(
  text: string,
  maxTokens: number,
): { readonly text: string; readonly isCut: boolean } {
  let left = maxTokens;
  for (const match of text.matchAll(piece)) {
    const cost = costOf(match[0]);
    if (cost > left) {
      const kept = [...match[0]].slice(0, left * charactersPerToken(match[0])).join('');
      return { text: `${text.slice(0, match.index)}${kept}`.trimEnd(), isCut: true };
    }
    left -= cost;
  }
  return { text, isCut: false };
}

function costOf(match: string): number {
  if (/^\s/.test(match)) return match.includes('\n') ? 1 : 0;
  return Math.ceil([...match].length / charactersPerToken(match));
}

function charactersPerToken(match: string): number {
  return /^\p{N}/u.test(match) ? 3 : 7;
}
