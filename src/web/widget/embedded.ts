import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { ask, atHome } from './ask.ts';
import type { Labels, Notice } from './views.ts';

/** How far outside of the window an element begins to ask. */
const AHEAD = '400px';
/** A fallback that is lower than this is a line of text, and has reserved nothing. */
const RESERVED = 100;

/** What both elements have in common: attributes, asking, the fallback, and a size that does not change. */
export abstract class Embedded<View extends { readonly type: string }> extends LitElement {
  static override properties = { view: { state: true }, whole: { state: true } };
  declare protected view: View | Notice | null;
  /** True when the reader has asked for more than the reserved place holds. */
  declare protected whole: boolean;

  /** The question as parameters of `relationship.json` or `costars.json`; what is missing is null. */
  protected abstract question(): readonly (readonly [string, string | null])[];
  protected abstract readonly what: string;
  protected abstract readonly usualHeight: number;
  protected abstract show(view: View): TemplateResult;

  private near = false;
  /** The size of the element as its own style, which every rule of the page overrides. */
  private readonly place = new CSSStyleSheet();
  private reserved = '';
  private watching: IntersectionObserver | null = null;
  private readonly sizes = new ResizeObserver(() => {
    this.requestUpdate();
  });

  constructor() {
    super();
    this.view = null;
    this.whole = false;
  }

  protected override createRenderRoot(): ShadowRoot {
    // Before there is a shadow, which hides what stands in the page.
    this.reserve();
    const root = super.createRenderRoot() as ShadowRoot;
    root.adoptedStyleSheets.push(this.place);
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
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
    this.sizes.disconnect();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (this.near && old !== value) void this.load();
  }

  /** Takes over the size of what stands in the page, so that nothing moves when it is replaced. */
  private reserve(): void {
    const first = this.firstElementChild;
    const own = getComputedStyle(this).display === 'inline' ? 0 : this.offsetHeight;
    const height = Math.max(own, first?.getBoundingClientRect().height ?? 0);
    const inline = first !== null && getComputedStyle(first).display === 'inline' && own === 0;
    this.reserved =
      height < RESERVED
        ? `display:block;height:${this.usualHeight}px`
        : `display:${inline ? 'inline-block;width:100%' : 'block'};height:${height}px`;
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
    const answer = await ask(this.what, question);
    // An answer that came too late for another question.
    if (JSON.stringify(question) !== JSON.stringify(this.question())) return;
    if (answer === null) {
      this.withoutServer();
      return;
    }
    const { attribute, notice, hint } = (this.view = answer as Notice);
    if (attribute)
      console.warn(
        `<${this.localName} ${attribute}=${JSON.stringify(this.getAttribute(attribute))}> ${notice.text} ${hint}`,
      );
  }

  /** What stands in the page stays; a picture that cannot be loaded either is put into its words. */
  private withoutServer(): void {
    const image = this.querySelector('img');
    image?.decode().catch(() => {
      this.view ??= { notice: { text: image.alt } } as Notice;
    });
  }

  protected override render(): TemplateResult {
    const { view, whole } = this;
    this.place.replaceSync(
      `:host{${this.reserved};overflow:hidden}${whole ? ':host{height:auto;overflow:visible}' : ''}`,
    );
    return html`<div
      class=${whole ? 'box whole' : 'box'}
      part="box"
      lang=${(view as Notice | null)?.locale ?? nothing}
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
