import type { z } from 'zod';
import { shown } from '../../domain/errors.ts';
import { categoryInWords, specialCategoryOfKey } from '../../domain/special-categories.ts';
import { KEYS_WANTED } from './fields.ts';
import type { Mistakes } from './mistakes.ts';
import { didYouMean } from './near.ts';
import type { Path } from './yaml-source.ts';

/** Reads `value` as `schema` says; what does not fit becomes mistakes below `path`, and the result null. */
export function readShape<T extends z.ZodType>(
  schema: T,
  value: unknown,
  path: Path,
  mistakes: Mistakes,
): z.infer<T> | null {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues.flatMap((each) => innermost(each, []))) {
    note(issue, value, path, mistakes);
  }
  return null;
}

type Issue = z.core.$ZodIssue;
interface PlacedIssue {
  readonly issue: Issue;
  readonly path: Path;
}

/** Of a choice, the mistakes within the alternative whose type was met; else the choice itself. */
function innermost(issue: Issue, base: Path): readonly PlacedIssue[] {
  const path = [...base, ...issue.path];
  if (issue.code !== 'invalid_union') return [{ issue, path }];
  const met = issue.errors.find(
    (branch) => !branch.some((each) => each.code === 'invalid_type' && each.path.length === 0),
  );
  return met === undefined ? [{ issue, path }] : met.flatMap((each) => innermost(each, path));
}

function note({ issue, path }: PlacedIssue, record: unknown, base: Path, mistakes: Mistakes): void {
  const full = [...base, ...path];
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) noteUnknownKey(key, issue.message, [...full, key], mistakes);
    return;
  }
  const value = valueAt(record, path);
  const category = path.at(-1) === 'kind' && typeof value === 'string' ? specialCategoryOfKey(value) : null;
  if (category !== null) {
    mistakes.add(full, `Expected ${issue.message}, but got ${categoryInWords(category)}`, 'SPECIAL_CATEGORY');
  } else if (value === undefined) {
    mistakes.add(full, `Expected \`${String(path.at(-1))}\` to be ${issue.message}, but it is missing`);
  } else if (issue.message.startsWith('Expected ')) {
    mistakes.add(full, issue.message);
  } else {
    mistakes.add(full, `Expected ${issue.message}, but got ${shown(value)}${suggestion(issue, value)}`);
  }
}

function suggestion(issue: Issue, value: unknown): string {
  return issue.code === 'invalid_value' && typeof value === 'string'
    ? didYouMean(value, issue.values.map(String))
    : '';
}

/** Says that a key is not known, or that it is about what is never recorded. */
export function noteUnknownKey(key: string, wanted: string, path: Path, mistakes: Mistakes): void {
  const category = specialCategoryOfKey(key);
  if (category !== null) {
    mistakes.addKey(path, `Expected ${wanted}, but got ${categoryInWords(category)}`, 'SPECIAL_CATEGORY');
    return;
  }
  const keys = wanted.slice(KEYS_WANTED.length).split(', ');
  mistakes.addKey(path, `Expected ${wanted}, but got ${shown(key)}${didYouMean(key, keys)}`);
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => {
    const holds = typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step);
    return holds ? (inner as Record<PropertyKey, unknown>)[step] : undefined;
  }, value);
}
