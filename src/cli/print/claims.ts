import { unreachable } from '../../domain/errors.ts';
import type { ClaimParts, ListClaimsData } from '../results.ts';
import type { Style } from '../terminal/style.ts';
import { indented, plain, spread } from '../terminal/text.ts';
import { counted, evidenceNoun, modalityWords, lowered, statementOf } from './words.ts';

/** Which way a claim is shown to count. */
export type Sign = 'for' | 'against' | 'neither';

/** How a claim is shown. */
export interface ClaimView {
  readonly sign: Sign;
  /** True where it must be said whom it is about. */
  readonly names: boolean;
  /** True where somebody may want to point at it. */
  readonly id: boolean;
}

const DOCUMENT_INDENT = '  ';
const CLAIM_INDENT = '    ';
const DETAIL_INDENT = '      ';

/** Claims below the documents that they stand in; what stands in one document is one group, the order kept. */
export function claimsByDocument(
  claims: readonly ClaimParts[],
  viewOf: (claim: ClaimParts) => ClaimView,
  style: Style,
): readonly string[] {
  const documents = [...new Set(claims.map((claim) => claim.document.id))];
  const groups = documents.map((id) => claims.filter((claim) => claim.document.id === id));
  return groups.flatMap((group) => [
    ...group.slice(0, 1).flatMap((claim) => documentLines(claim, style)),
    ...group.flatMap((claim) => claimLines(claim, viewOf(claim), style)),
  ]);
}

/** Who published it, under which title, where. */
function documentLines({ document }: ClaimParts, style: Style): readonly string[] {
  const title = document.title === null ? [] : [`"${plain(document.title)}"`];
  const lines = [...title, ...(document.url === null ? [] : [plain(document.url)])];
  return [
    ...indented(plain(document.source.name), style.width, DOCUMENT_INDENT),
    ...lines.flatMap((line) => indented(line, style.width, DOCUMENT_INDENT)).map(style.dim),
  ];
}

/** One claim: what it says and when, on whose word, in which phrase, and what it points at. */
export function claimLines(claim: ClaimParts, view: ClaimView, style: Style): readonly string[] {
  const who = view.names && claim.object !== null ? `${claim.subject.name} and ${claim.object.name}: ` : '';
  const said = claim.stance === 'CONTEXT' ? '' : `, ${modalityWords(claim.modality)}`;
  const chain = chainOf(claim);
  return [
    ...spread(
      {
        first: `${CLAIM_INDENT}${signOf(view.sign, style)} `,
        left: plain(`${who}${statementOf(claim)}${said}`),
        right: plain([claim.assertedAt, ...(claim.locator === null ? [] : [claim.locator])].join(' ')),
        paintLeft: (text) => text,
        paintRight: style.dim,
      },
      style.width,
    ),
    ...(chain === '' ? [] : indented(plain(chain), style.width, DETAIL_INDENT)),
    ...(claim.quote === null ? [] : indented(`"${plain(claim.quote)}"`, style.width, DETAIL_INDENT)),
    ...claim.evidence.flatMap((cited) => evidenceLines(cited, style)),
    ...retractionLines(claim, style),
    ...(view.id ? [style.dim(`${DETAIL_INDENT}${claim.id}`)] : []),
  ];
}

function signOf(sign: Sign, { glyphs, good, bad, dim }: Style): string {
  switch (sign) {
    case 'for':
      return good(glyphs.supports);
    case 'against':
      return bad(glyphs.denies);
    case 'neither':
      return dim(glyphs.dot);
    default:
      return unreachable(sign);
  }
}

/** Which way a claim counts for what it says itself: a denial of a split is against the split. */
export function ownSign({ stance }: ClaimParts): Sign {
  if (stance === 'CONTEXT') return 'neither';
  return stance === 'SUPPORTS' ? 'for' : 'against';
}

/** "quoting Ada, citing Outlet B ("Title"), citing fans": who has it from whom, nearest first. */
function chainOf(claim: ClaimParts): string {
  const quoted =
    claim.onRecord === null
      ? []
      : [
          `quoting ${claim.onRecord.as === 'SELF' ? '' : 'a representative of '}${claim.onRecord.person.name}`,
        ];
  const insider = claim.anonymousInsider ? ['citing an unnamed insider'] : [];
  const chain = claim.attributedTo.map(({ source, document }) => {
    const title = document?.title == null ? '' : ` ("${document.title}")`;
    return `citing ${source.name}${title}`;
  });
  return [...quoted, ...insider, ...chain].join(', ');
}

function evidenceLines(cited: ClaimParts['evidence'][number], style: Style): readonly string[] {
  const { kind, description, availability } = cited.evidence;
  const gone = availability === 'DELETED' ? ', since deleted' : '';
  const shows = cited.stance === 'NEUTRAL' ? ', said to show nothing' : '';
  const what = description === null ? '' : `: ${description}`;
  const first = `${DETAIL_INDENT}${style.glyphs.arrow} `;
  return indented(plain(`${evidenceNoun(kind)}${gone}${shows}${what}`), style.width, first);
}

function retractionLines(claim: ClaimParts, style: Style): readonly string[] {
  if (claim.retraction === null) return [];
  const { at, reason } = claim.retraction;
  return [style.unsure(`${DETAIL_INDENT}taken back ${at.slice(0, 10)}: ${lowered(reason)}`)];
}

/** A page of claims, the latest first. `more` is the command line that continues it. */
export function claimPage(data: ListClaimsData, more: (cursor: string) => string, style: Style): string {
  const { totalCount, nodes, pageInfo } = data.claims;
  if (totalCount === 0) return 'No claim on file that may be shown matches.';
  const shown = nodes.length === totalCount ? '' : `, ${nodes.length} shown`;
  const viewOf = (claim: ClaimParts): ClaimView => ({ sign: ownSign(claim), names: true, id: true });
  const lines = [
    style.bold(`${counted(totalCount, 'claim')}${shown}, the latest first`),
    ...claimsByDocument(nodes, viewOf, style),
  ];
  if (pageInfo.hasNextPage && pageInfo.endCursor !== null) {
    lines.push('', style.dim('More:'), more(pageInfo.endCursor));
  }
  return lines.join('\n');
}
