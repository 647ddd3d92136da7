import type { Source } from '../entities.ts';
import { byCodeUnit } from '../ids.ts';
import { linksOf, type Link, type Topic } from './links.ts';
import { voiceOf } from './parents.ts';
import type { Statement } from './statements.ts';

/** Where a statement comes from, as far as is known. */
export interface Origin {
  readonly links: readonly Link[];
  /** Whoever said it first: a person for their own words, else a source. Statements of one root count once. */
  readonly root: string;
  readonly rootSource: Source;
  /** The other statements of a circle in which each has it from the next; empty outside of circles. */
  readonly circle: ReadonlySet<number>;
}

type Root = Pick<Origin, 'root' | 'rootSource'>;

const NONE: readonly Link[] = [];
const ALONE: ReadonlySet<number> = new Set();

/** The origin of every statement of a topic, in their order. */
export function originsOf(topic: Topic): readonly Origin[] {
  const links = linksOf(topic);
  if (links === null) {
    return topic.statements.map((statement) => {
      const { root, rootSource } = ownRoot(statement, topic);
      return { links: NONE, root, rootSource, circle: ALONE };
    });
  }
  const circles = circlesOf(links);
  return topic.statements.map((statement, at) => {
    const own = links[at] as readonly Link[];
    const { root, rootSource } = own.length === 0 ? ownRoot(statement, topic) : rootOf(at, links, topic);
    return { links: own, root, rootSource, circle: circles.get(at) ?? ALONE };
  });
}

function ownRoot({ speaker, publisher }: Statement, { parties }: Topic): Root {
  return { root: speaker ?? voiceOf(publisher, parties), rootSource: publisher };
}

function rootOf(start: number, links: readonly (readonly Link[])[], topic: Topic): Root {
  const { statements, parties } = topic;
  const path: number[] = [];
  for (let at = start; ;) {
    const last = links[at]?.at(-1);
    const statement = statements[at] as Statement;
    if (last === undefined || statement.speaker !== null) return ownRoot(statement, topic);
    path.push(at);
    const { parent } = last;
    if (parent < 0) return { root: voiceOf(last.source, parties), rootSource: last.source };
    const again = path.indexOf(parent);
    if (again >= 0)
      return firstOf(path.slice(again).map((mate) => ownRoot(statements[mate] as Statement, topic)));
    if (last.textual && links[parent]?.at(-1)?.textual === true) {
      return ownRoot(statements[parent] as Statement, topic);
    }
    at = parent;
  }
}

function firstOf(roots: readonly Root[]): Root {
  return roots.reduce((first, root) => (byCodeUnit(root.root, first.root) < 0 ? root : first));
}

/** Statements that lead back to themselves, each with the others that it shares such a circle with. */
function circlesOf(links: readonly (readonly Link[])[]): ReadonlyMap<number, ReadonlySet<number>> {
  const circles = new Map<number, ReadonlySet<number>>();
  const inner = innerOf(links);
  const reaches = new Map<number, ReadonlySet<number>>();
  for (const at of inner) reaches.set(at, reachOf(at, links, inner));
  for (const [at, reach] of reaches) {
    const circle = new Set(
      [...reach].filter((other) => other !== at && reaches.get(other)?.has(at) === true),
    );
    if (circle.size > 0) circles.set(at, circle);
  }
  return circles;
}

/** What is left when everything that repeats nothing on file has been peeled off, again and again. */
function innerOf(links: readonly (readonly Link[])[]): ReadonlySet<number> {
  let inner = new Set<number>();
  for (const [at, own] of links.entries()) if (own.some(({ parent }) => parent >= 0)) inner.add(at);
  for (let before = -1; before !== inner.size;) {
    before = inner.size;
    const left = inner;
    inner = new Set([...left].filter((at) => links[at]?.some(({ parent }) => left.has(parent)) === true));
  }
  return inner;
}

function reachOf(
  start: number,
  links: readonly (readonly Link[])[],
  within: ReadonlySet<number>,
): ReadonlySet<number> {
  const reach = new Set<number>();
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const { parent } of links[at] as readonly Link[]) {
      if (!within.has(parent) || reach.has(parent)) continue;
      reach.add(parent);
      open.push(parent);
    }
  }
  return reach;
}
