import { describe, expect, test } from 'vitest';
import { extractSnippets } from './docs-snippets.ts';

const fence = '```';

describe('extractSnippets', () => {
  test('finds the TypeScript blocks and leaves every other language alone', () => {
    const markdown = [
      '# Title',
      `${fence}sh`,
      'npm start',
      fence,
      `${fence}ts`,
      'const a = 1;',
      'a;',
      fence,
    ].join('\n');
    expect(extractSnippets('README.md', markdown)).toEqual({
      snippets: [{ file: 'README.md', line: 6, extension: 'ts', code: 'const a = 1;\na;', mode: 'check' }],
      problems: [],
    });
  });

  test.each([
    ['ts', 'check'],
    ['typescript', 'check'],
    ['tsx', 'check'],
    ['ts run', 'run'],
    ['ts {1,3} [main.ts]', 'check'],
    ['ts no-check shows a shape, not a program', 'skip'],
  ] as const)('reads "%s" as %s', (info, mode) => {
    expect(extractSnippets('a.md', `${fence}${info}\na;\n${fence}`)).toMatchObject({
      snippets: [{ mode }],
      problems: [],
    });
  });

  test.each([
    ['ts no-check', 'says no-check without a reason'],
    ['ts runn', 'says "runn": a block may say "run", or "no-check" with a reason.'],
    ['ts run twice', 'says "run twice"'],
    ['tsx run', 'asks to run JSX'],
  ])('refuses "%s" with the line of the fence', (info, sentence) => {
    const { snippets, problems } = extractSnippets('a.md', `text\n\n${fence}${info}\na;\n${fence}`);
    expect(snippets).toEqual([]);
    expect(problems).toEqual([expect.stringContaining(`a.md:3 ${sentence}`)]);
  });

  test('takes the indent of a list off the code', () => {
    const markdown = ['1. First', `   ${fence}ts`, '   if (a) {', '     b();', '   }', `   ${fence}`].join(
      '\n',
    );
    expect(extractSnippets('a.md', markdown).snippets[0]?.code).toBe('if (a) {\n  b();\n}');
  });

  test('lets a longer fence hold a shorter one', () => {
    const markdown = ['````md', `${fence}ts`, 'not code;', fence, '````', `${fence}ts`, 'code;', fence].join(
      '\r\n',
    );
    expect(extractSnippets('a.md', markdown).snippets.map(({ code }) => code)).toEqual(['code;']);
  });

  test('says where a block that never ends begins', () => {
    expect(extractSnippets('a.md', `text\n${fence}ts\na;`).problems).toEqual([
      'a.md:2 opens a code block that never ends.',
    ]);
  });
});
