import { inLanguage, type Skill } from './skill.ts';

/** Works out the expression a question holds, written with signs or with words. */
export const arithmetic: Skill = (asked) => {
  const solved = solve(asked.question);
  if (solved === undefined) return undefined;
  const { expression, value } = solved;
  if (Number.isNaN(value) || !Number.isFinite(value)) {
    return inLanguage(asked, 'На ноль делить нельзя.', 'One cannot divide by zero.');
  }
  const result = formatNumber(value, asked.language);
  return asked.manners.isBrief ? result : `${prettyExpression(expression)} = ${result}`;
};

export interface Solved {
  readonly expression: string;
  readonly value: number;
}

/** The first expression of a text with at least one operation, and its value. */
export function solve(text: string): Solved | undefined {
  const signs = withSigns(text.toLowerCase());
  for (const match of signs.matchAll(/[-√(\d][\d\s.,()+\-*/^%√]*[\d)%]/g)) {
    const expression = match[0]
      .replace(/(\d)\s+(?=\d{3}(?!\d))/g, '$1')
      .replace(/(\d),(\d)/g, '$1.$2')
      .replace(/\s+/g, '');
    if (
      !/\d[-+*/^%]|√\d|√\(/.test(expression) ||
      /^\d+%$|\d{1,2}\.\d{1,2}\.\d|^\d{4}-\d\d?-\d|^[+\d][\d()-]{9,}$/.test(expression)
    )
      continue;
    if (
      !/[+*^√]/.test(expression) &&
      !asksToCalculate.test(text) &&
      match[0].length < text.trim().length * 0.6
    )
      continue;
    const value = evaluate(expression);
    if (value !== undefined) return { expression, value };
  }
  return undefined;
}

const asksToCalculate =
  /раздели|подели|вычти|отними|divide|subtract|сколько|посчита|вычисл|реши|равно|calculat|comput|what(?:'s| is)|how much|evaluate|=/i;

const spelled: readonly (readonly [pattern: RegExp, sign: string])[] = [
  [
    /(?<!\d)(\d+(?:[.,]\d+)?)\s*(?:%|процент\p{L}*|percent)\s*(?:от|of|из)(?:\s+(?:числа|суммы))?\s*(\d)/gu,
    '$1%*$2',
  ],
  [
    /(?:квадратн\p{L}+ )?корень (?:квадратный )?(?:из |числа )*(?=[\d(])|(?:the )?square root of |sqrt\s*(?=[\d(])/gu,
    '√',
  ],
  [/(?:раздели|подели|divide)\s+(\d[\d.,]*)\s+(?:на|by)\s+(?=\d)/gu, '$1/'],
  [/(?:умножь|помножь|перемножь|multiply)\s+(\d[\d.,]*)\s+(?:на|и|by|and)\s+(?=\d)/gu, '$1*'],
  [/(?:сложи|add|(?:the )?sum of|сумма|сумму)\s+(\d[\d.,]*)\s+(?:и|с|to|and)\s+(?=\d)/gu, '$1+'],
  [/(?:вычти|отними|subtract)\s+(\d[\d.,]*)\s+(?:из|от|from)\s+(\d+)/gu, '$2-$1'],
  [/\s*(?:умножить на|умноженное на|помножить на|multiplied by|times|×|·|⋅)\s*/gu, '*'],
  [/\s*(?:разделить на|поделить на|делить на|делённое на|divided by|÷)\s*/gu, '/'],
  [/\s+(?:плюс|plus|прибавить(?: к)?)\s+/gu, '+'],
  [/\s+(?:минус|minus)\s+/gu, '-'],
  [/\s+(?:в степени|to the power of)\s+/gu, '^'],
  [/\s+в квадрате(?!\p{L})|\s+squared/gu, '^2'],
  [/\s+в кубе(?!\p{L})|\s+cubed/gu, '^3'],
  [/(\d)\s*[xх]\s*(?=\d)/gu, '$1*'],
  [/[−–—](?=\s*\d)/gu, '-'],
  [/\*\*/g, '^'],
  [/(\d)\s*:\s*(?=\d+\s*(?:=|$|\?))/g, '$1/'],
];

const smallNumbers: ReadonlyMap<string, number> = new Map(
  'ноль один два три четыре пять шесть семь восемь девять десять'
    .split(' ')
    .map((word, value) => [word, value] as const)
    .concat(
      'zero one two three four five six seven eight nine ten'.split(' ').map((word, value) => [word, value]),
    ),
);

function withSigns(text: string): string {
  let signs = text;
  if (
    /плюс|минус|умнож|дели|plus|minus|times|divide|multipl|сложи|вычти|отними|add|subtract|sum/.test(text)
  ) {
    signs = signs.replace(/\p{L}+/gu, (word) => String(smallNumbers.get(word) ?? word));
  }
  for (const [pattern, sign] of spelled) signs = signs.replace(pattern, sign);
  return signs;
}

/** Recursive descent over + - * / ^ % √ and brackets; `undefined` for what is no expression. */
function evaluate(expression: string): number | undefined {
  let at = 0;
  const sum = (): number => {
    let value = product();
    while (expression[at] === '+' || expression[at] === '-')
      value += expression[at++] === '+' ? product() : -product();
    return value;
  };
  const product = (): number => {
    let value = power();
    while (expression[at] === '*' || expression[at] === '/') {
      if (expression[at++] === '*') value *= power();
      else {
        const divisor = power();
        value = divisor === 0 ? Number.NaN : value / divisor;
      }
    }
    return value;
  };
  const power = (): number => {
    const base = unary();
    return expression[at] === '^' && at++ >= 0 ? base ** power() : base;
  };
  const unary = (): number => {
    if (expression[at] === '-' && at++ >= 0) return -unary();
    if (expression[at] === '√' && at++ >= 0) return Math.sqrt(unary());
    let value: number;
    if (expression[at] === '(') {
      at++;
      value = sum();
      if (expression[at++] !== ')') throw new SyntaxError('A bracket is not closed.');
    } else {
      const digits = /^\d+(?:\.\d+)?/.exec(expression.slice(at))?.[0];
      if (digits === undefined) throw new SyntaxError('A number is missing.');
      at += digits.length;
      value = Number(digits);
    }
    return expression[at] === '%' && at++ >= 0 ? value / 100 : value;
  };
  try {
    const value = sum();
    return at === expression.length ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function formatNumber(value: number, language: 'ru' | 'en'): string {
  const rounded = Number(value.toPrecision(12));
  if (Math.abs(rounded) >= 1e21) return String(rounded);
  const text = Number.isInteger(rounded) ? BigInt(rounded).toString() : String(Number(rounded.toFixed(6)));
  return language === 'ru' ? text.replace('.', ',') : text;
}

function prettyExpression(expression: string): string {
  return expression
    .replace(/(?<=[\d)%])([-+*/])/g, ' $1 ')
    .replace(/\*/g, '×')
    .replace(/\//g, '÷');
}
