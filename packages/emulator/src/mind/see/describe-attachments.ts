import type { Asked } from '../answer/asked.ts';
import { plural } from '../answer/calendar.ts';
import { dress } from '../answer/dress.ts';
import { inLanguage } from '../answer/skill.ts';
import type { MindAttachment } from '../mind-turn.ts';
import { colourNames } from './name-colour.ts';
import { lookAtPicture, type Look } from './look-at-picture.ts';
import { measurePicture, type PictureSize } from './measure-picture.ts';
import { readDocument } from './read-document.ts';

/** True simple things about attached pictures, sounds and unreadable documents; readable ones are answered from as texts. */
export function describeAttachments(asked: Asked): string | undefined {
  const attachments =
    asked.turn.messages.findLast(({ attachments: own = [] }) => own.length > 0)?.attachments ?? [];
  const isOfThisMessage = asked.message?.attachments === attachments;
  if (
    !isOfThisMessage &&
    !/картин|изображ|фото|рисун|цвет|размер|файл|image|picture|photo|colou?r|size|file|document|документ/iu.test(
      asked.question,
    )
  )
    return undefined;
  const lines = attachments
    .map((attachment) => describe(asked, attachment))
    .filter((line) => line !== undefined);
  if (lines.length === 0) return undefined;
  return dress(
    lines.length === 1 ? (lines[0] ?? '') : lines.map((line, index) => `${index + 1}. ${line}`).join('\n'),
    asked,
  );
}

function describe(asked: Asked, attachment: MindAttachment): string | undefined {
  const { bytes, mediaType } = attachment;
  const size = measurePicture(bytes);
  if (size !== undefined) return describePicture(asked, bytes, size);
  const kilobytes = Math.max(1, Math.round(bytes.length / 1024));
  if (/^(?:audio|video)\//.test(mediaType)) {
    return inLanguage(
      asked,
      `Это звук (${mediaType}, ${kilobytes} КБ). Слушать локальный эмулятор не умеет, но файл дошёл целым.`,
      `This is sound (${mediaType}, ${kilobytes} KB). The local emulator cannot listen, but the file arrived whole.`,
    );
  }
  const document = readDocument(bytes, mediaType);
  if (document !== undefined && document.text !== '') return undefined;
  if (document?.pages !== undefined) {
    return inLanguage(
      asked,
      `Это PDF, в нём ${document.pages} ${plural(document.pages, 'страница', 'страницы', 'страниц')}. Текст из его шрифтов локальный эмулятор извлечь не смог.`,
      `This is a PDF of ${document.pages} ${document.pages === 1 ? 'page' : 'pages'}. The local emulator could not read the text out of its fonts.`,
    );
  }
  return inLanguage(
    asked,
    `Файл получен (${mediaType}, ${kilobytes} КБ), но прочесть его локальный эмулятор не умеет.`,
    `The file arrived (${mediaType}, ${kilobytes} KB), but the local emulator cannot read it.`,
  );
}

function describePicture(asked: Asked, bytes: Uint8Array, size: PictureSize): string {
  const { format, width, height } = size;
  const measured = width === undefined || height === undefined ? format : `${format}, ${width}×${height}`;
  const look = lookOnce(bytes, (width ?? 0) * (height ?? 0));
  if (look === undefined)
    return inLanguage(
      asked,
      `Это изображение (${measured}). Разглядеть его подробнее локальный эмулятор не смог.`,
      `This is a picture (${measured}). The local emulator could not look closer.`,
    );
  const names = look.colours
    .map(
      ({ name, share }) =>
        `${inLanguage(asked, colourNames[name][0], colourNames[name][1])} (${Math.round(share * 100)}%)`,
    )
    .join(', ');
  if (
    /размер|разрешени|ширин|высот|size|resolution|width|height|dimensions/iu.test(asked.question) &&
    !/цвет|colou?r/i.test(asked.question)
  ) {
    return inLanguage(
      asked,
      `Размер изображения — ${width}×${height} пикселей (${format}).`,
      `The picture is ${width}×${height} pixels (${format}).`,
    );
  }
  if (/как\p{L}+ цвет|цвета|colou?rs?/iu.test(asked.question))
    return inLanguage(asked, `Основные цвета: ${names}.`, `Main colours: ${names}.`);
  return inLanguage(
    asked,
    russian(look, measured, names, width, height),
    english(look, measured, names, width, height),
  );
}

function russian(
  { brightness, isFlat, drawnFrom }: Look,
  measured: string,
  names: string,
  width = 0,
  height = 0,
): string {
  const shape =
    width > height * 1.15
      ? 'горизонтальное'
      : height > width * 1.15
        ? 'вертикальное'
        : width === height
          ? 'квадратное'
          : 'почти квадратное';
  const light = brightness > 0.7 ? 'светлое' : brightness < 0.35 ? 'тёмное' : 'средней яркости';
  const subject = drawnFrom === undefined ? '' : `На картинке — ${drawnFrom}: это мой собственный рисунок. `;
  const kind = isFlat
    ? 'Ровные заливки и чёткие края похожи на рисунок, схему или снимок экрана.'
    : 'Много переходов и мелких деталей, как на фотографии или живописи.';
  return `${subject}Изображение (${measured}) ${shape}, ${light}. Основные цвета: ${names}. ${drawnFrom === undefined ? kind : ''}`.trim();
}

function english(
  { brightness, isFlat, drawnFrom }: Look,
  measured: string,
  names: string,
  width = 0,
  height = 0,
): string {
  const shape =
    width > height * 1.15
      ? 'landscape'
      : height > width * 1.15
        ? 'portrait'
        : width === height
          ? 'square'
          : 'nearly square';
  const light = brightness > 0.7 ? 'light' : brightness < 0.35 ? 'dark' : 'of medium brightness';
  const subject = drawnFrom === undefined ? '' : `The picture shows ${drawnFrom}: I drew it myself. `;
  const kind = isFlat
    ? 'Even areas and sharp edges look like a drawing, a chart or a screenshot.'
    : 'Many gradients and fine details, as in a photograph or a painting.';
  return `${subject}The picture (${measured}) is ${shape} and ${light}. Main colours: ${names}. ${drawnFrom === undefined ? kind : ''}`.trim();
}

const looks = new WeakMap<Uint8Array, { readonly look: Look | undefined }>();

function lookOnce(bytes: Uint8Array, pixels: number): Look | undefined {
  const before = looks.get(bytes);
  if (before !== undefined) return before.look;
  const look = lookAtPicture(bytes, pixels);
  looks.set(bytes, { look });
  return look;
}
