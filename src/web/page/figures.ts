const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** An EDTF date as people write it: `2022-04-29` is "29 April 2022". Whatever is not plain stays as it is. */
export function dateInWords(edtf: string): string {
  const parts = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)$/.exec(edtf);
  if (parts === null) return /^\d{3}X$/.test(edtf) ? `the ${edtf.slice(0, 3)}0s` : edtf;
  const [, year = '', month, day, doubt = ''] = parts;
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  if (month !== undefined && name === undefined) return edtf;
  const plain = [day === undefined ? null : String(Number(day)), name, year].filter((part) => part).join(' ');
  if (doubt === '~') return `about ${plain}`;
  return doubt === '' ? plain : `${plain} (uncertain)`;
}

/** "on 29 April 2022", "in April 2022", "in 2022". */
export function whenInWords(edtf: string): string {
  return `${/^-?\d{4}-\d\d-\d\d/.test(edtf) ? 'on' : 'in'} ${dateInWords(edtf)}`;
}

/** An instant in UTC, to the minute. */
export function instantInWords(instant: string): string {
  return `${dateInWords(instant.slice(0, 10))}, ${instant.slice(11, 16)} UTC`;
}

/** The year that a date starts with, or null. */
function yearOf(edtf: string): number | null {
  const match = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(edtf);
  if (match === null) return null;
  return Number(match[1]) + (Number(match[2] ?? 7) - 1) / 12 + Number(match[3] ?? 1) / 365;
}

/** How long before `asOf` something was, when that is a year or more: "4 years earlier". */
export function longBefore(earlier: string, asOf: string): string | null {
  const [from, to] = [yearOf(earlier), yearOf(asOf)];
  if (from === null || to === null || to - from < 1) return null;
  const years = Math.floor(to - from);
  return years === 1 ? 'more than a year earlier' : `${years} years earlier`;
}

/** A probability in per cent, with a decimal where whole numbers would blur it. */
export function percent(probability: number): string {
  const points = probability * 100;
  const digits = points < 10 || points > 99 ? 1 : 0;
  return `${points.toFixed(digits).replace(/\.0$/, '')}%`;
}

/** A number with its sign, for columns that are to be added up. */
export function signed(value: number): string {
  const text = Math.abs(value).toFixed(3);
  return value < 0 ? `−${text}` : `+${text}`;
}

/** The log-odds of a probability. */
export function logit(probability: number): number {
  return Math.log(probability / (1 - probability));
}

/** The probability of log-odds. */
export function sigmoid(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** "1 claim", "3 claims". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
