/** Lays events out as piles of dots along a time axis. */

export interface Dot<T> {
  item: T;
  /** Place along the axis, from 0; and in the pile, from 0 at the bottom. */
  column: number;
  row: number;
  /** How many events the topmost dot of a full pile stands for beyond itself. */
  more: number;
}

/**
 * @param columns how many piles the axis has
 * @param highest most dots in a pile; the last one stands for those that do not fit
 * @returns dots in time order, and the first and last time in ms since 1970. Items without a valid time are left out
 */
export function pile<T extends { at: string }>(
  items: readonly T[],
  columns: number,
  highest: number,
): { dots: Dot<T>[]; from: number; to: number; tallest: number } {
  const timed = items
    .map((item) => ({ item, time: Date.parse(item.at) }))
    .filter(({ time }) => !Number.isNaN(time))
    .sort((a, b) => a.time - b.time);
  const from = timed[0]?.time ?? 0;
  const to = timed.at(-1)?.time ?? 0;
  const piles = new Map<number, Dot<T>[]>();
  for (const { item, time } of timed) {
    const column =
      to === from ? columns - 1 : Math.min(columns - 1, Math.floor(((time - from) / (to - from)) * columns));
    const dots = piles.get(column) ?? [];
    piles.set(column, dots);
    const top = dots.at(-1);
    if (dots.length < highest || !top) dots.push({ item, column, row: dots.length, more: 0 });
    else top.more++;
  }
  const dots = [...piles.values()].flat();
  return { dots, from, to, tallest: Math.max(0, ...dots.map((dot) => dot.row + 1)) };
}
