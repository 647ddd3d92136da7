import { unreachable } from '../../domain/errors.ts';
import { EXIT } from '../exit-codes.ts';
import type { Page } from '../ask-and-print.ts';
import type { AmbiguousParts, UnknownParts, WithheldParts } from '../results.ts';
import type { Style } from '../terminal/style.ts';
import { indented, plain, wrap } from '../terminal/text.ts';
import { lowered } from './words.ts';

type Failure =
  | ({ readonly __typename: 'AmbiguousPerson' } & AmbiguousParts)
  | ({ readonly __typename: 'UnknownPerson' } & UnknownParts)
  | ({ readonly __typename: 'Withheld' } & WithheldParts);

/** What stands in the place of an answer, and what the process ends with for it. */
export function failurePage(failure: Failure, style: Style, storeIsEmpty: boolean): Page {
  switch (failure.__typename) {
    case 'AmbiguousPerson':
      return { text: ambiguousPage(failure, style), exit: EXIT.AMBIGUOUS };
    case 'UnknownPerson':
      return { text: unknownPage(failure, style, storeIsEmpty), exit: EXIT.UNKNOWN };
    case 'Withheld':
      return { text: withheldPage(failure, style), exit: EXIT.WITHHELD };
    default:
      return unreachable(failure);
  }
}

function ambiguousPage(found: AmbiguousParts, style: Style): string {
  return [
    ...wrap(plain(`"${found.given}" may be any of these. No guess is made; ask by id:`), style.width),
    ...found.candidates.flatMap(({ person, distinguishedBy }) => [
      `  ${style.bold(plain(person.name))}  ${person.id}`,
      ...indented(plain(distinguishedBy.join(', ')), style.width, '    '),
    ]),
  ].join('\n');
}

function unknownPage(found: UnknownParts, style: Style, storeIsEmpty: boolean): string {
  const nobody = storeIsEmpty
    ? ['The store is empty: `hearsay serve` loads the reviewed seeds, `hearsay seed FILE` any other.']
    : ['Nobody on file has a name like it.'];
  const near =
    found.suggestions.length === 0
      ? nobody.flatMap((line) => wrap(line, style.width))
      : ['Did you mean:', ...found.suggestions.map(({ id, name }) => `  ${style.bold(plain(name))}  ${id}`)];
  return [...wrap(plain(`Nobody on file goes by "${found.given}".`), style.width), ...near].join('\n');
}

function withheldPage(withheld: WithheldParts, style: Style): string {
  return [
    `${style.unsure(style.bold('WITHHELD'))} ${style.glyphs.dot} ${lowered(withheld.reason)}`,
    ...wrap(plain(withheld.hint), style.width - 2).map((line) => `  ${line}`),
    ...wrap(
      'That depends on the people and the date only; it says nothing about whether anything is on file.',
      style.width - 2,
    ).map((line) => `  ${style.dim(line)}`),
  ].join('\n');
}
