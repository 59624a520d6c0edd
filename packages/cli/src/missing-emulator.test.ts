import { ConnectionError } from '@gigakit/core';
import { expect, test } from 'vitest';
import { describeError } from './describe-error.ts';
import { missingEmulator } from './missing-emulator.ts';

test('a refused connection under --emulator says how to start one', () => {
  const refused = new ConnectionError('Could not reach 127.0.0.1:8090', { code: 'ECONNREFUSED' });
  expect(describeError(missingEmulator(refused))).toMatchObject({
    message: 'No emulator is running on 127.0.0.1:8090.',
    hint: 'start one in another terminal: npx @gigakit/emulator',
  });
});

test('any other error stays what it is', () => {
  const reset = new ConnectionError('The connection broke off', { code: 'ECONNRESET' });
  expect(missingEmulator(reset)).toBe(reset);
});
