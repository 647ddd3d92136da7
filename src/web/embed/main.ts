import { required } from '../page/element.ts';
import { suggestionsFor } from '../page/suggestions.ts';
import { talkedAbout } from '../page/talked-about.ts';
import { attributesOf, elementOf, lineOf, pictureOf, type ScriptAddress, type Wanted } from './line.ts';

/** After the last key, in milliseconds. */
const PAUSE = 200;

const form = required('pick', HTMLFormElement);
const [a, b] = [required('a', HTMLInputElement), required('b', HTMLInputElement)];
const second = required('second', HTMLElement);
const names = required('names', HTMLDataListElement);
const locale = required('locale', HTMLSelectElement);
const fiction = required('fiction', HTMLInputElement);
const rumors = required('rumors', HTMLInputElement);
const stage = required('stage', HTMLElement);
const line = required('line', HTMLTextAreaElement);
const trouble = required('trouble', HTMLElement);
const copied = required('copied', HTMLElement);

/** What the server says of a question, as far as it matters here. */
interface Found {
  readonly type: string;
  readonly root?: { readonly id: string; readonly name: string };
  readonly people?: readonly { readonly id: string; readonly name: string }[];
  readonly notice?: { readonly text: string };
  readonly candidates?: readonly { readonly id: string }[];
  readonly errors?: readonly { readonly message: string }[];
}

let script: ScriptAddress | null = null;

function whatIsWanted(): Wanted['what'] {
  return new FormData(form).get('what') === 'relationship' ? 'relationship' : 'costars';
}

async function show(): Promise<void> {
  trouble.textContent = '';
  const what = whatIsWanted();
  second.hidden = what === 'costars';
  if (a.value.trim() === '' || (what === 'relationship' && b.value.trim() === '')) return;
  const asked: Record<string, string> = what === 'costars' ? { person: a.value } : { a: a.value, b: b.value };
  const response = await fetch(`/embed/v1/${what}.json?${new URLSearchParams(asked).toString()}`);
  const found = (await response.json()) as Found;
  const people = what === 'costars' ? (found.root === undefined ? [] : [found.root]) : inAskedOrder(found);
  if (people.length === 0) {
    const meant = (found.candidates ?? []).map(({ id }) => id).join(', ');
    const text = found.notice?.text ?? found.errors?.[0]?.message ?? 'There is no answer.';
    trouble.textContent = meant === '' ? text : `${text} ${meant}`;
    return;
  }
  place({
    what,
    people: people.map(({ id }) => id),
    names: people.map(({ name }) => name),
    locale: locale.value,
    fiction: fiction.checked,
    rumors: rumors.checked,
  });
}

function inAskedOrder({ people = [] }: Found): NonNullable<Found['people']> {
  const [first] = people;
  return first !== undefined && first.name !== a.value && first.id !== a.value
    ? [...people].reverse()
    : people;
}

function place(wanted: Wanted): void {
  const element = document.createElement(elementOf(wanted));
  for (const [name, value] of attributesOf(wanted)) element.setAttribute(name, value);
  stage.replaceChildren(element);
  required('no-script', HTMLAnchorElement).href = pictureOf(wanted);
  line.value = script === null ? '' : lineOf(wanted, script, window.location.origin);
  copied.textContent = '';
}

async function loadScript(): Promise<void> {
  const response = await fetch('/embed/v1/script.json');
  if (!response.ok) {
    trouble.textContent = 'The script has not been built: run npm run build and start again.';
    return;
  }
  script = (await response.json()) as ScriptAddress;
  required('script-url', HTMLElement).textContent = window.location.origin + script.path;
  required('script-hash', HTMLElement).textContent = script.integrity;
  const tag = document.createElement('script');
  tag.type = 'module';
  tag.integrity = script.integrity;
  tag.crossOrigin = 'anonymous';
  tag.src = script.path;
  document.head.append(tag);
}

let timer = 0;
let running = new AbortController();

function suggest({ target }: Event): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(() => {
    running.abort();
    running = new AbortController();
    const text = target instanceof HTMLInputElement ? target.value.trim() : '';
    if (text === '') return;
    suggestionsFor(text, running.signal).then(
      (found) => {
        names.replaceChildren(
          ...found.map(({ value, about }) => {
            const option = document.createElement('option');
            option.value = value;
            if (about !== null) option.label = about;
            return option;
          }),
        );
      },
      () => undefined,
    );
  }, PAUSE);
}

/** An example out of what is on file, so that the page shows something at once. */
async function example(): Promise<void> {
  const given = new URLSearchParams(window.location.search);
  const [pair] = given.has('a') ? [] : await talkedAbout(1);
  a.value = given.get('a') ?? pair?.a.name ?? '';
  b.value = given.get('b') ?? pair?.b.name ?? '';
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void show();
});
form.addEventListener('change', () => void show());
a.addEventListener('input', suggest);
b.addEventListener('input', suggest);
required('copy', HTMLButtonElement).addEventListener('click', () => {
  navigator.clipboard.writeText(line.value).then(
    () => {
      copied.textContent = 'Copied.';
    },
    () => {
      line.select();
      copied.textContent = 'Selected: copy it with your keyboard.';
    },
  );
});

await Promise.all([loadScript(), example()]);
await show();
