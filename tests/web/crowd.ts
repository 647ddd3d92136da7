import { HOSTILE_NAME } from './world.ts';

const GIVEN = [
  'Ada',
  'Benedict',
  'Zoë',
  'Maximiliano',
  'Никита',
  'Γιώργος',
  'Siobhán',
  'Jo',
  'Thuý',
  'Łukasz',
];
const FAMILY = ['Quill', 'Featherstonehaugh', 'Ortiz', 'O’Brien', 'Lund', 'Kowalska-Nowak', 'Vale'];
/** Names in every script that pictures must show. */
export const SCRIPTS = {
  Latin: 'Zoë Łukasz',
  Greek: 'Ελένη Παππά',
  Cyrillic: 'Никита Орлов',
  Arabic: 'عمر النجار',
  Hebrew: 'דנה כהן',
  Chinese: '陈晓明',
  'traditional Chinese': '劉潤發',
  Japanese: '榊原さくら',
  Korean: '송강민',
} as const;

/** Co-stars of the one in the middle. */
export const CROWD = 60;

function name(index: number): string {
  return (
    Object.values(SCRIPTS)[index - 1] ??
    `${GIVEN[index % GIVEN.length]} ${FAMILY[Math.floor(index / GIVEN.length) % FAMILY.length]}`
  );
}

const adult = { birthDate: '1985-03-02' };

/** Somebody with sixty co-stars in six films, one who played with nobody, and what is said of some of them. */
export const CROWD_WORLD = JSON.stringify(
  {
    version: 1,
    people: {
      middle: { name: 'Mara Middleton', ...adult },
      alone: { name: 'Lou Lonely', ...adult },
      hostile: { name: HOSTILE_NAME, ...adult },
      child: { name: 'Kit Younger', birthDate: '2015-01-01' },
      ...Object.fromEntries(
        Array.from({ length: CROWD - 1 }, (_, index) => [
          `p${index + 1}`,
          { name: name(index + 1), ...adult },
        ]),
      ),
    },
    sources: {
      wire: { name: 'Evening Wire', kind: 'OUTLET', outletType: 'CELEBRITY_MAGAZINE' },
      fans: { name: 'fans', kind: 'FANDOM' },
      own: { name: 'Mara Middleton on Instagram', kind: 'SOCIAL_ACCOUNT', person: 'middle' },
      theirs: { name: 'An account', kind: 'SOCIAL_ACCOUNT', person: 'p5' },
    },
    documents: {
      story: {
        source: 'wire',
        title: 'What we know',
        url: 'https://wire.example/story',
        published: '2024-05-01',
      },
      post: { source: 'own', title: 'A picture', url: 'https://photos.example/1', published: '2024-05-02' },
      reply: { source: 'theirs', published: '2024-05-02' },
    },
    works: Object.fromEntries(
      Array.from({ length: 6 }, (_, index) => [
        `film-${index}`,
        {
          title: ['Harbour Lights', 'The Long Weekend', 'Paper Moons', 'North', 'Glass', 'Sea & <Sky>'][
            index
          ],
          kind: 'FILM',
          premiered: String(2010 + index),
          ...(index === 0
            ? {
                characters: { nell: 'Nell', tom: 'Tom' },
                onScreen: [{ kind: 'COUPLE', between: ['nell', 'tom'], document: 'story' }],
              }
            : {}),
        },
      ]),
    ),
    credits: [
      ...Array.from({ length: 6 }, (_, index) => ({
        person: 'middle',
        work: `film-${index}`,
        role: 'ACTOR',
        document: 'story',
        ...(index === 0 ? { character: 'nell' } : {}),
      })),
      { person: 'p1', work: 'film-0', role: 'ACTOR', character: 'tom', document: 'story' },
      { person: 'p1', work: 'film-1', role: 'ACTOR', document: 'story' },
      { person: 'p1', work: 'film-2', role: 'ACTOR', document: 'story' },
      { person: 'hostile', work: 'film-5', role: 'ACTOR', document: 'story' },
      ...Array.from({ length: CROWD - 2 }, (_, index) => ({
        person: `p${index + 2}`,
        work: `film-${index % 6}`,
        role: 'ACTOR',
        document: 'story',
      })),
      ...Array.from({ length: 12 }, (_, index) => ({
        person: `p${index * 4 + 2}`,
        work: `film-${(index * 4 + 3) % 6}`,
        role: 'ACTOR',
        document: 'story',
      })),
    ],
    claims: [
      { kind: 'MARRIED', people: ['middle', 'p2'], modality: 'CONFIRMED', document: 'post' },
      {
        kind: 'DATING',
        people: ['p3', 'p4'],
        modality: 'RUMORED',
        document: 'story',
        attributedTo: ['fans'],
      },
      { kind: 'SINGLE', people: ['p5'], modality: 'SPECULATED', document: 'story' },
      {
        kind: 'DATING',
        people: ['p5', 'hostile'],
        stance: 'DENIES',
        modality: 'CONFIRMED',
        document: 'reply',
      },
    ],
  },
  null,
  2,
);
