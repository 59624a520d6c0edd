/** A picture, 3D model or other file that the model made; `files.download(fileId)` gives the bytes. */
export interface GeneratedFile {
  readonly fileId: string;
  /** As the server states it; `undefined` in v1, which states none. */
  readonly mediaType?: string;
  readonly kind: 'image' | 'video' | 'audio' | 'model-3d' | 'other';
}
