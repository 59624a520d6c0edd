/** The nearest number that half precision can hold exactly; ties go to even. Expects finite numbers below 65520. */
export function roundToFloat16(value: number): number {
  if (value === 0) return 0;
  const exponent = Math.max(-14, Math.floor(Math.log2(Math.abs(value))));
  const step = 2 ** (exponent - 10);
  const scaled = value / step;
  const rounded = Math.round(scaled);
  const isTie = Math.abs(scaled - Math.trunc(scaled)) === 0.5;
  return (isTie && rounded % 2 !== 0 ? rounded - 1 : rounded) * step;
}
