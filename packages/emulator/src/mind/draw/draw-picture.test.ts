import { decode } from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { drawPicture } from './draw-picture.ts';

const styles = [
  'Кандинский',
  'Малевич',
  'Ван Гог',
  'акварель',
  'мозаика',
  'пиксель-арт',
  'карандаш',
  'поп-арт',
];

describe('a drawing', () => {
  it.each([
    ['кот'],
    ['море на закате'],
    ['робот в космосе'],
    ['ночной город под дождём'],
    ['зимний лес'],
    ['a house in the mountains'],
    ['букет роз'],
    ['рыба'],
    ['что-то неописуемое'],
    [''],
  ])('of «%s» is a JPEG of 512 by 512 with more than one colour', (prompt) => {
    const { bytes, mediaType } = drawPicture({ prompt });
    expect(mediaType).toBe('image/jpeg');
    expect([...bytes.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
    const { width, height, data } = decode(bytes, { useTArray: true });
    expect([width, height]).toEqual([512, 512]);
    expect(new Set(data).size).toBeGreaterThan(60);
  });

  it.each([
    ['рыжего кота', 232, 58],
    ['a black cat', 58, 74],
  ])('of %s gives it fur of that colour', (prompt, red, blue) => {
    const { data } = decode(drawPicture({ prompt }).bytes, { useTArray: true });
    const pixels = Array.from({ length: data.length / 4 }, (_, index) => [
      data[index * 4],
      data[index * 4 + 2],
    ]);
    const near = pixels.filter(([r = 0, b = 0]) => Math.abs(r - red) < 14 && Math.abs(b - blue) < 14);
    expect(near.length / pixels.length).toBeGreaterThan(0.03);
  });

  it('is the same for the same words and seed, and another for another seed', () => {
    expect(drawPicture({ prompt: 'кот', seed: 3 })).toEqual(drawPicture({ prompt: 'кот', seed: 3 }));
    expect(drawPicture({ prompt: 'кот', seed: 3 })).not.toEqual(drawPicture({ prompt: 'кот', seed: 4 }));
  });

  it('looks different in every style, named in the prompt or beside it', () => {
    const drawn = styles.map((style) =>
      Buffer.from(drawPicture({ prompt: 'кот', style }).bytes).toString('base64'),
    );
    expect(
      new Set([...drawn, Buffer.from(drawPicture({ prompt: 'кот' }).bytes).toString('base64')]).size,
    ).toBe(styles.length + 1);
  });

  it('takes its light from the hour: a sunset is red, a night is dark', () => {
    const [red, , blue] = averageOf('море на закате');
    expect(red).toBeGreaterThan(blue);
    const night = averageOf('ночное небо над лесом');
    expect(Math.max(...night)).toBeLessThan(110);
  });
});

function averageOf(prompt: string): [number, number, number] {
  const { data } = decode(drawPicture({ prompt }).bytes, { useTArray: true });
  const sums: [number, number, number] = [0, 0, 0];
  for (let at = 0; at < data.length; at += 4) {
    sums[0] += data[at] ?? 0;
    sums[1] += data[at + 1] ?? 0;
    sums[2] += data[at + 2] ?? 0;
  }
  const pixels = data.length / 4;
  return [sums[0] / pixels, sums[1] / pixels, sums[2] / pixels];
}
