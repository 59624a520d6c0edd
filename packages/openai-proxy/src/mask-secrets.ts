const patterns: readonly [RegExp, string][] = [
  [/\b(Bearer|Basic)\s+[\w\-.~+/%]{8,}=*/gi, '$1 ***'],
  [/eyJ[\w-]{8,}(?:\.[\w-]*)+/g, '***'],
  [/giga-(cred|auth|user)-\S+/g, 'giga-$1-***'],
  [/\/\/[^\s/@:]*:[^\s/@]*@/g, '//***@'],
];

/** Blots out whatever looks like a key, a token or a password, before a text reaches a log. */
export function maskSecrets(text: string): string {
  let masked = text;
  for (const [pattern, replacement] of patterns) masked = masked.replace(pattern, replacement);
  return masked.replaceAll(/[\w+/-]{16,}={0,2}/g, (word) => (isAuthorizationKey(word) ? '***' : word));
}

/** Authorization keys are base64 of an id, a colon and a secret. */
function isAuthorizationKey(word: string): boolean {
  const decoded = Buffer.from(word, 'base64').toString('latin1');
  return /^[\x21-\x7e]+:[\x21-\x7e]+$/.test(decoded);
}
