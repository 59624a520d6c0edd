import { assert, nat, oneof, property, string, uuid } from 'fast-check';
import { expect, test } from 'vitest';
import { makeToolCallId, readToolCallId } from './tool-call-id.ts';

test('a call id carries the state id of the server and the place of the call', () => {
  const stateId = '019b7a10-5c2e-7d41-9f0a-2b1c3d4e5f60';
  const id = makeToolCallId({ stateId, position: 0 }, 'nonce-1a2b3c');
  expect(readToolCallId(id)).toEqual({ stateId, position: 0 });
});

test('any state id comes back as it was, in letters, digits and _ only', () => {
  assert(
    property(oneof(uuid(), string({ unit: 'binary' })), nat(99), uuid(), (stateId, position, nonce) => {
      const id = makeToolCallId({ stateId, position }, nonce);
      expect(id).toMatch(/^[a-z0-9_]+$/);
      expect(readToolCallId(id)).toEqual({ stateId, position });
    }),
  );
});

test('with a UUID for state it stays within the 40 characters that other providers allow', () => {
  assert(
    property(uuid(), nat(99), uuid(), (stateId, position, nonce) => {
      expect(makeToolCallId({ stateId, position }, nonce).length).toBeLessThanOrEqual(40);
    }),
  );
});

test('two calls of one state in different turns have different ids', () => {
  const reference = { stateId: '019b7a10-5c2e-7d41-9f0a-2b1c3d4e5f60', position: 0 };
  expect(makeToolCallId(reference, 'aaaaaa')).not.toBe(makeToolCallId(reference, 'bbbbbb'));
});

test('a call without a state has an id too', () => {
  const id = makeToolCallId({ stateId: undefined, position: 3 }, '019b7a10-5c2e-7d41-9f0a-2b1c3d4e5f60');
  expect(readToolCallId(id)).toEqual({ stateId: undefined, position: 3 });
});

test.each(['call_abc', 'toolu_01', 'chatcmpl-tool-1', '', 'call_u'])(
  'an id from elsewhere tells nothing: %j',
  (id) => {
    expect(readToolCallId(id)).toBeUndefined();
  },
);
