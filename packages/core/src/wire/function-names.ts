/** Names of functions there and back. */
export interface FunctionNames {
  /** The name as the wire accepts it. */
  toWire(name: string): string;
  /** Wire name -> the caller's name, where they differ. */
  readonly toOriginal: ReadonlyMap<string, string>;
}

const MAX_LENGTH = 64;

/** Built-in tools of either generation: a function of the caller's with such a name would be taken for the tool. */
const reserved: ReadonlySet<string> = new Set([
  'text2image',
  'text2model3d',
  'web_search',
  'url_content_extraction',
  'image_generate',
  'model_3d_generate',
  'code_interpreter',
  'get_datetime',
  'memory',
]);

const legal = /^[A-Za-z_.-][A-Za-z0-9_.-]*$/;

const isSpeakable = (name: string): boolean =>
  legal.test(name) && name.length <= MAX_LENGTH && !reserved.has(name);

/**
 * Maps names outside the wire's alphabet (Latin letters, digits but not first, `_`, `-`, `.`), reserved ones and overlong
 * ones. Cyrillic is transliterated, so that the model still reads a meaning. Names that are fine stay as they are,
 * whatever else is in the list; two names that would meet are told apart by a hash of the original.
 */
export function createFunctionNames(names: Iterable<string>): FunctionNames {
  const distinct = new Set(names);
  const toWire = new Map<string, string>();
  const toOriginal = new Map<string, string>();
  const taken = new Set<string>([...distinct].filter(isSpeakable));
  for (const name of taken) toWire.set(name, name);
  for (const name of distinct) {
    if (taken.has(name) && toWire.has(name)) continue;
    let candidate = spell(name);
    for (let salt = 0; taken.has(candidate); salt += 1)
      candidate = withSuffix(spell(name), hash(`${name}${salt || ''}`));
    taken.add(candidate);
    toWire.set(name, candidate);
    toOriginal.set(candidate, name);
  }
  return { toWire: (name) => toWire.get(name) ?? spell(name), toOriginal };
}

function spell(name: string): string {
  if (isSpeakable(name)) return name;
  if (reserved.has(name)) return `user_${name}`;
  let spelled = '';
  for (const letter of name.normalize('NFC')) spelled += spellLetter(letter);
  if (!/[A-Za-z0-9]/.test(spelled)) spelled = `function_${hash(name)}`;
  if (/^[0-9]/.test(spelled)) spelled = `_${spelled}`;
  if (reserved.has(spelled)) spelled = `user_${spelled}`;
  return spelled.length > MAX_LENGTH ? withSuffix(spelled, hash(name)) : spelled;
}

function spellLetter(letter: string): string {
  if (/[A-Za-z0-9_.-]/.test(letter)) return letter;
  const lower = letter.toLowerCase();
  const latin = cyrillic[lower];
  if (latin === undefined) return '_';
  return letter === lower ? latin : latin.slice(0, 1).toUpperCase() + latin.slice(1);
}

const withSuffix = (name: string, suffix: string): string =>
  `${name.slice(0, MAX_LENGTH - suffix.length - 1)}_${suffix}`;

/** FNV-1a over UTF-16 units: short and the same on every run; it keeps names apart, no more is asked of it. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return value.toString(36).padStart(7, '0');
}

const cyrillic: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'yo',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  і: 'i',
  ї: 'yi',
  є: 'ye',
  ґ: 'g',
  ў: 'u',
};
