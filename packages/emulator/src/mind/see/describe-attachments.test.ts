import { encode as encodePng } from 'fast-png';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createMind } from '../mind.ts';
import type { MindAttachment } from '../mind-turn.ts';

const mind = createMind({ seed: 1 });

function ask(question: string, attachment: MindAttachment): string {
  return String(
    mind.answer({
      model: 'GigaChat-2-Pro',
      messages: [{ role: 'user', text: question, attachments: [attachment] }],
    }).text,
  );
}

function paint(
  width: number,
  height: number,
  colourAt: (x: number, y: number) => readonly [number, number, number],
): MindAttachment {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data.set(colourAt(x, y), (y * width + x) * 3);
  return { bytes: encodePng({ width, height, data, channels: 3, depth: 8 }), mediaType: 'image/png' };
}

function write(text: string, mediaType = 'text/plain', filename = 'notes.txt'): MindAttachment {
  return { bytes: strToU8(text), mediaType, filename };
}

describe('a picture', () => {
  const flag = paint(300, 200, (_, y) => (y < 67 ? [255, 255, 255] : y < 134 ? [0, 50, 170] : [210, 30, 30]));

  it('is described by format, size, shape and main colours', () => {
    const words = ask('Что на картинке?', flag);
    expect(words).toMatch(/PNG, 300×200/);
    expect(words).toMatch(/горизонтальное/);
    expect(words).toMatch(/белый \(3\d%\)/);
    expect(words).toMatch(/синий \(3\d%\)/);
    expect(words).toMatch(/красный \(3\d%\)/);
    expect(words).toMatch(/рисунок, схему или снимок экрана/);
  });

  it('is described in the language asked', () => {
    expect(ask('What is in this picture?', flag)).toMatch(/landscape.*white \(3\d%\)/);
  });

  it('is measured when only its size is asked for', () => {
    expect(ask('Какой размер у картинки?', flag)).toBe('Размер изображения — 300×200 пикселей (PNG).');
  });

  it('made of noise looks like a photograph, a dark one is called dark', () => {
    let state = 1;
    const noise = paint(80, 120, () => {
      state = (state * 48_271) % 2_147_483_647;
      return [state % 90, (state >> 3) % 90, (state >> 6) % 90];
    });
    expect(ask('Опиши', noise)).toMatch(/вертикальное, тёмное.*фотографии/);
  });

  it('of its own is recognised', () => {
    const { bytes, mediaType } = mind.draw({ prompt: 'рыжий кот' });
    expect(ask('Кто здесь нарисован?', { bytes, mediaType })).toMatch(/рыжий кот/);
  });

  it('that is broken is owned up to', () => {
    expect(
      ask('Что это?', { bytes: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0), mediaType: 'image/jpeg' }),
    ).toMatch(/не смог/);
  });
});

describe('a document', () => {
  const museum =
    'Музей истории города.\n\nМузей открывается в десять утра. Билет стоит 300 рублей.\n\nФотосъёмка запрещена.';

  it.each<[kind: string, attachment: MindAttachment]>([
    ['plain text', write(museum)],
    [
      'Windows-1251',
      {
        bytes: Uint8Array.from(museum, (letter) => {
          const code = letter.charCodeAt(0);
          return code < 128 ? code : letter === 'ё' ? 0xb8 : code - 0x350;
        }),
        mediaType: 'text/plain',
      },
    ],
    [
      'HTML',
      write(
        `<html><style>p{}</style><body>${museum
          .split('\n\n')
          .map((line) => `<p>${line}</p>`)
          .join('')}</body></html>`,
        'text/html',
      ),
    ],
    [
      'DOCX',
      {
        bytes: zipSync({
          'word/document.xml': strToU8(
            `<w:document>${museum
              .split('\n\n')
              .map((line) => `<w:p><w:t>${line}</w:t></w:p>`)
              .join('')}</w:document>`,
          ),
        }),
        mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      },
    ],
  ])('in %s is answered from', (_, attachment) => {
    expect(ask('Сколько стоит билет?', attachment)).toMatch(/300 рублей/);
  });

  it('is cited by its name', () => {
    expect(ask('Когда открывается музей?', write(museum, 'text/plain', 'museum.txt'))).toMatch(
      /\(museum\.txt\)/,
    );
  });

  it('is retold when asked what it is about', () => {
    expect(ask('О чём этот документ?', write(museum))).toMatch(/Музей/);
  });

  it('is retold when it holds no direct answer', () => {
    expect(ask('Какой ответ в файле?', write('Ответ: сорок два.'))).toMatch(/сорок два/);
  });

  it('keeps being answered from in later turns', () => {
    const reply = mind.answer({
      model: 'GigaChat-2-Pro',
      messages: [
        { role: 'user', text: 'Вот документ', attachments: [write(museum)] },
        { role: 'assistant', text: 'Прочитал.' },
        { role: 'user', text: 'Можно ли там фотографировать? Что с фотосъёмкой?' },
      ],
    });
    expect(reply.text).toMatch(/запрещена/);
  });

  it('in PDF gives its text where fonts allow, else its page count', () => {
    const pdf = (content: string): MindAttachment => ({
      bytes: strToU8(
        `%PDF-1.4\n1 0 obj <</Type /Pages /Kids [2 0 R] /Count 1>> endobj\n2 0 obj <</Type /Page /Contents 3 0 R>> endobj\n3 0 obj <<>>\nstream\n${content}\nendstream endobj\n%%EOF`,
      ),
      mediaType: 'application/pdf',
    });
    expect(ask('What is the secret code?', pdf('BT (The secret code is 4815.) Tj ET'))).toMatch(/4815/);
    expect(ask('Что внутри?', pdf('BT <0012003400> Tj ET'))).toMatch(/1 страница/);
  });

  it('of a kind it cannot read is owned up to', () => {
    expect(ask('Что это?', { bytes: new Uint8Array(2048), mediaType: 'audio/mpeg' })).toMatch(
      /audio\/mpeg, 2 КБ/,
    );
  });
});
