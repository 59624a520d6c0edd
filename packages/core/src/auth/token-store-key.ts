/** Passwords can be guessed from a plain hash; this many rounds make guessing dear. Edge runtimes allow no more. */
const iterations = 100_000;

/**
 * Where a token is kept: a hash of who asks, for what and where, so that neither a scope nor a stand gets
 * another's token, nobody gets one with a wrong secret, and the store never sees the credential.
 */
export async function tokenStoreKey(place: readonly string[], secret: string): Promise<string> {
  const encode = (text: string) => new TextEncoder().encode(text);
  const material = await crypto.subtle.importKey('raw', encode(secret), 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: encode(JSON.stringify(place)), iterations },
    material,
    256,
  );
  const hex = Array.from(new Uint8Array(bits), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `gigakit:token:${hex}`;
}
