import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { GraphChange } from '../../src/domain/change.ts';
import type { CharacterId, OnScreenId } from '../../src/domain/ids.ts';
import { CLAIM_KINDS } from '../../src/domain/kinds.ts';
import { dateOfDay, parseDate, parseInstant } from '../../src/domain/time.ts';
import type { GraphStore } from '../../src/ports/graph-store.ts';
import { change, claim, credit, document, evidence, person, source, work } from '../support/builders.ts';

const LATER = parseInstant('2024-05-01T00:00:00Z');

/** As many records of every type as take a while to move: circles, chains, retractions, outcomes and odd texts. */
export function worldToMove(size: number): readonly GraphChange[] {
  const numbers = Array.from({ length: size }, (_, at) => at);
  const of = <T>(items: readonly T[], at: number): T => items[at % items.length] as T;
  const people = numbers.map((at) =>
    person(`p${at}`, `Zoë ${at} O’Neill`, {
      aliases: [`\u0639\u0644\u064a ${at}`, `"q${at}"`],
      birthDate: at % 5 === 0 ? null : parseDate(of(['1980~', '1979-02-28', '1990-1X', '2009'], at)),
      privacy: at % 11 === 0 ? 'PRIVATE' : 'PUBLIC_FIGURE',
      handles: [{ platform: 'INSTAGRAM', name: `zoe.${at}` }],
    }),
  );
  const sources = numbers
    .slice(0, Math.ceil(size / 4))
    .map((at) =>
      source(`s${at}`, { person: at % 7 === 0 ? of(people, at).id : null, reliability: 1 / (at + 3) }),
    );
  const bare = numbers.map((at) =>
    document(`d${at}`, of(sources, at), {
      published: dateOfDay(18_000 + at * 3),
      names: [of(people, at * 3).id],
      shingles: at % 3 === 0 ? [at, 4_294_967_295 - at] : null,
      retrievedAt: LATER,
    }),
  );
  const documents = bare.map((one, at) => ({
    ...one,
    derivedFrom: at % 4 === 0 ? [of(bare, at + 1).id] : [],
  }));
  const items = numbers.map((at) => evidence(`e${at}`, { document: at % 2 === 0 ? of(bare, at).id : null }));
  const works = numbers.slice(0, 5).map((at) => work(`w${at}`, `Work ${at}`, { document: of(bare, at).id }));
  const hero = { id: 'character/hero' as CharacterId, name: 'Hero', aliases: [], work: of(works, 0).id };
  const foe = { ...hero, id: 'character/foe' as CharacterId, name: 'Foe' };
  const claims = numbers.flatMap((at) =>
    [1, 2, 3].map((step) => {
      const kind = of(CLAIM_KINDS, at + step);
      const other = kind === 'SINGLE' ? null : of(people, (at + step) % 8);
      const about = other?.id === of(people, at).id ? of(people, at + 1) : other;
      return claim(`c${at}.${step}`, [of(people, at), about], of(bare, at + step), {
        kind,
        stance: of(['SUPPORTS', 'SUPPORTS', 'DENIES', 'CONTEXT'], at * step),
        evidence: [{ evidence: of(items, at).id, stance: 'SUPPORTS' }],
        attributedTo: at % 3 === 0 ? [{ source: of(sources, at + 1).id, document: of(bare, at + 2).id }] : [],
        quote: at % 6 === 0 ? 'they’re “close”' : null,
        recordedBy: `somebody ${at % 3}`,
      });
    }),
  );
  const retraction = { by: 'curator', at: LATER, reason: 'CURATOR_REJECTED', note: 'wrong' } as const;
  return [
    change({
      people,
      sources,
      documents,
      evidence: items,
      works: works.map((one, at) => ({ ...one, basedOn: at > 0 ? [of(works, at - 1).id] : [] })),
      characters: [hero, foe],
      credits: people.map((one, at) =>
        credit(one, of(works, at), { billing: at, confidence: 0.1 + 0.2 / (at + 1) }),
      ),
      onScreen: [
        {
          id: 'on-screen/x' as OnScreenId,
          kind: 'RIVALS',
          characters: [hero.id, foe.id],
          work: hero.work,
          document: null,
        },
      ],
      claims,
    }),
    {
      ...change({
        people: people.slice(0, 3).map((one, at) => ({ ...one, birthDateDocument: of(bare, at).id })),
        retractions: claims.filter((_, at) => at % 17 === 0).map(({ id }) => ({ claim: id, retraction })),
        outcomes: claims
          .filter((_, at) => at % 13 === 0)
          .map(({ id }, at) => ({
            claim: id,
            held: at % 2 === 0,
            decidedAt: parseDate('2024'),
            recordedAt: LATER,
            recordedBy: 'me',
            note: null,
          })),
      }),
      at: LATER,
      by: 'curator',
    },
  ];
}

/** How many entries of a target's feed say that something is new, and about how many different things. */
export async function newIn(
  store: GraphStore,
): Promise<{ readonly entries: number; readonly nodes: number }> {
  const feed = await store.changesAfter(0, 1_000_000, null);
  const nodes = feed.flatMap(({ type, node }) => (type === 'CREATED' ? [node] : []));
  return { entries: nodes.length, nodes: new Set(nodes).size };
}

/**
 * Runs `hearsay migrate` in a process of its own and kills it as soon as the target's note says that so many records
 * have come, or, for null, that all have. Returns how many were noted then.
 */
export async function killedAt(
  argv: readonly string[],
  env: Readonly<Record<string, string>>,
  target: GraphStore,
  records: number | null,
): Promise<number> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'migrate', ...argv], {
    env: { PATH, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'close');
  const isOver = ended.then(() => true);
  for (;;) {
    const { done, isWalked } = await noted(target);
    if (records === null ? isWalked : done >= records) break;
    if (await Promise.race([isOver, new Promise<false>((resolve) => setTimeout(resolve, 5, false))])) break;
  }
  child.kill('SIGKILL');
  const [, signal] = (await ended) as [number | null, string | null];
  if (signal !== 'SIGKILL') throw new Error('Expected the move to be killed on its way, but it had ended');
  return (await noted(target)).done;
}

async function noted(target: GraphStore): Promise<{ readonly done: number; readonly isWalked: boolean }> {
  const text = await target.readNote('migrate');
  return text === null
    ? { done: 0, isWalked: false }
    : (JSON.parse(text) as { readonly done: number; readonly isWalked: boolean });
}
