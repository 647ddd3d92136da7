import { unreachable } from '../../domain/errors.ts';
import type { ClaimParts, ListClaimsData } from '../results.ts';
import type { Style } from '../terminal/style.ts';
import { indented, plain, spread } from '../terminal/text.ts';
import { counted, evidenceNoun, lowered, statementOf } from './words.ts';

/** What a line of a claim begins with. */
const INDENT = '    ';

/** Which way a claim is shown to count. */
export type Sign = 'for' | 'against' | 'neither';

/** How a claim is shown. */
export interface ClaimView {
  readonly sign: Sign;
  /** True where it must be said whom it is about. */
  readonly names: boolean;
}

/** One claim: what it says and when, who says so on whose word, where, and what it points at. */
export function claimLines(claim: ClaimParts, view: ClaimView, style: Style): readonly string[] {
  const who = view.names ? namesOf(claim) : '';
  return [
    ...spread(
      {
        first: `  ${signOf(view.sign, style)} `,
        left: plain(`${who}${statementOf(claim)}, ${lowered(claim.modality)}`),
        right: whenAndWhere(claim),
        paintLeft: (text) => text,
        paintRight: style.dim,
      },
      style.width,
    ),
    ...indented(plain(speakerOf(claim)), style.width, INDENT),
    ...titleLines(claim, style),
    ...(claim.quote === null ? [] : indented(`"${plain(claim.quote)}"`, style.width, INDENT)),
    ...claim.evidence.flatMap((cited) => evidenceLines(cited, style)),
    ...retractionLines(claim, style),
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

function namesOf(claim: ClaimParts): string {
  // A statement about one person names them itself.
  return claim.object === null ? '' : `${claim.subject.name} and ${claim.object.name}: `;
}

function whenAndWhere(claim: ClaimParts): string {
  return plain([claim.assertedAt, ...(claim.locator === null ? [] : [claim.locator])].join(' '));
}

/** "Outlet A, citing Outlet B, citing fans": the chain of who has it from whom, nearest first. */
function speakerOf(claim: ClaimParts): string {
  const chain = claim.attributedTo.map((step) => `citing ${step.source.name}`);
  const insider = claim.anonymousInsider ? ['citing an unnamed insider'] : [];
  const quoted =
    claim.onRecord === null
      ? []
      : [
          `quoting ${claim.onRecord.as === 'SELF' ? '' : 'a representative of '}${claim.onRecord.person.name}`,
        ];
  return [claim.document.source.name, ...quoted, ...insider, ...chain].join(', ');
}

function titleLines(claim: ClaimParts, style: Style): readonly string[] {
  const { title, url } = claim.document;
  const own = title === null ? [] : indented(`in "${plain(title)}"`, style.width, INDENT);
  const cited = claim.attributedTo.flatMap(({ source, document }) =>
    document?.title == null
      ? []
      : indented(`${plain(source.name)}: "${plain(document.title)}"`, style.width, INDENT),
  );
  const link = url === null ? [] : indented(plain(url), style.width, INDENT);
  return [...own, ...cited, ...link].map((line) => INDENT + style.dim(line.slice(INDENT.length)));
}

function evidenceLines(cited: ClaimParts['evidence'][number], style: Style): readonly string[] {
  const { kind, description, availability } = cited.evidence;
  const gone = availability === 'DELETED' ? ', since deleted' : '';
  const shows = cited.stance === 'NEUTRAL' ? ', which by the same account shows nothing' : '';
  const what = description === null ? '' : `: ${description}`;
  return indented(
    plain(`${evidenceNoun(kind)}${gone}${shows}${what}`),
    style.width,
    `${INDENT}${style.glyphs.arrow} `,
  );
}

function retractionLines(claim: ClaimParts, style: Style): readonly string[] {
  if (claim.retraction === null) return [];
  const { at, reason } = claim.retraction;
  return [style.unsure(`${INDENT}taken back ${at.slice(0, 10)}: ${lowered(reason)}`)];
}

/** A page of claims. `more` is the command line that continues it. */
export function claimPage(data: ListClaimsData, more: (cursor: string) => string, style: Style): string {
  const { totalCount, nodes, pageInfo } = data.claims;
  const shown = nodes.length === totalCount ? '' : `, ${nodes.length} shown`;
  const lines = [
    style.bold(`${counted(totalCount, 'claim')}${shown}, the latest first`),
    ...nodes.flatMap((claim) => [
      '',
      ...claimLines(claim, { sign: ownSign(claim), names: true }, style),
      `${INDENT}${style.dim(claim.id)}`,
    ]),
  ];
  if (totalCount === 0) lines.splice(0, 1, 'No claim on file that may be shown matches.');
  if (pageInfo.hasNextPage && pageInfo.endCursor !== null) {
    lines.push('', style.dim('More:'), more(pageInfo.endCursor));
  }
  return lines.join('\n');
}
