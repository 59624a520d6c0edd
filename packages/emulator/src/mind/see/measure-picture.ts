export interface PictureSize {
  readonly format: 'JPEG' | 'PNG' | 'GIF' | 'BMP' | 'WebP' | 'TIFF';
  /** In pixels; `undefined` where the header does not say. */
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** Format and size of a picture by its header; `undefined` for what is no picture. */
export function measurePicture(bytes: Uint8Array): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = (...signature: readonly number[]): boolean =>
    signature.every((byte, at) => bytes[at] === byte);
  if (starts(0x89, 0x50, 0x4e, 0x47) && bytes.length >= 24) {
    return { format: 'PNG', width: view.getUint32(16), height: view.getUint32(20) };
  }
  if (starts(0xff, 0xd8, 0xff)) return { format: 'JPEG', ...jpegSize(view) };
  if (starts(0x47, 0x49, 0x46, 0x38) && bytes.length >= 10) {
    return { format: 'GIF', width: view.getUint16(6, true), height: view.getUint16(8, true) };
  }
  if (starts(0x42, 0x4d) && bytes.length >= 26) {
    return { format: 'BMP', width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) };
  }
  if (starts(0x52, 0x49, 0x46, 0x46) && bytes[8] === 0x57)
    return { format: 'WebP', width: undefined, height: undefined };
  if (starts(0x49, 0x49, 0x2a, 0) || starts(0x4d, 0x4d, 0, 0x2a))
    return { format: 'TIFF', width: undefined, height: undefined };
  return undefined;
}

/** Walks the segments up to the frame header. */
function jpegSize(view: DataView): { width: number | undefined; height: number | undefined } {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) break;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return { width: undefined, height: undefined };
}
