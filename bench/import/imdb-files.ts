import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { once } from 'node:events';
import { createGzip, type Gzip } from 'node:zlib';

/** How much of everything is generated. */
export interface ImdbSize {
  readonly people: number;
  readonly works: number;
  readonly creditsAWork: number;
}

const GIVEN = [
  'Anna',
  'Ben',
  'Carla',
  'David',
  'Elena',
  'Farid',
  'Grace',
  'Hiro',
  'Ines',
  'Jonas',
  'Kemal',
  'Lucía',
];
const FAMILY = [
  'Archer',
  'Bauer',
  'Costa',
  'Dubois',
  'Evans',
  'Fischer',
  'García',
  'Haddad',
  'Ito',
  'Jansen',
  'Kaya',
];
const TITLE = [
  'Night',
  'River',
  'House',
  'Winter',
  'Letter',
  'Garden',
  'Shadow',
  'Station',
  'Summer',
  'Mountain',
];
const CATEGORY = [
  'actor',
  'actress',
  'actor',
  'actress',
  'actor',
  'self',
  'director',
  'writer',
  'producer',
  'composer',
];

/**
 * Files with IMDb's columns, its `\N` and its packing, the same for the same size: people have a few credits, some
 * have hundreds, works follow each other in the order of their ids. Returns their paths in the order of an import.
 */
export async function writeImdbFiles(folder: string, size: ImdbSize): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const random = generator(1);
  const paths = ['name.basics', 'title.basics', 'title.principals'].map((name) =>
    join(folder, `${name}.tsv.gz`),
  );
  const [names = '', titles = '', principals = ''] = paths;
  await write(
    names,
    'nconst\tprimaryName\tbirthYear\tdeathYear\tprimaryProfession\tknownForTitles',
    function* () {
      for (let at = 0; at < size.people; at += 1) {
        const name = `${GIVEN[at % GIVEN.length]} ${FAMILY[(at * 7) % FAMILY.length]} ${(at * 31) % 9_973}`;
        yield `${nm(at)}\t${name}\t${at % 3 === 0 ? '\\N' : 1930 + (at % 75)}\t\\N\tactor,producer\t${tt(at % size.works)}`;
      }
    },
  );
  await write(
    titles,
    'tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres',
    function* () {
      for (let at = 0; at < size.works; at += 1) {
        const title = `${TITLE[at % TITLE.length]} of ${TITLE[(at * 3) % TITLE.length]} ${at % 7_919}`;
        yield `${tt(at)}\t${at % 5 === 0 ? 'tvSeries' : 'movie'}\t${title}\t${title}\t0\t${1950 + (at % 75)}\t\\N\t\\N\tDrama`;
      }
    },
  );
  await write(principals, 'tconst\tordering\tnconst\tcategory\tjob\tcharacters', function* () {
    for (let at = 0; at < size.works; at += 1) {
      for (let ordering = 1; ordering <= size.creditsAWork; ordering += 1) {
        const person = Math.floor(random() ** 2 * size.people);
        const category = CATEGORY[(ordering - 1) % CATEGORY.length] ?? 'actor';
        const isPart = category.startsWith('act');
        const role = isPart && random() < 0.8 ? `["${GIVEN[person % GIVEN.length]} ${ordering}"]` : '\\N';
        yield `${tt(at)}\t${ordering}\t${nm(person)}\t${category}\t\\N\t${role}`;
      }
    }
  });
  return paths;
}

function nm(at: number): string {
  return `nm${String(at + 1).padStart(7, '0')}`;
}

function tt(at: number): string {
  return `tt${String(at + 1).padStart(7, '0')}`;
}

async function write(path: string, header: string, rows: () => Iterable<string>): Promise<void> {
  const gzip = createGzip({ level: 4 });
  const file = gzip.pipe(createWriteStream(path));
  await put(gzip, `${header}\n`);
  let block: string[] = [];
  for (const row of rows()) {
    if (block.push(row) < 5_000) continue;
    await put(gzip, `${block.join('\n')}\n`);
    block = [];
  }
  if (block.length > 0) await put(gzip, `${block.join('\n')}\n`);
  gzip.end();
  await once(file, 'finish');
}

async function put(gzip: Gzip, text: string): Promise<void> {
  if (!gzip.write(text)) await once(gzip, 'drain');
}

/** mulberry32: the same numbers for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}
