import type { Colour } from '../draw/colour.ts';

export type ColourName = keyof typeof colourNames;

/** Names for what fills a picture: Russian, English. */
export const colourNames = {
  black: ['чёрный', 'black'],
  grey: ['серый', 'grey'],
  white: ['белый', 'white'],
  red: ['красный', 'red'],
  orange: ['оранжевый', 'orange'],
  brown: ['коричневый', 'brown'],
  beige: ['бежевый', 'beige'],
  yellow: ['жёлтый', 'yellow'],
  green: ['зелёный', 'green'],
  turquoise: ['бирюзовый', 'turquoise'],
  lightBlue: ['голубой', 'light blue'],
  blue: ['синий', 'blue'],
  purple: ['фиолетовый', 'purple'],
  pink: ['розовый', 'pink'],
} as const;

/** The everyday name of a colour, by hue, saturation and lightness. */
export function nameColour([red, green, blue]: Colour): ColourName {
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const lightness = (most + least) / 510;
  const spread = most - least;
  if (lightness < 0.1) return 'black';
  if (lightness > 0.94) return 'white';
  if (spread < 28) return lightness < 0.2 ? 'black' : lightness > 0.86 ? 'white' : 'grey';
  const hue = hueOf(red, green, blue, most, spread);
  if (hue < 14 || hue >= 345) return lightness > 0.72 ? 'pink' : 'red';
  if (hue < 40) return lightness > 0.74 ? 'beige' : lightness < 0.42 || spread < 80 ? 'brown' : 'orange';
  if (hue < 68) return spread < 70 && lightness > 0.6 ? 'beige' : lightness < 0.3 ? 'brown' : 'yellow';
  if (hue < 160) return 'green';
  if (hue < 188) return 'turquoise';
  if (hue < 262) return lightness > 0.55 && hue < 235 ? 'lightBlue' : 'blue';
  if (hue < 300) return 'purple';
  return lightness > 0.5 ? 'pink' : 'purple';
}

function hueOf(red: number, green: number, blue: number, most: number, spread: number): number {
  if (most === red) return (((green - blue) / spread + 6) % 6) * 60;
  if (most === green) return ((blue - red) / spread + 2) * 60;
  return ((red - green) / spread + 4) * 60;
}
