import type { ListSourcesData } from '../results.ts';
import type { Style } from '../terminal/style.ts';
import { plain, spread } from '../terminal/text.ts';
import { counted, lowered, percent } from './words.ts';

/** A page of sources. `more` is the command line that continues it. */
export function sourcePage(data: ListSourcesData, more: (cursor: string) => string, style: Style): string {
  const { totalCount, nodes, pageInfo } = data.sources;
  const shown = nodes.length === totalCount ? '' : `, ${nodes.length} shown`;
  const lines = [
    style.bold(totalCount === 0 ? 'Nobody has been cited.' : `${counted(totalCount, 'source')}${shown}`),
    ...nodes.flatMap((source) => ['', ...sourceLines(source, style)]),
  ];
  if (pageInfo.hasNextPage && pageInfo.endCursor !== null) {
    lines.push('', style.dim('More:'), more(pageInfo.endCursor));
  }
  return lines.join('\n');
}

function sourceLines(source: ListSourcesData['sources']['nodes'][number], style: Style): readonly string[] {
  const type = source.outletType === null ? '' : `, ${lowered(source.outletType)}`;
  const basis = source.reliabilityBasis === 'STATED' ? 'stated' : 'usual for its type';
  const { known, held } = source.trackRecord;
  const record = known === 0 ? '' : `, ${held} of ${counted(known, 'known outcome')} held`;
  const domain = source.domain === null ? '' : ` ${style.glyphs.dot} ${source.domain}`;
  return [
    ...spread(
      {
        first: '  ',
        left: plain(source.name),
        right: plain(`${lowered(source.kind)}${type}${domain}`),
        paintLeft: style.bold,
        paintRight: style.dim,
      },
      style.width,
    ),
    `    a story of theirs holds: ${percent(source.reliability)} (${basis})${record}`,
    `    ${style.dim(source.id)}`,
  ];
}
