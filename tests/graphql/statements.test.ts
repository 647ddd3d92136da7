import { afterEach, expect, test } from 'vitest';
import type { GraphChange } from '../../src/domain/change.ts';
import { change, claim, credit, document, evidence, person, source, work } from '../support/builders.ts';
import { openGraph, type TestGraph } from '../support/graph.ts';

/** A hub with `size` partners, works, documents and pieces of evidence, all different. */
function worldOf(size: number): GraphChange {
  const hub = person('hub', 'Hub Hubbard');
  const others = Array.from({ length: size }, (_, i) => person(`p${i}`, `Person Number${i}`));
  const sources = others.map((_, i) => source(`s${i}`));
  const documents = sources.map((of, i) => document(`d${i}`, of));
  const items = others.map((_, i) => evidence(`e${i}`));
  const works = others.map((_, i) => work(`w${i}`, `Work Number${i}`));
  return change({
    people: [hub, ...others],
    sources,
    documents,
    evidence: items,
    works,
    credits: [
      ...works.map((w) => credit(hub, w)),
      ...others.map((p, i) => credit(p, works[i] ?? work('x', 'x'))),
    ],
    claims: others.map((other, i) =>
      claim(`c${i}`, [hub, other], documents[i] ?? document('x', source('x')), {
        attributedTo: [{ source: sources[(i + 1) % size]?.id ?? source('x').id, document: null }],
        evidence: [{ evidence: items[i]?.id ?? evidence('x').id, stance: 'SUPPORTS' }],
      }),
    ),
  });
}

const NESTED: Readonly<Record<string, string>> = {
  'claims with everything they point at': `{
    claims(filter: { person: { id: "person/hub" } }, first: 30) { totalCount nodes {
      subject { name credits(first: 3) { nodes { work { title credits(first: 2) { nodes { person { name } } } } confidence } } }
      object { name } document { title source { name trackRecord { known } } }
      attributedTo { source { name } document { title } } evidence { evidence { kind document { title } } }
      provenance { nodes { id } edges { from } } } } }`,
  'who is X dating': `{
    person(ref: { id: "person/hub" }) { ... on Person { relationships(first: 30) { totalCount nodes {
      status confidence summary people { name } onScreen { kind }
      supporting(first: 5) { nodes { document { source { name } } } }
      explanation { terms { source { name } claims(first: 2) { nodes { id } } } } wouldChange { code } } } } } }`,
  'search and what is found': `{
    search(text: "number", first: 30) { nodes { __typename
      ... on Person { name credits(first: 2) { nodes { work { title } } } }
      ... on Work { title credits(first: 2) { nodes { person { name } } } } } } }`,
  'co-stars and theirs': `{
    costarGraph(root: { id: "person/hub" }, depth: 2) { ... on CostarGraph {
      nodes { person { name } x y } edges { a { name } b { name } works { title } } } } }`,
  'sources with their records':
    '{ sources(first: 30) { nodes { name trackRecord { known held } person { name } } } }',
};

let graph: TestGraph;
afterEach(() => graph.close());

async function statementsFor(size: number, document: string): Promise<readonly string[]> {
  graph = await openGraph([worldOf(size)]);
  graph.statements();
  const { errors } = await graph.ask(document);
  expect(errors).toBeUndefined();
  return [...graph.statements()].sort();
}

test.each(Object.entries(NESTED))(
  '%s: the number of statements does not depend on the data',
  async (_, document) => {
    const few = await statementsFor(3, document);
    await graph.close();
    const many = await statementsFor(30, document);
    expect(many).toEqual(few);
    expect(many.length).toBeGreaterThan(0);
  },
);

test('what an answer about two people rests on is in the one read that finds it', async () => {
  graph = await openGraph([worldOf(3)]);
  const document = (nested: string) => `{
    relationship(a: { id: "person/hub" }, b: { id: "person/p1" }) { ... on RelationshipAnswer {
      status confidence people { name } supporting(first: 5) { nodes { id ${nested} } } } } }`;
  const statements = async (nested: string): Promise<readonly string[]> => {
    graph.statements();
    expect((await graph.ask(document(nested))).errors).toBeUndefined();
    return graph.statements();
  };
  const bare = await statements('');
  expect(bare.length).toBeGreaterThan(0);
  const nested = `subject { name } document { title source { name } } evidence { evidence { kind } }
    attributedTo { source { name } }`;
  expect(await statements(nested)).toEqual(bare);
});
