import { el, required } from './element.ts';
import { NameField } from './name-field.ts';
import { PAIR_KINDS, ASKED } from './words.ts';
import type { Question } from './question.ts';

/** The form: two names, a kind, a date. */
export class AskForm {
  readonly #form = required('ask', HTMLFormElement);
  readonly #kind = required('kind', HTMLSelectElement);
  readonly #asOf = required('as-of', HTMLInputElement);
  readonly #wanted = required('wanted', HTMLElement);
  readonly #a: NameField;
  readonly #b: NameField;

  constructor(onAsk: (question: Question) => void) {
    const announcer = required('announcer', HTMLElement);
    const field = (id: string): NameField =>
      new NameField(required(id, HTMLInputElement), required(`${id}-list`, HTMLUListElement), announcer);
    this.#a = field('a');
    this.#b = field('b');
    this.#kind.append(...PAIR_KINDS.map((kind) => el('option', { value: kind }, ASKED[kind])));
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#a.close();
      this.#b.close();
      const question = this.question;
      const isEmpty = question.a === '' && question.b === '';
      this.#wanted.hidden = !isEmpty;
      this.#wanted.textContent = isEmpty ? 'Enter a name: of one person, or of two.' : '';
      if (isEmpty) this.#a.focus();
      else onAsk(question);
    });
    required('swap', HTMLButtonElement).addEventListener('click', () => {
      const [a, b] = [this.#a, this.#b].map((from) => ({ value: from.value, name: from.shownText }));
      if (a === undefined || b === undefined) return;
      this.#a.show(b.value, b.name);
      this.#b.show(a.value, a.name);
      announcer.textContent = 'The two names have changed places.';
    });
  }

  /** What the form holds; one name alone is `a`, whichever box it stands in. */
  get question(): Question {
    const [a, b] = [this.#a.value, this.#b.value];
    const kind = PAIR_KINDS.find((known) => known === this.#kind.value) ?? 'DATING';
    return { a: a === '' ? b : a, b: a === '' ? '' : b, kind, asOf: this.#asOf.value.trim() };
  }

  /** Fills the form with a question; `names` are shown in place of ids once they are known. */
  show(question: Question, names: readonly string[] = []): void {
    this.#a.show(question.a, names[0]);
    this.#b.show(question.b, names[1]);
    this.#kind.value = question.kind;
    this.#asOf.value = question.asOf;
    this.markDate(false);
    this.#wanted.hidden = true;
  }

  /** Says whether the date was what the server refused. */
  markDate(wrong: boolean): void {
    if (wrong) this.#asOf.setAttribute('aria-invalid', 'true');
    else this.#asOf.removeAttribute('aria-invalid');
  }

  focus(): void {
    this.#a.focus();
  }
}
