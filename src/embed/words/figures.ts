import { fill, wordsOf, type Locale } from './words.ts';

/** A date as people of a language write it; of a partial one as much as is known. */
export function dateInWords(locale: Locale, date: string): string {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date) ?? [];
  // Doubtful and partly unknown dates have no words of their own.
  if (year === '') return date;
  const at = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    year: 'numeric',
    ...(month === undefined ? {} : { month: 'long' }),
    ...(day === undefined ? {} : { day: 'numeric' }),
    timeZone: 'UTC',
  }).format(at);
}

/** A probability as whole percent; never 0 or 100, since nothing here is certain. */
export function percentInWords(locale: Locale, probability: number): string {
  const words = wordsOf(locale);
  const percent = (value: number): string =>
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(value);
  if (probability < 0.01) return fill(words.lessThan, { percent: percent(0.01) });
  if (probability > 0.99) return fill(words.moreThan, { percent: percent(0.99) });
  return percent(probability);
}

/** "A", "A and B", "A, B and C". */
export function joinedInWords(locale: Locale, parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${wordsOf(locale).and} ${last}`;
}
