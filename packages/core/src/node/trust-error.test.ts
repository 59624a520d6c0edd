import { expect, test } from 'vitest';
import { trustError } from './trust-error.ts';

const refused = { host: 'stand.example:443', cause: undefined, chain: undefined };

test('a missing root with a pin of one’s own: the hint names that pin', () => {
  const error = trustError({
    ...refused,
    code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    pinnedRoots: ['ab'.repeat(32)],
  });
  expect(error.hint).toContain(`with SHA-256 ${Array(32).fill('AB').join(':')}`);
  expect(error.hint).not.toContain('gu-st.ru');
});

test('a missing root and no pins: the hint asks for the root alone', () => {
  const error = trustError({ ...refused, code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', pinnedRoots: [] });
  expect(error.hint).toBe(
    'the server did not send its root: give the root certificate as `tls.caFile` (GIGACHAT_CA_BUNDLE_FILE)',
  );
});

test('an unknown root is called what it may be', () => {
  const chain = [{ subject: 'CN=Proxy Root', sha256: 'cd'.repeat(32), pem: '' }];
  const error = trustError({ ...refused, code: 'SELF_SIGNED_CERT_IN_CHAIN', pinnedRoots: [], chain });
  expect(error.message).toContain('CN=Proxy Root, SHA-256 CD:CD');
  expect(error.hint).toContain("the company's root");
});
