import { hex, type Colour } from './colour.ts';

export type Hour = 'day' | 'dawn' | 'sunset' | 'night' | 'space' | 'autumn' | 'winter';

/** The colours one picture is held together by. */
export interface Palette {
  readonly hour: Hour;
  /** From the top of the sky to the horizon. */
  readonly sky: readonly [Colour, Colour, Colour];
  readonly sun: Colour;
  readonly cloud: Colour;
  /** Land from afar to near. */
  readonly far: Colour;
  readonly middle: Colour;
  readonly near: Colour;
  readonly water: Colour;
  readonly foliage: readonly [Colour, ...Colour[]];
  readonly wall: Colour;
  readonly roof: Colour;
  readonly window: Colour;
  readonly accents: readonly [Colour, ...Colour[]];
  readonly ink: Colour;
}

function palette(hour: Hour, codes: Readonly<Record<Exclude<keyof Palette, 'hour'>, string>>): Palette {
  const list = (text: string): [Colour, ...Colour[]] => {
    const [first = '000000', ...rest] = text.split(' ');
    return [hex(first), ...rest.map(hex)];
  };
  const [top, middle = top, low = middle] = list(codes.sky);
  return {
    hour,
    sky: [top, middle, low],
    sun: hex(codes.sun),
    cloud: hex(codes.cloud),
    far: hex(codes.far),
    middle: hex(codes.middle),
    near: hex(codes.near),
    water: hex(codes.water),
    foliage: list(codes.foliage),
    wall: hex(codes.wall),
    roof: hex(codes.roof),
    window: hex(codes.window),
    accents: list(codes.accents),
    ink: hex(codes.ink),
  };
}

export const palettes: Readonly<Record<Hour, Palette>> = {
  day: palette('day', {
    sky: '5aa9e6 9fd3f2 e8f6fb',
    sun: 'ffd447',
    cloud: 'ffffff',
    far: '8fb8c9',
    middle: '7fb685',
    near: '5f9e5a',
    water: '3f8fbf',
    foliage: '3f8f5f 57a773 2f7a52',
    wall: 'f6e3c5',
    roof: 'd1495b',
    window: 'bfe3f2',
    accents: 'ff6b6b ffd166 f78fb3 845ec2 ff9671',
    ink: '2b2d42',
  }),
  dawn: palette('dawn', {
    sky: '7f9cdb f2b5c4 ffe3c2',
    sun: 'fff0b3',
    cloud: 'ffeef0',
    far: 'b39bc8',
    middle: '8aa3a8',
    near: '6d9080',
    water: '8fb0d6',
    foliage: '5d8f7f 6fa08a 4d7d72',
    wall: 'fbe9d7',
    roof: 'b5658a',
    window: 'ffe9b0',
    accents: 'f28482 f6bd60 f7cad0 84a59d cdb4db',
    ink: '3d405b',
  }),
  sunset: palette('sunset', {
    sky: '4a2c6f d9546b ffb35c',
    sun: 'ffe08a',
    cloud: 'ff9a76',
    far: '8c4a7a',
    middle: '5e3566',
    near: '3a2350',
    water: '7a3b69',
    foliage: '47295a 5b3263 38204c',
    wall: 'e8a87c',
    roof: '7d2e4f',
    window: 'ffe08a',
    accents: 'ff6f59 ffca3a ff924c c9184a 9b5de5',
    ink: '1f1235',
  }),
  night: palette('night', {
    sky: '0b1437 1f2f66 45558f',
    sun: 'f4f1de',
    cloud: '5b6aa5',
    far: '2c3a72',
    middle: '202b58',
    near: '151d40',
    water: '1c2f68',
    foliage: '1b3a4b 23475a 142d3d',
    wall: '4a4e7c',
    roof: '2e2a55',
    window: 'ffd166',
    accents: 'ffd166 ef476f 06d6a0 8ecae6 c77dff',
    ink: '070b1f',
  }),
  space: palette('space', {
    sky: '070716 1a1040 3b1c5a',
    sun: 'ffd6a5',
    cloud: '7b4bb3',
    far: '5a3a8a',
    middle: '6d4f9c',
    near: '8a7fa8',
    water: '274690',
    foliage: '5e548e 7c6fb0 4a3f78',
    wall: 'd8dbe2',
    roof: 'ef476f',
    window: '8ecae6',
    accents: 'ef476f ffd166 06d6a0 118ab2 f15bb5',
    ink: '05050f',
  }),
  autumn: palette('autumn', {
    sky: '86a8c4 d9dfd8 f7e8cf',
    sun: 'ffdf8f',
    cloud: 'fdf7ee',
    far: 'b08d78',
    middle: 'c98b4e',
    near: 'a66a2f',
    water: '6b93a8',
    foliage: 'd1602f e09f3e b23a2e c9772b',
    wall: 'f3dfc1',
    roof: '8a3b2c',
    window: 'ffe3a3',
    accents: 'd1602f e09f3e 9e2a2b 540b0e 6a994e',
    ink: '3a2618',
  }),
  winter: palette('winter', {
    sky: '8fb4d9 c9ddf0 f3f8fc',
    sun: 'fff3c9',
    cloud: 'ffffff',
    far: 'b7cbe0',
    middle: 'd8e5f1',
    near: 'f4f8fc',
    water: 'a8cbe6',
    foliage: '3f6f73 557f83 2f5a60',
    wall: 'd9a679',
    roof: 'f8fbff',
    window: 'ffe29a',
    accents: 'd62839 2a9d8f e9c46a 457b9d f4a261',
    ink: '26384f',
  }),
};
