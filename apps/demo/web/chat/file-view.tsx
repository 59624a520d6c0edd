import type { FileUIPart } from 'ai';
import { useLanguage } from '../language/language-context.tsx';

interface FileViewProps {
  readonly part: FileUIPart;
  /** Whether the model made it. */
  readonly isDrawn: boolean;
}

/** A picture as it is, with a way to keep it; any other file as a link. */
export function FileView({ part, isDrawn }: FileViewProps) {
  const { words } = useLanguage();
  const name = part.filename ?? `gigachat.${part.mediaType.split('/')[1]?.replace('jpeg', 'jpg') ?? 'bin'}`;
  if (!part.mediaType.startsWith('image/')) {
    return (
      <a className="attached" href={part.url} download={name}>
        {name}
      </a>
    );
  }
  return (
    <figure className={isDrawn ? 'picture drawn' : 'picture'}>
      <img src={part.url} alt={part.filename ?? words.drawnPicture} />
      {isDrawn && (
        <figcaption>
          <a href={part.url} download={name}>
            {words.download}
          </a>
        </figcaption>
      )}
    </figure>
  );
}
