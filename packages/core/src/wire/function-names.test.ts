import { assert, array, property, string, uniqueArray } from 'fast-check';
import { expect, test } from 'vitest';
import { createFunctionNames } from './function-names.ts';

const toWire = (name: string, ...others: string[]) => createFunctionNames([name, ...others]).toWire(name);

test.each([
  ['get_weather', 'get_weather'],
  ['files.read-all', 'files.read-all'],
  ['погода', 'pogoda'],
  ['ПолучитьПогоду', 'PoluchitPogodu'],
  ['get weather', 'get_weather'],
  ['server/tool:run', 'server_tool_run'],
  ['3d_model', '_3d_model'],
  ['web_search', 'user_web_search'],
  ['text2image', 'user_text2image'],
])('%s is sent as %s', (name, expected) => {
  expect(toWire(name)).toBe(expected);
});

test('a name without any letter the wire knows still gets a name of its own', () => {
  expect(toWire('天気')).toMatch(/^function_[a-z0-9]{7}$/);
  expect(toWire('天気')).not.toBe(toWire('天'));
});

test('a name that is fine keeps itself, whoever else would like it', () => {
  const names = createFunctionNames(['погода', 'pogoda']);
  expect(names.toWire('pogoda')).toBe('pogoda');
  expect(names.toWire('погода')).toMatch(/^pogoda_[a-z0-9]{7}$/);
});

const anyName = string({ minLength: 1, maxLength: 90, unit: 'grapheme' });
const wireName = /^[A-Za-z_.-][A-Za-z0-9_.-]{0,63}$/;

test('any names come back, are told apart, and are within the alphabet and 64 characters', () => {
  assert(
    property(uniqueArray(anyName), (originals) => {
      const names = createFunctionNames(originals);
      const sent = originals.map((name) => names.toWire(name));
      expect(new Set(sent).size).toBe(originals.length);
      for (const name of sent) expect(name).toMatch(wireName);
      expect(sent.map((name) => names.toOriginal.get(name) ?? name)).toEqual(originals);
    }),
  );
});

test('the same names give the same map at every turn', () => {
  assert(
    property(array(anyName), (originals) => {
      const [first, second] = [createFunctionNames(originals), createFunctionNames(originals)];
      for (const name of originals) expect(first.toWire(name)).toBe(second.toWire(name));
    }),
  );
});
