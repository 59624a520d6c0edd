import type { SeededRandom } from '../seeded-random.ts';

const mostRepeats = 3;

/**
 * A text that a regular expression accepts, for the everyday subset: literals, classes, groups, alternatives,
 * quantifiers, anchors. `undefined` when the pattern asks for more than that.
 */
export function samplePattern(pattern: string, random: SeededRandom): string | undefined {
  let accepts: RegExp;
  try {
    accepts = new RegExp(pattern, 'u');
  } catch {
    return undefined;
  }
  for (let attempt = 0; attempt < 8; attempt++) {
    const sample = readAlternatives({ pattern, at: 0 }, random);
    if (accepts.test(sample)) return sample;
  }
  return undefined;
}

interface Reader {
  readonly pattern: string;
  at: number;
}

function readAlternatives(reader: Reader, random: SeededRandom): string {
  const ways = [readSequence(reader, random)];
  while (reader.pattern[reader.at] === '|') {
    reader.at++;
    ways.push(readSequence(reader, random));
  }
  return random.pick([ways[0] ?? '', ...ways.slice(1)]);
}

function readSequence(reader: Reader, random: SeededRandom): string {
  let made = '';
  while (reader.at < reader.pattern.length && !'|)'.includes(reader.pattern[reader.at] ?? '')) {
    const start = reader.at;
    const once = readAtom(reader, random);
    const end = reader.at;
    const [least, most] = readQuantifier(reader);
    const after = reader.at;
    const times = random.integer(least, Math.max(least, Math.min(most, least + mostRepeats)));
    if (times > 0) made += once;
    for (let time = 1; time < times; time++) {
      const again: Reader = { pattern: reader.pattern.slice(0, end), at: start };
      made += readAtom(again, random);
    }
    reader.at = after;
  }
  return made;
}

function readAtom(reader: Reader, random: SeededRandom): string {
  const sign = reader.pattern[reader.at++] ?? '';
  if (sign === '^' || sign === '$') return '';
  if (sign === '.') return random.pick(['a', 'e', 'k', 'o', 't']);
  if (sign === '\\') return readEscape(reader, random);
  if (sign === '[') return readClass(reader, random);
  if (sign !== '(') return sign;
  const isLookAround = /^\?<?[=!]/.test(reader.pattern.slice(reader.at));
  const opening = /^\?(?::|<?[=!]|<[^>]+>)/.exec(reader.pattern.slice(reader.at))?.[0] ?? '';
  reader.at += opening.length;
  const inside = readAlternatives(reader, random);
  reader.at++;
  return isLookAround ? '' : inside;
}

const digits = '0123456789';
const letters = 'abcdefghijklmnopqrstuvwxyz';

function readEscape(reader: Reader, random: SeededRandom): string {
  const sign = reader.pattern[reader.at++] ?? '';
  if (sign === 'd') return one(digits, random);
  if (sign === 'w') return one(letters, random);
  if (sign === 's') return ' ';
  if (sign === 'b' || sign === 'B') return '';
  if (sign === 'n') return '\n';
  if (sign === 't') return '\t';
  if (sign === 'p') {
    const name = /^\{([^}]*)\}/.exec(reader.pattern.slice(reader.at));
    reader.at += name?.[0].length ?? 0;
    return one(
      name?.[1]?.startsWith('N') ? digits : name?.[1] === 'Lu' ? letters.toUpperCase() : letters,
      random,
    );
  }
  if (sign === 'D' || sign === 'S') return one(letters, random);
  if (sign === 'W') return '-';
  return sign;
}

function readClass(reader: Reader, random: SeededRandom): string {
  const isNegated = reader.pattern[reader.at] === '^';
  if (isNegated) reader.at++;
  let allowed = '';
  while (reader.at < reader.pattern.length && reader.pattern[reader.at] !== ']') {
    const first = reader.pattern[reader.at++] ?? '';
    if (first === '\\') {
      const escape = reader.pattern[reader.at] ?? '';
      if (escape === 'd') allowed += digits;
      else if (escape === 'w') allowed += letters + digits;
      else if (escape === 's') allowed += ' ';
      else {
        allowed += readEscape(reader, random);
        continue;
      }
      reader.at++;
    } else if (reader.pattern[reader.at] === '-' && !']'.includes(reader.pattern[reader.at + 1] ?? ']')) {
      const last = reader.pattern[reader.at + 1] ?? first;
      reader.at += 2;
      for (
        let code = first.codePointAt(0) ?? 0;
        code <= (last.codePointAt(0) ?? 0) && allowed.length < 300;
        code++
      ) {
        allowed += String.fromCodePoint(code);
      }
    } else allowed += first;
  }
  reader.at++;
  if (!isNegated) return one(allowed, random);
  const rest = [...(letters + digits + letters.toUpperCase())]
    .filter((letter) => !allowed.includes(letter))
    .join('');
  return one(rest, random);
}

function readQuantifier(reader: Reader): [number, number] {
  const match = /^(?:([*+?])|\{(\d+)(,(\d*))?\})\??/.exec(reader.pattern.slice(reader.at));
  if (match === null) return [1, 1];
  reader.at += match[0].length;
  if (match[1] === '*') return [0, mostRepeats];
  if (match[1] === '+') return [1, 1 + mostRepeats];
  if (match[1] === '?') return [0, 1];
  const least = Number(match[2]);
  return [least, match[3] === undefined ? least : match[4] === '' ? least + mostRepeats : Number(match[4])];
}

function one(allowed: string, random: SeededRandom): string {
  return allowed === '' ? '' : (allowed[random.integer(0, allowed.length - 1)] ?? '');
}
