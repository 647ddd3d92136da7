/**
 * A world of its own for the browser tests, in the seed format (JSON is YAML too): one pair for every status and
 * outcome that the page can show, and names that try to be more than text.
 */
export const HOSTILE_NAME = `<img src=x onerror="document.title='owned'"> O'Neil אבג`;

/** One more than a page of claims, so that there is a second page. */
export const MAGAZINES = 11;

function magazines(): readonly string[] {
  return Array.from({ length: MAGAZINES }, (_, index) => `magazine-${index + 1}`);
}

const adult = { birthDate: '1988-05-04' };

const people = {
  'ada-quill': { name: 'Ada Quill', handles: { instagram: 'ada.quill' }, ...adult },
  'ben-ortiz': { name: 'Ben Ortiz', ...adult },
  'cy-lund': { name: 'Cy Lund', ...adult },
  'dee-marsh': { name: 'Dee Marsh', ...adult },
  'eli-stone': { name: 'Eli Stone', ...adult },
  'fay-wood': { name: 'Fay Wood', ...adult },
  'gil-hart': { name: 'Gil Hart', ...adult },
  'hal-moor': { name: 'Hal Moor', ...adult },
  'ida-vale': { name: 'Ida Vale', ...adult },
  'jo-finch': { name: 'Jo Finch', ...adult },
  'kim-dale': { name: 'Kim Dale', ...adult },
  'sam-reed-1990': { name: 'Sam Reed', birthDate: '1990-01-02' },
  'sam-reed-1975': { name: 'Sam Reed', birthDate: '1975-07-30' },
  'mia-young': { name: 'Mia Young', birthDate: '2012-03-01' },
  'pat-quiet': { name: 'Pat Quiet', privacy: 'PRIVATE', ...adult },
  'una-dated': { name: 'Una Dated' },
  hostile: { name: HOSTILE_NAME, ...adult },
};

const sources = {
  'evening-wire': { name: 'Evening Wire', kind: 'OUTLET', outletType: 'CELEBRITY_MAGAZINE' },
  'stage-life': { name: 'Stage Life', kind: 'OUTLET', outletType: 'CELEBRITY_MAGAZINE' },
  fans: { name: 'fans', kind: 'FANDOM' },
  'dee-account': { name: 'Dee Marsh on Instagram', kind: 'SOCIAL_ACCOUNT', person: 'dee-marsh' },
  'hal-account': { name: 'Hal Moor on Instagram', kind: 'SOCIAL_ACCOUNT', person: 'hal-moor' },
  'jo-account': { name: 'Jo Finch on Instagram', kind: 'SOCIAL_ACCOUNT', person: 'jo-finch' },
  'ida-account': { name: 'Ida Vale on Instagram', kind: 'SOCIAL_ACCOUNT', person: 'ida-vale' },
  ...Object.fromEntries(
    magazines().map((key, index) => [
      key,
      { name: `Magazine ${index + 1}`, kind: 'OUTLET', outletType: 'CELEBRITY_MAGAZINE' },
    ]),
  ),
};

const SAID = '2022-04-29';

const documents = {
  'wire-1': {
    source: 'evening-wire',
    title: 'Are they together? Everything that we know',
    url: 'https://wire.example/together',
    published: SAID,
  },
  'life-1': { source: 'stage-life', title: 'Never together', published: '2022-04-27' },
  'dee-post': { source: 'dee-account', title: 'A wedding picture', published: SAID },
  'hal-post': { source: 'hal-account', published: SAID },
  'jo-post': { source: 'jo-account', published: SAID },
  'ida-post': { source: 'ida-account', published: SAID },
  ...Object.fromEntries(
    magazines().map((key) => [key, { source: key, title: `The story of ${key}`, published: SAID }]),
  ),
};

const evidence = {
  coats: { kind: 'PHOTO', description: 'Both in the same coat', availability: 'DELETED' },
  hug: { kind: 'PHOTO', description: 'Both hugging', url: 'https://photos.example/hug' },
};

const works = {
  'harbour-lights': {
    title: 'Harbour Lights',
    kind: 'SERIES',
    characters: { nell: 'Nell', tom: 'Tom' },
    onScreen: [{ kind: 'COUPLE', between: ['nell', 'tom'], document: 'wire-1' }],
  },
};

const credits = [
  { person: 'ada-quill', work: 'harbour-lights', role: 'ACTOR', character: 'nell', document: 'wire-1' },
  { person: 'ben-ortiz', work: 'harbour-lights', role: 'ACTOR', character: 'tom', document: 'wire-1' },
];

const claims = [
  {
    kind: 'DATING',
    stance: 'DENIES',
    people: ['ada-quill', 'ben-ortiz'],
    modality: 'CONFIRMED',
    document: 'wire-1',
    attributedTo: [{ source: 'stage-life', document: 'life-1' }],
    locator: 'p8',
    quote: 'were never together',
  },
  {
    kind: 'DATING',
    people: ['ben-ortiz', 'cy-lund'],
    modality: 'RUMORED',
    document: 'wire-1',
    attributedTo: ['fans'],
    evidence: [
      { evidence: 'coats', stance: 'NEUTRAL' },
      { evidence: 'hug', stance: 'NEUTRAL' },
    ],
    locator: 'p10',
    quote: 'rumored to be dating',
  },
  { kind: 'SINGLE', people: ['cy-lund'], modality: 'REPORTED', document: 'wire-1', locator: 'p12' },
  { kind: 'MARRIED', people: ['dee-marsh', 'eli-stone'], modality: 'CONFIRMED', document: 'dee-post' },
  ...magazines().map((document) => ({
    kind: 'DATING',
    people: ['fay-wood', 'gil-hart'],
    modality: 'REPORTED',
    document,
  })),
  { kind: 'DATING', people: ['hal-moor', 'ida-vale'], modality: 'CONFIRMED', document: 'hal-post' },
  {
    kind: 'DATING',
    stance: 'DENIES',
    people: ['hal-moor', 'ida-vale'],
    modality: 'CONFIRMED',
    document: 'ida-post',
  },
  { kind: 'DATING', people: ['jo-finch', 'kim-dale'], modality: 'REPORTED', document: 'life-1' },
  {
    kind: 'SPLIT',
    people: ['jo-finch', 'kim-dale'],
    modality: 'CONFIRMED',
    document: 'jo-post',
    validTo: '2022-04-28',
  },
  {
    kind: 'DATING',
    people: ['hostile', 'kim-dale'],
    modality: 'RUMORED',
    document: 'wire-1',
    quote: '</q><b>',
  },
];

/** The world as a file in the seed format. */
export const WORLD = JSON.stringify(
  { version: 1, people, sources, documents, evidence, works, credits, claims },
  null,
  2,
);
