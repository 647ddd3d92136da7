import type { AmbiguousPersonModel, UnknownPersonModel, WithheldModel } from '../application/models.ts';
import { unreachable } from '../domain/errors.ts';
import type { EmbedOptions, Said } from './options.ts';
import type { ShownPerson } from './badge-view.ts';
import { fill, wordsOf, type Labels, type Locale } from './words/words.ts';

/** Why there is nothing to show, as a page elsewhere says it. */
export interface NoticeView {
  readonly type: 'UnknownPerson' | 'AmbiguousPerson' | 'Withheld';
  readonly locale: string;
  readonly notice: Said;
  /** Which attribute of the element whoever embeds should look at, and what to write; null where nothing is wrong. */
  readonly attribute: string | null;
  readonly hint: string | null;
  /** Who may have been meant, so that whoever embeds can name one by id. */
  readonly candidates: readonly (ShownPerson & { readonly distinguishedBy: readonly string[] })[];
  readonly labels: Labels;
}

/** Candidates that a notice names. */
const MOST_NAMED = 3;

/** The notice for a question that got no answer. */
export function noticeView(
  outcome: AmbiguousPersonModel | UnknownPersonModel | WithheldModel,
  { locale }: EmbedOptions,
): NoticeView {
  const words = wordsOf(locale);
  const labels = words.labels;
  const view = { type: outcome.type, locale, attribute: null, hint: null, candidates: [], labels };
  switch (outcome.type) {
    case 'Withheld': {
      const text = words.withheld[outcome.reason];
      return { ...view, notice: { code: outcome.reason, parameters: {}, text } };
    }
    case 'UnknownPerson': {
      const candidates = outcome.suggestions.map(({ person }) => ({
        id: person.id,
        name: person.name,
        distinguishedBy: [],
      }));
      return { ...view, ...about(outcome, labels.unknownPerson, candidates, words.meant) };
    }
    case 'AmbiguousPerson': {
      const candidates = outcome.candidates.map(({ person: { person }, distinguishedBy }) => ({
        id: person.id,
        name: person.name,
        distinguishedBy,
      }));
      return { ...view, ...about(outcome, labels.ambiguousPerson, candidates, words.meant) };
    }
    default:
      return unreachable(outcome);
  }
}

function about(
  { type, argument, given }: AmbiguousPersonModel | UnknownPersonModel,
  template: string,
  candidates: NoticeView['candidates'],
  meant: string,
): Pick<NoticeView, 'notice' | 'attribute' | 'hint' | 'candidates'> {
  const names = candidates
    .slice(0, MOST_NAMED)
    .map(({ name, distinguishedBy }) => [name, ...distinguishedBy].join(' · '));
  const said = fill(template, { given });
  return {
    notice: {
      code: type,
      parameters: { argument, given },
      text: names.length === 0 ? said : `${said} ${fill(meant, { names: names.join(' / ') })}`,
    },
    attribute: argument === 'root' ? 'person' : argument,
    hint:
      candidates.length === 0
        ? 'Names, ids (person/…) and @handles are known.'
        : `By id: ${candidates.map(({ id }) => id).join(', ')}.`,
    candidates,
  };
}

/** What a page says, in place of what it asks for, about an attribute that is wrong; null for any attribute. */
export function wrongNotice(
  attribute: string | null,
  locale: Locale,
): Pick<NoticeView, 'locale' | 'notice' | 'attribute'> {
  const text = fill(wordsOf(locale).wrongAttribute, { attribute: attribute ?? '…' });
  return { locale, notice: { code: 'WRONG_ATTRIBUTE', parameters: {}, text }, attribute };
}
