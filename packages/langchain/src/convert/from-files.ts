import type { GeneratedFile } from '@gigakit/core/turn';

/**
 * What the model drew, as `additional_kwargs`: all of it in `files`, and the first picture or video also under the
 * names that the Python package uses.
 */
export function fromFiles(files: readonly GeneratedFile[]): Record<string, unknown> {
  if (files.length === 0) return {};
  const image = files.find((file) => file.kind === 'image');
  const video = files.find((file) => file.kind === 'video');
  return {
    files: files.map((file) => ({ ...file })),
    ...(image === undefined ? {} : { image_uuid: image.fileId }),
    ...(video === undefined ? {} : { video_uuid: video.fileId }),
  };
}
