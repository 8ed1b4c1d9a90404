/** A plot as SVG, for the Markdown pages: bars from 0 to 1 with a dot each, on white so that it reads in dark pages too. */

export interface Bar {
  label: string;
  /** 0 to 1; the bar. */
  value: number;
  /** 0 to 1; the dot. `NaN` where it is not defined. */
  dot: number;
  /** Written at the right. */
  note: string;
}

const row = 24;
const left = 190;
const width = 380;
const right = 270;
const top = 56;

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** @param axes what the bar and the dot are */
export function barPlot(title: string, axes: { bar: string; dot: string; note: string }, bars: readonly Bar[]): string {
  const height = top + bars.length * row + 34;
  const x = (value: number) => left + value * width;
  const text = (at: number, y: number, words: string, more = "") =>
    `<text x="${at}" y="${y}" ${more}>${escaped(words)}</text>`;
  const grid = [0, 0.25, 0.5, 0.75, 1].flatMap((value) => [
    `<line x1="${x(value)}" x2="${x(value)}" y1="${top - 8}" y2="${height - 26}" stroke="#ddd"/>`,
    text(x(value), height - 12, String(value), 'text-anchor="middle" fill="#555"'),
  ]);
  const drawn = bars.flatMap(({ label, value, dot, note }, i) => {
    const y = top + i * row;
    return [
      text(left - 10, y + 12, label, 'text-anchor="end"'),
      `<rect x="${left}" y="${y + 2}" width="${(Number.isNaN(value) ? 0 : value) * width}" height="13" fill="#3b8f8a"/>`,
      ...(Number.isNaN(dot) ? [] : [`<circle cx="${x(dot)}" cy="${y + 8.5}" r="5" fill="#b3261e" stroke="#fff"/>`]),
      text(left + width + 14, y + 12, note, 'fill="#555"'),
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${left + width + right} ${height}" font-family="system-ui, sans-serif" font-size="12" role="img" aria-label="${escaped(title)}">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    text(12, 22, title, 'font-size="14" font-weight="600"'),
    `<rect x="${left}" y="32" width="12" height="10" fill="#3b8f8a"/>`,
    text(left + 17, 41, axes.bar),
    `<circle cx="${left + 120}" cy="37" r="5" fill="#b3261e"/>`,
    text(left + 130, 41, axes.dot),
    text(left + width + 14, 41, axes.note, 'fill="#555"'),
    ...grid,
    ...drawn,
    "</svg>",
  ].join("\n");
}
