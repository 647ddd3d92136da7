import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { ask, atHome } from './ask.ts';
import type { Labels, Notice } from './views.ts';

/** How far outside of the window an element begins to ask. */
const AHEAD = '400px';
/** A fallback that is lower than this is a line of text, and has reserved nothing. */
const RESERVED = 100;

/** What both elements have in common: attributes, asking, the fallback, and a size that does not change. */
export abstract class Embedded<View extends { readonly type: string }> extends LitElement {
  static override properties = { view: { state: true } };
  declare protected view: View | Notice | null;

  /** The question as parameters of `relationship.json` or `costars.json`; null for one that cannot be asked. */
  protected abstract question(): readonly (readonly [string, string | null])[] | null;
  protected abstract readonly what: string;
  protected abstract readonly usualHeight: number;
  protected abstract show(view: View): TemplateResult;

  private near = false;
  private reserved = { height: 0, display: 'block' };
  private watching: IntersectionObserver | null = null;

  constructor() {
    super();
    this.view = null;
  }

  override connectedCallback(): void {
    this.reserve();
    super.connectedCallback();
    this.watching = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        this.near = true;
        this.watching?.disconnect();
        void this.load();
      },
      { rootMargin: AHEAD },
    );
    this.watching.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watching?.disconnect();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (this.near && old !== value) void this.load();
  }

  /** Takes over the size of what stands in the page, so that nothing moves when it is replaced. */
  private reserve(): void {
    if (this.hasUpdated) return;
    const first = this.firstElementChild;
    const own = getComputedStyle(this).display === 'inline' ? 0 : this.offsetHeight;
    const height = Math.max(own, first?.getBoundingClientRect().height ?? 0);
    const inline = first !== null && getComputedStyle(first).display === 'inline' && own === 0;
    this.reserved =
      height < RESERVED
        ? { height: this.usualHeight, display: 'block' }
        : { height, display: inline ? 'inline-block' : 'block' };
  }

  protected shared(): readonly (readonly [string, string | null])[] {
    return [
      ['asOf', this.getAttribute('as-of')],
      ['locale', this.getAttribute('locale')],
      ['rumors', this.getAttribute('rumors')],
      ['fiction', this.getAttribute('fiction')],
    ];
  }

  protected async load(): Promise<void> {
    const question = this.question();
    const answer = question === null ? null : await ask(this.what, question);
    // An answer that came too late for another question.
    if (JSON.stringify(question) !== JSON.stringify(this.question())) return;
    if (answer !== null) this.view = answer as View | Notice;
  }

  protected override render(): TemplateResult {
    const { view } = this;
    return html`<div
      class="box"
      part="box"
      lang=${view === null ? nothing : (view as Notice).locale}
      .style=${`height:${this.reserved.height}px;display:${this.reserved.display}`}
    >
      ${view === null ? html`<slot></slot>` : 'notice' in view ? notice(view) : this.show(view)}
    </div>`;
  }
}

function notice({ notice: { text } }: Notice): TemplateResult {
  return html`<div class="card notice" part="card"><p dir="auto">${text}</p></div>`;
}

/** The last line: where it comes from, and the way to the sources for who thinks that something is wrong. */
export function wrongLink(page: string, labels: Labels): TemplateResult {
  return html`<a
      part="link"
      class="wrong"
      href=${atHome(page)}
      target="_blank"
      rel="noopener"
      title=${labels.wrongWhy}
      >${labels.wrong}</a
    ><a part="link brand" class="brand" href=${atHome('/')} target="_blank" rel="noopener">Hearsay</a>`;
}
