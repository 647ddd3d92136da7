import { el, isolated } from './element.ts';
import { counted } from './figures.ts';
import { suggestionsFor, type Suggestion } from './suggestions.ts';

/** Long enough not to ask at every key, short enough not to be noticed. Milliseconds. */
const PAUSE = 150;

/**
 * A name box with suggestions: an editable combobox with a list, as the ARIA Authoring Practices describe it.
 * The focus stays in the input; the list follows by `aria-activedescendant`.
 */
export class NameField {
  readonly #input: HTMLInputElement;
  readonly #list: HTMLUListElement;
  readonly #announcer: HTMLElement;
  #shown: readonly Suggestion[] = [];
  #active = -1;
  /** What the address says while the input shows a friendlier name for it. */
  #standsFor: string | null = null;
  #timer: number | undefined;
  #running: AbortController | null = null;

  constructor(input: HTMLInputElement, list: HTMLUListElement, announcer: HTMLElement) {
    this.#input = input;
    this.#list = list;
    this.#announcer = announcer;
    input.addEventListener('input', () => {
      this.#typed();
    });
    input.addEventListener('keydown', (event) => {
      this.#pressed(event);
    });
    input.addEventListener('blur', () => {
      this.close();
    });
    // A press would take the focus out of the input, and the list would be gone before the click.
    list.addEventListener('pointerdown', (event) => {
      event.preventDefault();
    });
    list.addEventListener('click', (event) => {
      this.#clicked(event);
    });
  }

  /** What the field stands for: a name as typed, an id, or an @handle. */
  get value(): string {
    return this.#standsFor ?? this.#input.value.trim();
  }

  /** Puts `value` into the field, shown as `name` where that reads better. */
  show(value: string, name = value): void {
    this.#input.value = name;
    this.#standsFor = name === value ? null : value;
    this.close();
  }

  /** What the reader sees in the field. */
  get shownText(): string {
    return this.#input.value;
  }

  focus(): void {
    this.#input.focus();
  }

  close(): void {
    window.clearTimeout(this.#timer);
    this.#running?.abort();
    this.#running = null;
    this.#render([]);
  }

  #typed(): void {
    this.#standsFor = null;
    window.clearTimeout(this.#timer);
    this.#running?.abort();
    const text = this.#input.value.trim();
    if (!isWorthAsking(text)) {
      this.#render([]);
      return;
    }
    this.#timer = window.setTimeout(() => void this.#suggest(text), PAUSE);
  }

  async #suggest(text: string): Promise<void> {
    const running = new AbortController();
    this.#running = running;
    try {
      const found = await suggestionsFor(text, running.signal);
      if (this.#running !== running) return;
      this.#render(found);
      this.#announcer.textContent =
        found.length === 0
          ? 'No suggestions.'
          : `${counted(found.length, 'suggestion')}; use the arrow keys.`;
    } catch {
      // Only an abort ends here: something newer was typed, and its answer is on the way.
    }
  }

  #render(suggestions: readonly Suggestion[]): void {
    this.#shown = suggestions;
    this.#list.replaceChildren(...suggestions.map((suggestion, index) => this.#option(suggestion, index)));
    this.#list.hidden = suggestions.length === 0;
    this.#input.setAttribute('aria-expanded', String(suggestions.length > 0));
    this.#activate(-1);
  }

  #option(suggestion: Suggestion, index: number): HTMLLIElement {
    const about =
      suggestion.about === null ? null : el('span', { class: 'about' }, isolated(suggestion.about));
    const attributes = {
      role: 'option',
      id: this.#optionId(index),
      'aria-selected': 'false',
      class: 'option',
    };
    return el('li', attributes, el('span', { class: 'name' }, isolated(suggestion.name)), about);
  }

  #optionId(index: number): string {
    return `${this.#list.id}-${index}`;
  }

  #activate(index: number): void {
    this.#active = index;
    Array.from(this.#list.children).forEach((option, at) => {
      option.setAttribute('aria-selected', String(at === index));
      if (at === index) option.scrollIntoView({ block: 'nearest' });
    });
    if (index < 0) this.#input.removeAttribute('aria-activedescendant');
    else this.#input.setAttribute('aria-activedescendant', this.#optionId(index));
  }

  #pressed(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const handled = this.#shown.length > 0 ? this.#pressedOpen(event) : this.#pressedClosed(event);
    if (handled) event.preventDefault();
  }

  #pressedOpen(event: KeyboardEvent): boolean {
    const last = this.#shown.length - 1;
    switch (event.key) {
      case 'ArrowDown':
        this.#activate(this.#active >= last ? -1 : this.#active + 1);
        return true;
      case 'ArrowUp':
        this.#activate(this.#active < 0 ? last : this.#active - 1);
        return true;
      case 'Enter':
        return this.#pick(this.#active);
      case 'Escape':
        this.close();
        this.#announcer.textContent = '';
        return true;
      default:
        return false;
    }
  }

  #pressedClosed(event: KeyboardEvent): boolean {
    if (event.key === 'ArrowDown' && isWorthAsking(this.#input.value.trim())) {
      void this.#suggest(this.#input.value.trim());
      return true;
    }
    if (event.key === 'Escape' && this.#input.value !== '') {
      this.show('');
      return true;
    }
    return false;
  }

  #clicked(event: MouseEvent): void {
    const option = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    if (option !== null) this.#pick(Array.from(this.#list.children).indexOf(option));
  }

  #pick(index: number): boolean {
    const chosen = this.#shown[index];
    if (chosen === undefined) return false;
    this.show(chosen.value, chosen.name);
    this.#announcer.textContent = `${chosen.name} chosen.`;
    return true;
  }
}

/** One letter of an alphabet finds everybody; one character of another script may be a whole name. */
function isWorthAsking(text: string): boolean {
  return text.length >= 2 || /[^\p{Script=Latin}\p{ASCII}]/u.test(text);
}
