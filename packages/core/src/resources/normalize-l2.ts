/** Scales a vector to length 1 in place; a vector of zeros stays as it is. */
export function normalizeL2(vector: number[]): void {
  let sum = 0;
  for (const value of vector) sum += value * value;
  const length = Math.sqrt(sum);
  if (length === 0) return;
  for (let index = 0; index < vector.length; index += 1) vector[index] = (vector[index] ?? 0) / length;
}
