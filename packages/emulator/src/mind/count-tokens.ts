/**
 * The rule tokens are counted by: a word costs one for every seven letters begun, a number one for every three
 * digits begun, every other sign and every ideograph one each; single spaces are free and so is the first
 * line break of several. `Good day` and `Добрый день` are two each, as on the public host.
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
      const kept = /\p{L}/u.test(match[0]) ? left * lettersPerToken : left * digitsPerToken;
      const cutAt = left === 0 || cost === 1 ? match.index : match.index + kept;
      return { text: text.slice(0, cutAt).trimEnd(), isCut: true };
    }
    left -= cost;
  }
  return { text, isCut: false };
}

const lettersPerToken = 7;
const digitsPerToken = 3;

function costOf(match: string): number {
  if (/^\s/.test(match)) return match === ' ' || !match.includes('\n') ? 0 : 1;
  if (/^\p{N}/u.test(match)) return Math.ceil(match.length / digitsPerToken);
  return Math.ceil(match.length / lettersPerToken);
}
