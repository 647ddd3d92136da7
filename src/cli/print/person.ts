import { isAboutRomance } from '../../domain/kinds.ts';
import type { ClaimParts, PairKind, WhoIsWithData } from '../results.ts';
import type { Style } from '../terminal/style.ts';
import { cut, plain, wrap } from '../terminal/text.ts';
import { headline, joinSections, titled } from './answer.ts';
import { bar } from './bar.ts';
import { claimsByDocument, ownSign, type Sign } from './claims.ts';
import { answerWord, asked as askedWord, counted, RELATED_TO, statusWords } from './words.ts';

/** Somebody on file, with whom they are related to. */
export type FoundPerson = Extract<WhoIsWithData['person'], { readonly __typename: 'Person' }>;
type Single = Extract<
  WhoIsWithData['relationshipStatus'],
  { readonly __typename: 'RelationshipStatusAnswer' }
>;

const BAR_CELLS = 24;

/** Whom somebody is said to be related to in the kinds asked for, and whether they are said to be single. */
export function personPage(
  person: FoundPerson,
  kinds: readonly PairKind[],
  single: WhoIsWithData['relationshipStatus'],
  style: Style,
): string {
  const { nodes, totalCount, truncated } = person.relationships;
  const hidden = totalCount - nodes.length;
  const rest = [
    ...(hidden > 0 ? [`  And ${counted(hidden, 'other')}.`] : []),
    ...(truncated ? ['  Only those heard of last were weighed.'] : []),
  ];
  const name = plain(person.name);
  const [kind] = kinds;
  const asked = kinds.length === 1 && kind !== undefined ? RELATED_TO[kind] : 'with';
  const isSingleKnown = single.__typename === 'RelationshipStatusAnswer';
  const said =
    totalCount === 0
      ? wrap(
          `Nobody on file is said to be, or to have been, ${asked} ${name}. That is not a denial.`,
          style.width - 2,
        ).map((line) => `  ${line}`)
      : nodes.flatMap((answer) => relationLines(answer, person.id, style));
  return joinSections([
    headline(name, isSingleKnown ? single.asOf : '', style),
    titled(`Who is ${name} ${asked}?`, [...said, ...rest], style),
    isSingleKnown && kinds.every(isAboutRomance) ? singleLines(single, style) : [],
  ]);
}

function relationLines(
  answer: FoundPerson['relationships']['nodes'][number],
  asked: string,
  style: Style,
): readonly string[] {
  const other = answer.people.find((person) => person.id !== asked)?.name ?? '';
  const word = `${answerWord(answer.answer, style)} ${style.glyphs.dot} ${statusWords(answer.status)}`;
  return [
    `  ${style.bold(cut(plain(other), style.width - 40))}, ${askedWord(answer.kind)}: ${word}`,
    `    ${bar(answer.confidence, BAR_CELLS, style)}`,
    ...wrap(plain(answer.summary), style.width - 4).map((line) => `    ${line}`),
  ];
}

function singleLines(single: Single, style: Style): readonly string[] {
  const word = `${answerWord(single.answer, style)} ${style.glyphs.dot} ${statusWords(single.status)}`;
  return [
    `${style.bold('Single?')} ${word}`,
    ...(single.confidence === null ? [] : [`  ${bar(single.confidence, BAR_CELLS, style)}`]),
    ...wrap(plain(single.summary), style.width - 2).map((line) => `  ${line}`),
    ...claimsByDocument(
      single.claims.nodes,
      (claim) => ({ sign: signForSingle(claim), names: true, id: false }),
      style,
    ),
  ];
}

/** Which way a claim counts for somebody being single: what speaks for a romance speaks against it, an end for it. */
function signForSingle(claim: ClaimParts): Sign {
  const own = ownSign(claim);
  const isItself = claim.kind === 'SINGLE' || claim.kind === 'SPLIT' || claim.kind === 'DIVORCED';
  if (isItself || own === 'neither') return own;
  return own === 'for' ? 'against' : 'for';
}
