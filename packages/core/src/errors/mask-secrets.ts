const patterns: readonly [RegExp, string][] = [
  [/\b(Bearer|Basic)(?:\s|%20)+[\w\-.~+/%]{12,}=*/gi, '$1 ***'],
  // Access tokens are JWE: base64url segments behind the same first letters.
  [/eyJ[\w-]{8,}(?:\.[\w-]*)+/g, '***'],
  [/\/\/[^\s/@:]*:[^\s/@]*@/g, '//***@'],
];

/** Blots out what looks like a token, a key beside its scheme, or a password in a URL: some gateways echo requests. */
export function maskSecrets(text: string): string {
  let masked = text;
  for (const [pattern, replacement] of patterns) masked = masked.replace(pattern, replacement);
  return masked;
}
