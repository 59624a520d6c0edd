/** SHA-256 as hexadecimal digits. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  // Web Crypto refuses memory that another thread could change under it, hence the copy of such.
  const { buffer, byteOffset, byteLength } = bytes;
  const own =
    buffer instanceof ArrayBuffer ? new Uint8Array(buffer, byteOffset, byteLength) : new Uint8Array(bytes);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', own));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
