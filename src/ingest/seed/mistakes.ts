import { HearsayError, shown, type ErrorCode } from '../../domain/errors.ts';
import { SPECIAL_CATEGORY_HINT } from '../../domain/special-categories.ts';
import type { Path, YamlSource } from './yaml-source.ts';

/** Something wrong in a file. */
interface Mistake {
  readonly offset: number;
  /** The record that it is in: `people/joe-locke`, `claims/3`. */
  readonly record: string;
  readonly code: ErrorCode;
  readonly message: string;
}

/** Collects everything wrong in a file, so that its author sees it all at once. */
export interface Mistakes {
  /** `message` reads "Expected …, but got …". */
  add(path: Path, message: string, code?: ErrorCode): void;
  /** The same, pointing at the key instead of the value. */
  addKey(path: Path, message: string, code?: ErrorCode): void;
  addAt(offset: number, message: string): void;
  /** True once nobody will read suggestions any more; each costs a look at everything that is defined. */
  areMany(): boolean;
  /** Throws one error that lists them in the order of the file, unless there are none. */
  throwAny(): void;
}

const MAX_LISTED = 20;
// Beyond this a file is not a seed; counting on costs nothing, placing each one does.
const MAX_PLACED = 1000;
const MANY = 100;

/** An empty collection for one file, whose records stand `recordDepth` keys deep (0: it is one record). */
export function mistakesIn(source: YamlSource, recordDepth: number): Mistakes {
  const placed: Mistake[] = [];
  let more = 0;
  const put = (offset: () => number, path: Path, message: string, code: ErrorCode): void => {
    if (placed.length >= MAX_PLACED) more++;
    else
      placed.push({
        offset: offset(),
        record: path.slice(0, recordDepth).map(String).join('/'),
        code,
        message,
      });
  };
  return {
    add: (path, message, code = 'INVALID_RECORD') => {
      put(() => source.offsetOf(path), path, message, code);
    },
    addKey: (path, message, code = 'INVALID_RECORD') => {
      put(() => source.offsetOfKey(path), path, message, code);
    },
    addAt: (offset, message) => {
      put(() => offset, [], message, 'INVALID_RECORD');
    },
    areMany: () => placed.length >= MANY,
    throwAny() {
      if (placed.length > 0) throw errorOf(source, placed, more);
    },
  };
}

function errorOf(source: YamlSource, placed: readonly Mistake[], more: number): HearsayError {
  const mistakes = withoutNoise(placed).toSorted((a, b) => a.offset - b.offset);
  const onlySpecial = more === 0 && mistakes.every(({ code }) => code === 'SPECIAL_CATEGORY');
  const lines = mistakes
    .slice(0, MAX_LISTED)
    .map(({ offset, message, code }) => `${source.placeOf(offset)}: ${message} [${code}]`);
  const total = mistakes.length + more;
  const rest = total > MAX_LISTED ? [`… and ${total - MAX_LISTED} more`] : [];
  const count = total === 1 ? 'one' : String(total);
  const heading = `Expected ${shown(source.file)} without mistakes, but got ${count}:`;
  return new HearsayError(
    onlySpecial ? 'SPECIAL_CATEGORY' : 'INVALID_RECORD',
    [heading, ...lines, ...rest].join('\n'),
    {
      hint: onlySpecial
        ? `Nothing of this file was stored. ${SPECIAL_CATEGORY_HINT}`
        : 'Nothing of this file was stored. docs/seed-format.md describes the format.',
    },
  );
}

// Once a record is refused for what it is about, its other mistakes are no help to anybody.
function withoutNoise(mistakes: readonly Mistake[]): readonly Mistake[] {
  const refused = new Set(
    mistakes.filter(({ code }) => code === 'SPECIAL_CATEGORY').map(({ record }) => record),
  );
  return mistakes.filter(({ code, record }) => code === 'SPECIAL_CATEGORY' || !refused.has(record));
}
