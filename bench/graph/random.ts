/** A source of numbers in [0, 1) that gives the same numbers for the same seed, on every machine. */
export interface Random {
  next(): number;
  /** A whole number from 0 to `below` - 1. */
  whole(below: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Digits as those of a content id: 24 hexadecimal ones. */
  digits(): string;
}

const ID_DIGITS = 24;

/**
 * Numbers for the `at`-th thing of a kind, whatever was made before it. The state has 128 bits: with 32 of them the
 * ids of a million claims would collide. (sfc32 over four differently mixed hashes of the seed.)
 */
export function randomFor(kind: string, at: number): Random {
  const seed = `${kind} ${at}`;
  const state = Int32Array.from(MULTIPLIERS, (multiplier) => hash(seed, multiplier));
  const word = (): number => {
    const [a, b, c, counter] = state as unknown as readonly [number, number, number, number];
    const sum = (a + b + counter) | 0;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + sum;
    state[3] = counter + 1;
    return sum >>> 0;
  };
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1) word();
  const next = (): number => word() / 2 ** 32;
  return {
    next,
    whole: (below) => Math.floor(next() * below),
    chance: (probability) => next() < probability,
    pick: (list) => {
      const found = list[Math.floor(next() * list.length)];
      if (found === undefined) throw new Error('Expected something to pick from, but got an empty list');
      return found;
    },
    digits: () => {
      let digits = '';
      while (digits.length < ID_DIGITS) digits += word().toString(16).padStart(8, '0');
      return digits;
    },
  };
}

/** Rounds after which near seeds have nothing in common any more. */
const WARM_UP_ROUNDS = 12;
const MULTIPLIERS = [0x01000193, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f] as const;

function hash(text: string, multiplier: number): number {
  let sum = multiplier ^ 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    sum = Math.imul(sum ^ text.charCodeAt(at), multiplier);
    sum ^= sum >>> 15;
  }
  return sum;
}
