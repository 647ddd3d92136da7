import { storeAddress, type Config } from '../../config.ts';
import type { StoreCounts } from '../../ports/graph-store.ts';
import type { Trial } from '../something-to-try.ts';
import type { Style } from '../terminal/style.ts';
import { plain, wrap } from '../terminal/text.ts';
import { quoted } from './more.ts';
import { counted } from './words.ts';

/** What is said when a server is up. */
export interface Started {
  readonly url: string;
  readonly config: Config;
  readonly counts: StoreCounts;
  /** Seeds that this start has loaded. */
  readonly loaded: readonly string[];
  readonly trial: Trial | null;
  /** What `--db` was, so that a command that is shown asks the same store. */
  readonly db: string | undefined;
}

const LABEL_WIDTH = 9;

/** The address, what is loaded, one question to try, and how to stop. */
export function banner(started: Started, style: Style): string {
  const { url, config, counts, loaded, trial, db } = started;
  const row = (label: string, lines: readonly string[]): readonly string[] =>
    lines.map((line, index) => `  ${(index === 0 ? label : '').padEnd(LABEL_WIDTH)}${line}`);
  const wrapped = (text: string) => wrap(text, style.width - LABEL_WIDTH - 2);
  const firstStart = loaded.length === 0 ? [] : wrapped(`First start: ${loaded.join(', ')} loaded.`);
  return [
    `${style.bold('Hearsay')} is listening on ${style.bold(url)}`,
    '',
    ...row('Loaded', [...wrapped(countsText(counts)), ...firstStart]),
    ...row('Data', [plain(storeAddress(config))]),
    ...row('Policy', [config.policy]),
    '',
    ...(trial === null ? row('Empty', wrapped(NOTHING_TO_TRY)) : trialLines(trial, url, db)),
    '',
    '  Ctrl-C stops the server.',
  ].join('\n');
}

const NOTHING_TO_TRY =
  'Nothing that may be shown is on file about any couple. `hearsay seed FILE` adds an article.';

function countsText(counts: StoreCounts): string {
  return [
    `${counts.people} people`,
    counted(counts.works, 'work'),
    `${counted(counts.claims, 'claim')} from ${counted(counts.documents, 'document')}`,
    counted(counts.sources, 'source'),
  ].join(', ');
}

/** The same question as an address for a browser, as GraphQL, and as a command. */
function trialLines({ a, b, asOf }: Trial, url: string, db: string | undefined): readonly string[] {
  const search = new URLSearchParams({ a, b, asOf }).toString();
  const args = `a: ${JSON.stringify(a)}, b: ${JSON.stringify(b)}, asOf: ${JSON.stringify(asOf)}`;
  return [
    `  Try it in a browser, or GraphQL at ${url}/graphql:`,
    '',
    `  ${url}/?${search}`,
    '',
    '  { isDating(',
    `      ${args}`,
    '    ) { ... on RelationshipAnswer { answer confidence summary } } }',
    '',
    '  or from a shell:',
    '',
    '  npm run -s hearsay -- ask \\',
    `    ${[a, b].map(quoted).join(' ')} --as-of ${asOf}${db === undefined ? '' : ` --db ${quoted(db)}`}`,
  ];
}
