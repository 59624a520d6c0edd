const patterns: readonly [RegExp, string][] = [
  [/\b(Bearer|Basic)\s+[\w\-.~+/%]{8,}=*/gi, '$1 ***'],
  [/eyJ[\w-]{8,}(?:\.[\w-]*)+/g, '***'],
  [/giga-(cred|auth|user)-\S+/g, 'giga-$1-***'],
  [/\/\/[^\s/@:]*:[^\s/@]*@/g, '//***@'],
  // Authorization keys are base64 of two UUIDs and a colon: 100 characters without a break.
  [/[A-Za-z0-9+/]{80,}={0,2}/g, '***'],
];

/** Blots out whatever looks like a key, a token or a password, before a text reaches a log. */
export function maskSecrets(text: string): string {
  let masked = text;
  for (const [pattern, replacement] of patterns) masked = masked.replace(pattern, replacement);
  return masked;
}
