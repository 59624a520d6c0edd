import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = readFileSync(join(root, 'packages/core/src/settings.ts'), 'utf8');
const page = readFileSync(join(root, 'docs/settings.md'), 'utf8');

/** The fields of one interface, in front of which stands `prefix` on the page. */
function fieldsOf(name: string, prefix: string): string[] {
  const [, body = ''] = source.match(new RegExp(`export interface ${name} \\{(.*?)\\n\\}`, 's')) ?? [];
  return [...body.matchAll(/^ {2}readonly (\w+)\?/gm)].map(([, field = '']) => `${prefix}${field}`);
}

test.each([
  ['GigaChatSettings', ''],
  ['TlsSettings', 'tls.'],
  ['RetrySettings', 'retry.'],
  ['AttachmentSettings', 'attachments.'],
])('the settings page tells every field of %s', (name, prefix) => {
  const fields = fieldsOf(name, prefix);
  const rest = new Set(['tls', 'retry']); // told field by field
  // `tls.cert`, `.certFile` in one cell is how a pair is written.
  const isTold = (field: string) =>
    new RegExp(`\`(${field}|${field.replace(/^\w+(?=\.)/, '')})\``.replaceAll('.', '\\.')).test(page);
  expect(fields.length).toBeGreaterThan(1);
  expect(fields.filter((field) => !rest.has(field) && !isTold(field))).toEqual([]);
});

test('the settings page tells every variable that the settings name', () => {
  const variables = new Set(source.match(/\bGIGACHAT_(?!API_(?:PERS|B2B|CORP))\w+|\b(?:HTTPS|NO)_PROXY\b/g));
  expect([...variables].filter((variable) => !page.includes(`\`${variable}\``))).toEqual([]);
});
