/** The next number of the form 1, 2, 4 or 6 times a power of ten, so that the scale reads well. */
export function niceTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 4, 6, 10].map((step) => step * power).find((top) => top >= value) ?? value;
}
