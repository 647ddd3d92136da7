/** Somebody in a generated world. */
export interface GeneratedPerson {
  /** The key in the seed; the id is `person/<key>`. */
  readonly key: string;
  readonly name: string;
  readonly handle: string;
  readonly birthDate: string;
}

/** What everybody and everything in a generated world is called, by the part they play. */
export interface WorldNames {
  /** Reported single, said never to have dated `friend`; on screen they are a couple. */
  readonly single: GeneratedPerson;
  /** Rumored to be dating `rumored`. */
  readonly friend: GeneratedPerson;
  readonly rumored: GeneratedPerson;
  /** Created the show; nothing is said about their love life. */
  readonly creator: GeneratedPerson;
  /** The name of `single` with a letter missing. */
  readonly misspelt: string;
  readonly show: string;
  readonly network: string;
  readonly episodes: number;
  /** Played by `single`, `friend` and `rumored`, in this order. */
  readonly characters: readonly [string, string, string];
  readonly outlet: string;
  /** Whose denial the outlet relays. */
  readonly citedOutlet: string;
  readonly fans: string;
  readonly title: string;
  /** The article's day: ask as of it. */
  readonly published: string;
  readonly dayBefore: string;
  readonly premiered: string;
  /** A day on which `single` was under 18. */
  readonly whenMinor: string;
}

// Syllables that make no English words, so that no list of words is met by chance.
const HEADS = ['Bar', 'Dov', 'Fen', 'Kel', 'Lor', 'Mir', 'Nol', 'Pel', 'Ruv', 'Tam', 'Vel', 'Zor'];
const MIDDLES = ['a', 'e', 'i', 'o', 'u', 'an', 'el', 'or'];
const TAILS = ['dek', 'fal', 'gor', 'lim', 'mund', 'nik', 'quist', 'rell', 'sov', 'tarn', 'vik', 'zan'];

/** The names of a world; the same number gives the same names, and no name twice. */
export function generateNames(seed: number): WorldNames {
  const random = randomFrom(seed);
  const word = distinctWords(random);
  const published = dayOf(2016 + whole(random, 8), whole(random, 365));
  const person = (age: number): GeneratedPerson => {
    const [first, last] = [word(), word()];
    const key = `${first}-${last}`.toLowerCase();
    return {
      key,
      name: `${first} ${last}`,
      handle: `${first}.${last}${whole(random, 90) + 10}`.toLowerCase(),
      birthDate: daysFrom(published, -365 * age - whole(random, 300) - 10),
    };
  };
  const [single, friend, rumored, creator] = [person(18), person(18), person(20), person(27)];
  const show = word();
  return {
    single,
    friend,
    rumored,
    creator,
    misspelt: single.name.slice(0, -2) + single.name.slice(-1),
    show,
    network: word(),
    episodes: 2 + whole(random, 20),
    characters: [`${word()} ${word()}`, `${word()} ${word()}`, `${word()} ${word()}`],
    outlet: `${word()} Daily`,
    citedOutlet: `${word()} Weekly`,
    fans: `the ${word()} crowd`,
    title: `${show}: Are ${single.name} and ${friend.name} Together?`,
    published,
    dayBefore: daysFrom(published, -1),
    premiered: daysFrom(published, -7),
    whenMinor: daysFrom(single.birthDate, 365 * 17),
  };
}

function distinctWords(random: () => number): () => string {
  const taken = new Set<string>();
  return () => {
    for (;;) {
      const word = pick(random, HEADS) + pick(random, MIDDLES) + pick(random, TAILS);
      if (taken.has(word)) continue;
      taken.add(word);
      return word;
    }
  };
}

function pick(random: () => number, from: readonly string[]): string {
  return from[whole(random, from.length)] ?? '';
}

function whole(random: () => number, below: number): number {
  return Math.floor(random() * below);
}

/** Mulberry32: a small generator whose sequence is the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function dayOf(year: number, day: number): string {
  return new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10);
}

function daysFrom(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
