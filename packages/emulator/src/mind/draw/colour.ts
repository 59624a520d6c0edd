/** Red, green, blue from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

export function hex(code: string): Colour {
  const value = Number.parseInt(code.replace('#', ''), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** `share` 0 gives the first colour, 1 the second. */
export function mix(one: Colour, other: Colour, share: number): Colour {
  return [
    one[0] + (other[0] - one[0]) * share,
    one[1] + (other[1] - one[1]) * share,
    one[2] + (other[2] - one[2]) * share,
  ];
}

export function lighten(colour: Colour, share: number): Colour {
  return mix(colour, [255, 255, 255], share);
}

export function darken(colour: Colour, share: number): Colour {
  return mix(colour, [12, 10, 30], share);
}

/** Brightness as the eye takes it, 0 to 1. */
export function brightnessOf([red, green, blue]: Colour): number {
  return (red * 0.2126 + green * 0.7152 + blue * 0.0722) / 255;
}
