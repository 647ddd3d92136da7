import type { AmbiguousPersonModel, UnknownPersonModel, WithheldModel } from '../application/models.ts';
import { unreachable } from '../domain/errors.ts';
import type { EmbedOptions, Said } from './options.ts';
import type { ShownPerson } from './badge-view.ts';
import { fill, wordsOf, type Labels } from './words/words.ts';

/** Why there is nothing to show, as a page elsewhere says it. */
export interface NoticeView {
  readonly type: 'UnknownPerson' | 'AmbiguousPerson' | 'Withheld';
  readonly locale: string;
  readonly notice: Said;
  /** Who may have been meant, so that whoever embeds can name one by id. */
  readonly candidates: readonly (ShownPerson & { readonly distinguishedBy: readonly string[] })[];
  readonly labels: Labels;
}

/** The notice for a question that got no answer. */
export function noticeView(
  outcome: AmbiguousPersonModel | UnknownPersonModel | WithheldModel,
  { locale }: EmbedOptions,
): NoticeView {
  const words = wordsOf(locale);
  const view = { type: outcome.type, locale, candidates: [], labels: words.labels };
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
      return { ...view, notice: about(outcome, words.labels.unknownPerson), candidates };
    }
    case 'AmbiguousPerson': {
      const candidates = outcome.candidates.map(({ person: { person }, distinguishedBy }) => ({
        id: person.id,
        name: person.name,
        distinguishedBy,
      }));
      return { ...view, notice: about(outcome, words.labels.ambiguousPerson), candidates };
    }
    default:
      return unreachable(outcome);
  }
}

function about({ type, argument, given }: AmbiguousPersonModel | UnknownPersonModel, template: string): Said {
  return { code: type, parameters: { argument, given }, text: fill(template, { given }) };
}
