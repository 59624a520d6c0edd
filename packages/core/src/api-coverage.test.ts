import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GigaChat } from './index.ts';

// The page that says what is covered, held to its word.
const source = import.meta.dirname;
const page = readFileSync(join(source, '../../../docs/api-coverage.md'), 'utf8');

interface Row {
  readonly subject: string;
  readonly name: string;
  readonly tests: readonly string[];
}

const inTicks = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);

const rows: readonly Row[] = page.split('\n').flatMap((line) => {
  const cells = line.startsWith('|') ? line.split('|').slice(1, -1) : [];
  const [subject = '', name = '', proof = ''] = cells.map((cell) => cell.trim());
  if (subject === '' || subject === 'The API' || /^-+$/.test(subject)) return [];
  return [{ subject, name, tests: inTicks(proof) }];
});

/** A test with everything that it may read from beside it. */
function textOf(testFile: string): string {
  const path = join(source, testFile);
  const fixtures = join(dirname(path), '__fixtures__');
  const beside = existsSync(fixtures) ? readdirSync(fixtures).map((name) => join(fixtures, name)) : [];
  return [path, ...beside].map((file) => readFileSync(file, 'utf8')).join('\n');
}

describe.each(rows)('$subject', ({ subject, name, tests }) => {
  test('has a name here and a test that exists', () => {
    expect(name).not.toBe('');
    expect(tests).not.toEqual([]);
    for (const testFile of tests) expect(existsSync(join(source, testFile)), testFile).toBe(true);
  });

  test('is spoken of in that test', () => {
    const text = tests.map(textOf).join('\n').toLowerCase();
    for (const word of inTicks(subject)) {
      // An endpoint is known by its last fixed parts; the emulated ids in between differ from test to test.
      const spoken = word.replace(/^(GET|POST) /, '').replace(/^.*\{id\}/, '');
      expect(text, word).toContain(spoken.toLowerCase());
    }
  });
});

test('the page has rows at all', () => {
  expect(rows.length).toBeGreaterThan(100);
});

test('every public method of a client stands in some row', () => {
  const methods = methodsOf(new GigaChat({ accessToken: 'token' }), '');
  expect(methods).toContain('threads.messages.rerun');
  const named = new Set(rows.flatMap(({ name }) => inTicks(name)));
  expect(methods.filter((method) => !named.has(method))).toEqual([]);
});

/** Methods of a client and of the resources it holds: `close`, `files.upload`, `threads.messages.run`. */
function methodsOf(value: object, path: string): string[] {
  const prototype: unknown = Object.getPrototypeOf(value);
  const inherited =
    typeof prototype === 'object' && prototype !== null && prototype !== Object.prototype
      ? Object.entries(Object.getOwnPropertyDescriptors(prototype)).filter(([name]) => name !== 'constructor')
      : [];
  const members: readonly (readonly [string, unknown])[] = [
    ...inherited.map(([name, descriptor]) => [name, descriptor.value] as const),
    ...Object.entries(value),
  ];
  return members.flatMap(([name, member]) => {
    if (typeof member === 'function') return [`${path}${name}`];
    return typeof member === 'object' && member !== null ? methodsOf(member, `${path}${name}.`) : [];
  });
}
