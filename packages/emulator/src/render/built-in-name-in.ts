const pairs = [
  ['text2image', 'image_generate'],
  ['text2model3d', 'model_3d_generate'],
] as const;

/** The two generations call the same server tools differently. */
export function builtInNameIn(generation: 'v1' | 'v2', name: string): string {
  const pair = pairs.find((names) => names.some((known) => known === name));
  if (pair === undefined) return name;
  return generation === 'v1' ? pair[0] : pair[1];
}
