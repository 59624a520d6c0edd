import type { GeneratedFile } from '@gigakit/core/turn';

/** What the model drew or made, as a link to this proxy's own content route: the API has no place for it but the text. */
export function fromGeneratedFile({ fileId, kind }: GeneratedFile, baseUrl: string): string {
  const link = `${baseUrl}/files/${encodeURIComponent(fileId)}/content`;
  return kind === 'image' ? `\n![image](${link})\n` : `\n[${kind}](${link})\n`;
}

/** Where the caller reached this proxy. */
export function baseUrlOf(request: Request): string {
  return `${new URL(request.url).origin}/v1`;
}
