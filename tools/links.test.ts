import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { headingAnchors, markdownLinks } from './markdown-links.ts';
import { projectFiles } from './project-files.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

describe('in every Markdown file of the project', () => {
  const files = projectFiles(root, ['.']).filter(
    (file) => file.endsWith('.md') && !file.includes('__fixtures__') && !file.endsWith('CHANGELOG.md'),
  );

  test('the links lead to files and headings that are there', () => {
    const broken = files.flatMap((file) =>
      markdownLinks(readFileSync(join(root, file), 'utf8'))
        .filter(({ target }) => !leadsSomewhere(file, target))
        .map(({ target, line }) => `${file}:${line} -> ${target}`),
    );
    expect(files).toContain('README.md');
    expect(broken).toEqual([]);
  });
});

test('links inside code, in blocks and in lines, are no links', () => {
  const markdown = '[a](a.md) `[b](b.md)`\n\n```md\n[c](c.md)\n```\n\n[d](d.md "title") ![e](e.png)';
  expect(markdownLinks(markdown)).toEqual([
    { target: 'a.md', line: 1 },
    { target: 'd.md', line: 7 },
    { target: 'e.png', line: 7 },
  ]);
});

test('addresses on the network are left to the network', () => {
  expect(markdownLinks('[a](https://example.com) [b](mailto:a@example.com) <img src="cat.png">')).toEqual([
    { target: 'cat.png', line: 1 },
  ]);
});

test('headings are named as GitHub names them', () => {
  const anchors = headingAnchors('# Что-то *не* работает\n\n## `AI_Error`, twice\n\n## `AI_Error`, twice');
  expect([...anchors]).toEqual(['что-то-не-работает', 'ai_error-twice', 'ai_error-twice-1']);
});

function leadsSomewhere(file: string, target: string): boolean {
  const [path = '', heading] = target.split('#');
  const destination = path === '' ? file : join(dirname(file), decodeURI(path));
  const absolute = join(root, destination);
  if (!existsSync(absolute)) return false;
  if (heading === undefined || heading === '' || !destination.endsWith('.md')) return true;
  if (statSync(absolute).isDirectory()) return false;
  return headingAnchors(readFileSync(absolute, 'utf8')).has(decodeURI(heading));
}
