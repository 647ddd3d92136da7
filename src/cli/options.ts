import { InvalidArgumentError, Option } from 'commander';
import { HearsayError } from '../domain/errors.ts';
import { CLAIM_KINDS, PAIR_KINDS, type ClaimKind } from '../domain/kinds.ts';

/** When a question is asked for. */
export interface TimeOptions {
  readonly asOf?: string;
  readonly knownAt?: string;
}

/** `--as-of`: valid time. What is no date is refused where every date is read. */
export function asOfOption(): Option {
  return new Option('--as-of <date>', 'the date that the question is about (default: today)');
}

/** `--known-at`: transaction time. */
export function knownAtOption(): Option {
  return new Option(
    '--known-at <time>',
    'what was on record then, such as 2022-04-29T16:09:00Z (default: now)',
  );
}

/** `--json`: for programs, as a rule the answer as GraphQL gives it. */
export function jsonOption(what = 'print exactly what GraphQL answers'): Option {
  return new Option('--json', what);
}

/** `--show-query`: the question as GraphQL, not asked. */
export function showQueryOption(): Option {
  return new Option('--show-query', 'print the question as GraphQL and do not ask it');
}

/** `--kind` with a kind between two people. */
export function pairKindOption(): Option {
  return new Option(
    '--kind <kind>',
    `what is asked about: ${PAIR_KINDS.join(', ').toLowerCase()} (default: dating)`,
  ).argParser((text) => oneOf(PAIR_KINDS, text));
}

/** `--kind`, as often as wanted, with a kind of claim. */
export function claimKindsOption(): Option {
  return new Option('--kind <kind>', 'only claims of this kind; may be repeated').argParser(
    (text: string, before: readonly ClaimKind[] | undefined) => [...(before ?? []), oneOf(CLAIM_KINDS, text)],
  );
}

/** One of the words, in any case, with - or _. Throws commander's InvalidArgumentError. */
export function oneOf<T extends string>(words: readonly T[], text: string): T {
  const given = text.trim().toUpperCase().replaceAll('-', '_');
  const word = words.find((known) => known === given);
  if (word !== undefined) return word;
  throw new InvalidArgumentError(`It must be one of ${words.join(', ').toLowerCase()}.`);
}

/** `--first` and `--after` of a list. */
export interface PageOptions {
  readonly first: number;
  readonly after?: string;
}

const MAX_PAGE = 100;

/** `--first`: how many. */
export function firstOption(): Option {
  return new Option('--first <n>', `how many at most, 1 to ${MAX_PAGE}`).default(20).argParser((text) => {
    if (!/^-?\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
    const first = Number(text);
    // Said here, since the estimated cost of a larger page may be refused before its size is looked at.
    if (first >= 1 && first <= MAX_PAGE) return first;
    throw new HearsayError(
      'INVALID_PAGE_SIZE',
      `Expected --first between 1 and ${MAX_PAGE}, but got ${first}`,
      {
        hint: 'Ask for fewer at a time and continue with --after.',
      },
    );
  });
}

/** `--after`: where to go on. */
export function afterOption(): Option {
  return new Option('--after <cursor>', 'go on after this cursor, which the page before ends with');
}
