import type { FileUIPart } from 'ai';

const typesByExtension: Readonly<Record<string, string>> = {
  md: 'text/markdown',
  txt: 'text/plain',
  epub: 'application/epub+zip',
};

/** A picked file as the part of a message that carries its bytes. */
export async function readAsPart(file: File): Promise<FileUIPart> {
  // Browsers do not know the type of some files they let one pick.
  const mediaType = file.type || typesByExtension[file.name.split('.').at(-1) ?? ''] || 'text/plain';
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''));
    reader.addEventListener('error', () => reject(new Error(`"${file.name}" could not be read.`)));
    reader.readAsDataURL(new Blob([file], { type: mediaType }));
  });
  return { type: 'file', mediaType, filename: file.name, url };
}
