import { el, isolated, joined, outwardLink } from './element.ts';
import { dateInWords } from './figures.ts';
import type { ClaimPage, ClaimParts } from './results.ts';
import { AVAILABILITY_PHRASE, EVIDENCE_NOUN, MODALITY_PHRASE, SAID } from './words.ts';

/** Fetches the claims after a cursor; null when the server does not give them. */
export type NextClaims = (after: string) => Promise<ClaimPage | null>;

/** Which way a list of claims counts for the question. */
export type ClaimSide = 'for' | 'against' | 'either';

/** Claims under a heading, with a button for more where there are more, or without `next` a line that says so. */
export function claimSection(
  side: ClaimSide,
  heading: string,
  empty: string,
  page: ClaimPage,
  next: NextClaims | null,
): HTMLElement {
  const title = el('h3', {}, heading, ' ', el('span', { class: 'count' }, String(page.totalCount)));
  const attributes = { class: 'claims', 'data-side': side };
  if (page.totalCount === 0) return el('section', attributes, title, el('p', { class: 'empty' }, empty));
  const list = el('ol', { class: 'claim-list' }, ...page.nodes.map(claimCard));
  const section = el('section', attributes, title, list);
  const hidden = page.totalCount - page.nodes.length;
  if (next !== null) offerMore(section, list, page, next);
  else if (hidden > 0) section.append(el('p', { class: 'aside' }, `${hidden} more are not shown here.`));
  return section;
}

function offerMore(section: HTMLElement, list: HTMLElement, page: ClaimPage, next: NextClaims): void {
  const cursor = page.pageInfo.endCursor;
  if (!page.pageInfo.hasNextPage || cursor === null) return;
  const button = el('button', { type: 'button', class: 'quiet' }, 'Show more');
  button.addEventListener('click', () => {
    button.disabled = true;
    void next(cursor).then((following) => {
      button.remove();
      if (following === null) {
        section.append(el('p', { class: 'empty' }, 'The server did not give more.'));
        return;
      }
      const cards = following.nodes.map(claimCard);
      list.append(...cards);
      cards[0]?.setAttribute('tabindex', '-1');
      cards[0]?.focus();
      offerMore(section, list, following, next);
    });
  });
  section.append(button);
}

function claimCard(claim: ClaimParts): HTMLElement {
  return el(
    'li',
    { class: 'claim' },
    el('p', { class: 'who' }, ...whoSays(claim)),
    el('p', { class: 'says' }, ...whatIsSaid(claim)),
    claim.quote === null ? null : el('blockquote', { dir: 'auto' }, claim.quote),
    claim.evidence.length === 0 ? null : el('ul', { class: 'evidence' }, ...claim.evidence.map(evidenceItem)),
    el('p', { class: 'where' }, ...joined(whereSaid(claim), ' · ')),
  );
}

/** "X, according to Y, according to Z" */
function whoSays(claim: ClaimParts): readonly (Node | string)[] {
  const source = el('strong', {}, isolated(claim.document.source.name));
  const own = claim.document.source.person === null ? [] : [' (own account)'];
  const chain = claim.attributedTo.flatMap((step) => {
    const title = step.document?.title ?? null;
    const cited = title === null ? [] : [' in “', outwardLink(title, step.document?.url ?? null), '”'];
    return [', according to ', el('strong', {}, isolated(step.source.name)), ...cited];
  });
  return [source, ...own, ...chain];
}

function whatIsSaid(claim: ClaimParts): readonly (Node | string)[] {
  const about = [claim.subject, ...(claim.object === null ? [] : [claim.object])];
  const people = joined(
    about.map((person) => isolated(person.name)),
    ' and ',
  );
  const quoting =
    claim.onRecord === null
      ? []
      : [
          ', quoting ',
          isolated(claim.onRecord.person.name),
          claim.onRecord.as === 'SELF' ? '' : '’s representative',
        ];
  const insider = claim.anonymousInsider ? [', leaning on an unnamed insider'] : [];
  const strength = el('span', { class: 'modality' }, MODALITY_PHRASE[claim.modality]);
  return ['says, ', strength, ', that ', ...saying(claim, people), ...quoting, ...insider, '.'];
}

function saying(claim: ClaimParts, people: readonly (Node | string)[]): readonly (Node | string)[] {
  const words = SAID[claim.kind];
  switch (claim.stance) {
    case 'SUPPORTS':
      return [...people, ` ${words.so}`];
    case 'DENIES':
      return [...people, ` ${words.not}`];
    case 'ENDS':
      return [...people, ` ${words.over}`];
    case 'CONTEXT':
      return ['it is asked whether ', ...people, ` ${words.so}`];
  }
}

function whereSaid(claim: ClaimParts): readonly Node[] {
  const title = claim.document.title ?? 'an untitled document';
  return [
    el('span', {}, dateInWords(claim.assertedAt)),
    el('cite', {}, outwardLink(title, claim.document.url)),
    ...(claim.locator === null ? [] : [el('span', {}, locatorInWords(claim.locator))]),
  ];
}

function locatorInWords(locator: string): string {
  const paragraph = /^p(\d+)$/.exec(locator);
  return paragraph === null ? locator : `paragraph ${paragraph[1] ?? ''}`;
}

function evidenceItem({ stance, evidence }: ClaimParts['evidence'][number]): HTMLElement {
  const noun = EVIDENCE_NOUN[evidence.kind];
  const what = evidence.description === null ? noun : `${noun}: ${evidence.description}`;
  const taken = evidence.capturedAt === null ? '' : `, of ${dateInWords(evidence.capturedAt)}`;
  const shows =
    stance === 'SUPPORTS' ? 'cited as showing it' : 'the document says that it shows nothing either way';
  return el(
    'li',
    {},
    outwardLink(what, evidence.url),
    el('span', { class: 'aside' }, `${taken} (${AVAILABILITY_PHRASE[evidence.availability]}): ${shows}`),
  );
}
