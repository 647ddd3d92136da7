import { html, nothing, type TemplateResult } from 'lit';
import { Embedded, wrongLink } from './embedded.ts';
import { style } from './style.ts';
import { STATUS_SHAPE } from '../status-shapes.ts';
import type { Badge, Source } from './views.ts';

/** `<relationship-badge a="…" b="…">`: what is said of two people, by whom, and as of when. */
export class RelationshipBadge extends Embedded<Badge> {
  static override styles = style;
  static override properties = { ...Embedded.properties, cut: { state: true } };
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'a', 'b', 'kind', 'as-of', 'locale', 'rumors', 'fiction'];
  }
  protected readonly what = 'relationship.json';
  protected readonly usualHeight = 300;
  declare private cut: boolean;

  constructor() {
    super();
    this.cut = false;
  }

  protected question() {
    return [...['a', 'b', 'kind'].map((name) => [name, this.getAttribute(name)] as const), ...this.shared()];
  }

  /** Whether there is more than the place holds. Once the button is there, it is taken into account. */
  protected override updated(): void {
    const body = this.renderRoot.querySelector('.body');
    if (body !== null && !this.whole) this.cut = body.scrollHeight > body.clientHeight + 1;
  }

  private readonly unfold = (): void => {
    this.whole = !this.whole;
  };

  protected show(view: Badge): TemplateResult {
    const names = view.people.map(({ name }) => name).join(' · ');
    return html`<div class="card" part="card" role="group" aria-label=${names}>
      <div
        class=${this.cut && !this.whole ? 'scroll body cut' : 'scroll body'}
        tabindex="0"
        role="group"
        aria-label=${view.verdict.text}
      >
        <p class="names" part="names">
          ${view.people.map(({ name }, index) => html`${index === 0 ? nothing : ' · '}<bdi>${name}</bdi>`)}
        </p>
        <p class="status ${view.label.code}" part="status">
          <svg viewBox="0 0 16 16" aria-hidden="true"><path d=${shapeOf(view.label.code)} /></svg>
          <span>${view.label.text} · <span part="as-of">${view.asOf.text}</span></span>
        </p>
        <p class="verdict" part="verdict" dir="auto">${view.verdict.text}</p>
        <ul class="soft" part="statements">
          ${view.statements.map(
            ({ text, sources }) => html`<li dir="auto">${text} ${sources.map(sourceLink)}</li>`,
          )}
          ${view.more === null ? nothing : html`<li>${view.more.text}</li>`}
        </ul>
        ${view.fiction.map(({ text }) => html`<p class="fiction soft" part="fiction" dir="auto">${text}</p>`)}
        ${view.likelihood === null ? nothing : html`<p class="soft" part="likelihood">${view.likelihood.text}</p>`}
      </div>
      <div class="foot" part="footer">
        ${
          this.cut
            ? html`<button part="button" aria-expanded=${this.whole} @click=${this.unfold}>
                ${this.whole ? view.labels.fewer : view.labels.whole}
              </button>`
            : nothing
        }
        ${wrongLink(view.page, view.labels)}
      </div>
    </div>`;
  }
}

function sourceLink({ source, title, url }: Source): TemplateResult | typeof nothing {
  if (url === null) return nothing;
  return html`<a part="link" href=${url} target="_blank" rel="noopener nofollow" title=${title ?? source}
    >[${source}]</a
  > `;
}

function shapeOf(status: string): string {
  return status in STATUS_SHAPE
    ? STATUS_SHAPE[status as keyof typeof STATUS_SHAPE]
    : STATUS_SHAPE.NO_EVIDENCE;
}
