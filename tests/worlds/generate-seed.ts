import { stringify } from 'yaml';
import { generateNames, type WorldNames } from './generate-names.ts';

/** A world of the shape of the first seed, in the seed's format, and what everybody in it is called. */
export interface GeneratedSeed {
  readonly yaml: string;
  readonly names: WorldNames;
}

/**
 * Writes a seed that says about other people, works and outlets, at other dates, what `seeds/heartstopper.yaml`
 * says about its own, so that the same questions have the corresponding answers. The same number gives the same.
 */
export function generateSeed(seed: number): GeneratedSeed {
  const names = generateNames(seed);
  const body = {
    version: 1,
    people: peopleOf(names),
    sources: sourcesOf(names),
    documents: documentsOf(names),
    evidence: evidenceOf(names),
    works: worksOf(names),
    credits: creditsOf(names),
    claims: [...denialsOf(names), ...rumorOf(names), ...singlesOf(names)],
  };
  return { yaml: stringify(body), names };
}

function peopleOf({ single, friend, rumored, creator }: WorldNames) {
  return Object.fromEntries(
    [single, friend, rumored, creator].map((person) => [
      person.key,
      {
        name: person.name,
        handles: { instagram: person.handle },
        birthDate: person.birthDate,
        birthDateDocument: 'encyclopedia',
      },
    ]),
  );
}

function sourcesOf({ outlet, citedOutlet, fans, friend, rumored }: WorldNames) {
  return {
    outlet: { name: outlet, kind: 'OUTLET', outletType: 'FANDOM' },
    'cited-outlet': { name: citedOutlet, kind: 'OUTLET', outletType: 'FANDOM' },
    fans: { name: fans, kind: 'FANDOM' },
    encyclopedia: { name: 'An encyclopedia', kind: 'OUTLET' },
    'account-of-friend': { name: `${friend.name}, own account`, kind: 'SOCIAL_ACCOUNT', person: friend.key },
    'account-of-rumored': {
      name: `${rumored.name}, own account`,
      kind: 'SOCIAL_ACCOUNT',
      person: rumored.key,
    },
  };
}

function documentsOf({ title, published, creator }: WorldNames) {
  return {
    article: { source: 'outlet', url: null, title, published, names: [creator.key] },
    'cited-report': { source: 'cited-outlet', url: null, title: null, published: null },
    encyclopedia: { source: 'encyclopedia' },
    'first-post': { source: 'account-of-friend', url: null, published: null },
    'second-post': { source: 'account-of-rumored', url: null, published: null },
  };
}

function evidenceOf({ friend, rumored }: WorldNames) {
  return {
    'first-photo': {
      kind: 'PHOTO',
      description: `${friend.name} and ${rumored.name} in the same coat`,
      availability: 'DELETED',
      document: 'first-post',
    },
    'second-photo': { kind: 'PHOTO', description: 'The two arm in arm', document: 'second-post' },
  };
}

function worksOf({ show, network, premiered, episodes, characters }: WorldNames) {
  const [first, second, third] = characters;
  return {
    show: {
      title: show,
      kind: 'SERIES',
      network,
      premiered,
      episodes,
      basedOn: ['comic', 'graphic-novel'],
      document: 'article',
      characters: { first, second, third: { name: third } },
      onScreen: [{ kind: 'COUPLE', between: ['second', 'first'], document: 'article' }],
    },
    comic: { title: show, kind: 'COMIC' },
    'graphic-novel': { title: show, kind: 'GRAPHIC_NOVEL' },
  };
}

function creditsOf({ single, friend, rumored, creator }: WorldNames) {
  const acted = (person: string, character: string, billing: number) => ({
    person,
    work: 'show',
    role: 'ACTOR',
    character,
    billing,
    document: 'article',
    confidence: 0.95,
  });
  return [
    acted(single.name, 'first', 1),
    acted(friend.name, 'second', 2),
    acted(rumored.key, 'third', 3),
    ...['show', 'comic', 'graphic-novel'].map((work) => ({
      person: creator.name,
      work,
      role: 'CREATOR',
      document: 'article',
      confidence: 0.95,
    })),
  ];
}

function denialsOf({ single, friend }: WorldNames) {
  const pair = { people: [single.name, `@${friend.handle}`], modality: 'CONFIRMED', document: 'article' };
  const cited = { attributedTo: [{ source: 'cited-outlet', document: 'cited-report' }] };
  return [
    { ...pair, kind: 'DATING', stance: 'DENIES', locator: 'p1', quote: 'not together' },
    { ...pair, kind: 'DATING', modality: 'SPECULATED', attributedTo: ['fans'], locator: 'p2' },
    { ...pair, kind: 'DATING', stance: 'CONTEXT', locator: 'p3', quote: 'neither has said so' },
    { ...pair, kind: 'FRIENDS', locator: 'p3', quote: 'just friends' },
    { ...pair, kind: 'DATING', stance: 'DENIES', locator: 'p3', quote: 'just friends' },
    { ...pair, ...cited, kind: 'DATING', stance: 'DENIES', locator: 'p4', quote: 'were never together' },
    { ...pair, ...cited, kind: 'FRIENDS', locator: 'p4', quote: 'only friends' },
    { ...pair, kind: 'MARRIED', stance: 'DENIES', locator: 'p7' },
  ];
}

function rumorOf({ friend, rumored }: WorldNames) {
  const pair = { kind: 'DATING', people: [rumored.name, friend.name], document: 'article' };
  const neutral = (evidence: string) => ({ evidence, stance: 'NEUTRAL' });
  return [
    { ...pair, modality: 'REPORTED', locator: 'p1', quote: 'reportedly dating' },
    {
      ...pair,
      modality: 'RUMORED',
      attributedTo: ['fans'],
      evidence: [neutral('first-photo'), neutral('second-photo')],
      locator: 'p5',
      quote: 'rumored to be dating',
    },
    { ...pair, stance: 'CONTEXT', modality: 'CONFIRMED', evidence: [neutral('first-photo')], locator: 'p6' },
  ];
}

function singlesOf({ single, friend, rumored }: WorldNames) {
  const one = { kind: 'SINGLE', document: 'article' };
  return [
    { ...one, people: [single.name], modality: 'REPORTED', locator: 'p1' },
    { ...one, people: [friend.name], modality: 'SPECULATED', locator: 'p6' },
    { ...one, people: [rumored.name], modality: 'SPECULATED', locator: 'p6' },
  ];
}
