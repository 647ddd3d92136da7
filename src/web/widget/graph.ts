import { html, nothing, svg, type TemplateResult } from 'lit';
import { atHome } from './ask.ts';
import { Embedded, wrongLink } from './embedded.ts';
import { style } from './style.ts';
import type { Costars, Line, Placed } from './views.ts';
import { listOf, pageOf } from './costar-list.ts';
import { isWay, nextPerson, pathOf } from './walk.ts';

/** A picture is drawn no smaller than this; a smaller window scrolls over it. */
const LEGIBLE = 0.7;
const LARGEST = 1.6;
/** As many as the server lays out. */
const ALL = '200';

/** `<costar-graph person="…">`: who played with whom, as a picture to walk through and as a list. */
export class CostarGraph extends Embedded<Costars> {
  static override styles = style;
  static override properties = {
    ...Embedded.properties,
    current: { state: true },
    open: { state: true },
    asList: { state: true },
    unfolded: { state: true },
    everybody: { state: true },
  };
  static override get observedAttributes(): string[] {
    return [
      ...super.observedAttributes,
      'person',
      'limit',
      'depth',
      'min-shared',
      'as-of',
      'locale',
      'rumors',
      'fiction',
    ];
  }
  protected readonly what = 'costars.json';
  protected readonly usualHeight = 560;
  declare private current: string;
  declare private open: boolean;
  declare private asList: boolean;
  declare private unfolded: readonly string[];
  declare private everybody: boolean;
  private drawn: unknown = null;

  constructor() {
    super();
    this.current = '';
    this.open = false;
    this.asList = false;
    this.unfolded = [];
    this.everybody = false;
  }

  protected question() {
    return [
      ['person', this.getAttribute('person')],
      ['limit', this.everybody ? ALL : this.getAttribute('limit')],
      ['depth', this.getAttribute('depth')],
      ['minShared', this.getAttribute('min-shared')],
      ...this.shared(),
    ] as const;
  }

  protected show(view: Costars): TemplateResult {
    const { labels } = view;
    return html`<div
      class="card"
      part="card"
      role="group"
      aria-label=${view.title.text}
      @keydown=${this.escape}
    >
      <div class="head" part="header">
        <div>
          <p class="names" part="title" dir="auto">${view.title.text}</p>
          <p class="soft" part="as-of">${view.asOf.text}</p>
        </div>
        <button part="button" aria-pressed=${this.asList} @click=${this.turn}>${labels.list}</button>
      </div>
      ${this.asList ? listOf(view) : this.map(view)}
      <div class="foot" part="footer">
        ${view.said.length === 0 ? nothing : html`<span><i class="key real"></i> ${labels.reality}</span>`}
        ${view.fiction.length === 0 ? nothing : html`<span><i class="key"></i> ${labels.fiction}</span>`}
        ${this.moreButton(view)} ${wrongLink(view.page, labels)}
      </div>
      ${this.open ? this.panel(view) : nothing}
      <div class="live" role="status">${this.where(view)}</div>
    </div>`;
  }

  private moreButton({ more, truncated, labels }: Costars): TemplateResult | typeof nothing {
    if (this.everybody) return html`<button part="button" @click=${this.all}>${labels.fewer}</button>`;
    if (more !== null) return html`<button part="button" @click=${this.all}>${more.text}</button>`;
    return truncated ? html`<span class="soft">${labels.truncated}</span>` : nothing;
  }

  private readonly all = (): void => {
    this.everybody = !this.everybody;
    this.open = false;
    void this.load();
  };

  private readonly turn = (): void => {
    this.asList = !this.asList;
    this.open = false;
  };

  /** Those who are not folded away under a co-star. */
  private seen({ people }: Costars): readonly Placed[] {
    return people.filter(({ under }) => under === null || this.unfolded.includes(under));
  }

  private map(view: Costars): TemplateResult {
    const people = this.seen(view);
    const at = new Map(people.map((person) => [person.id, person]));
    const scale = this.scale(view);
    const near = (line: Line): boolean => this.open && (line.a === this.current || line.b === this.current);
    const both = (line: Line): boolean => at.has(line.a) && at.has(line.b);
    const path = (line: Line, bend: number): string => pathOf(line, at, bend);
    const current = at.has(this.current) ? this.current : view.root.id;
    return html`<div class="scroll" part="map">
      <svg
        class="map"
        role="group"
        aria-label=${`${view.title.text}. ${view.labels.keys}`}
        viewBox="0 0 ${view.width} ${view.height}"
        width=${Math.floor(view.width * scale)}
        height=${Math.floor(view.height * scale)}
        @keydown=${this.walk}
      >
        ${view.lines
          .filter(both)
          .map(
            (line) =>
              svg`<path class=${near(line) ? 'edge near' : 'edge'} d=${path(line, 0)} fill="none" stroke-width=${Math.min(4, 0.8 + line.sharedWorks / 2)} />`,
          )}
        ${view.said.filter(both).map((line) => svg`<path class="said" d=${path(line, 18)} stroke-width="2.4" />`)}
        ${view.fiction
          .filter(both)
          .map((line) => svg`<path class="fiction-line" d=${path(line, -18)} stroke-width="2.4" />`)}
        ${people.map((person) => this.node(person, person.id === current, view))}
      </svg>
    </div>`;
  }

  private node(person: Placed, isCurrent: boolean, view: Costars): TemplateResult {
    const { id, x, y, radius, label, depth } = person;
    const hidden = view.people.filter(({ under }) => under === id).length;
    const kind = depth === 0 ? 'root' : depth === 2 ? 'far' : '';
    const said = hidden > 0 ? `${person.text}. ${this.hubText(id, hidden, view)}` : person.text;
    return svg`<g
      class="node ${kind} ${isCurrent && this.open ? 'on' : ''}"
      part="node"
      role="button"
      tabindex=${isCurrent ? '0' : '-1'}
      aria-label=${said}
      data-id=${id}
      @click=${() => {
        this.openAt(id);
      }}
      @focus=${() => {
        this.current = id;
      }}
    >
      <circle cx=${x} cy=${y} r=${radius} />
      ${
        label === null
          ? nothing
          : svg`<text part="label" x=${x} y=${label.top + label.fontSize} font-size=${label.fontSize} data-width=${label.width}>${label.text}</text>`
      }
      ${hidden > 0 ? svg`<text class="hint" x=${x} y=${y - radius - 3}>${this.hubText(id, hidden, view)}</text>` : nothing}
    </g>`;
  }

  private hubText(id: string, hidden: number, { labels }: Costars): string {
    return this.unfolded.includes(id) ? labels.fewer : labels.more.replace('{count}', String(hidden));
  }

  private panel(view: Costars): TemplateResult | typeof nothing {
    const person = view.people.find(({ id }) => id === this.current);
    if (person === undefined) return nothing;
    const { id } = person;
    const { labels } = view;
    const own = (line: Line): boolean => line.a === id || line.b === id;
    const line = view.lines.find(own);
    const hidden = view.people.filter(({ under }) => under === id).length;
    return html`<div class="panel" part="panel" role="group" aria-label=${person.name}>
      <p dir="auto">
        <strong><bdi>${person.name}</bdi></strong>
      </p>
      ${person.depth > 0 ? html`<p class="soft" dir="auto">${person.text}${line === undefined ? nothing : html`<br />${line.text}`}</p>` : nothing}
      ${view.said.filter(own).map(({ said }) => html`<p class="soft" dir="auto">${said.text}</p>`)}
      ${view.fiction.filter(own).map(({ said }) => html`<p class="soft fiction" dir="auto">${said.text}</p>`)}
      <div class="row">
        <a part="link" href=${atHome(pageOf(person, view))} target="_blank" rel="noopener">${labels.open}</a>
        ${
          hidden > 0
            ? html`<button
                part="button"
                @click=${() => {
                  this.fold(id);
                }}
              >
                ${this.hubText(id, hidden, view)}
              </button>`
            : nothing
        }
        <button part="button" @click=${this.close}>${labels.close}</button>
      </div>
    </div>`;
  }

  private where(view: Costars): string {
    const people = this.seen(view);
    const index = people.findIndex(({ id }) => id === this.current);
    const person = people[index];
    if (person === undefined) return '';
    const position = view.labels.position
      .replace('{index}', String(index + 1))
      .replace('{count}', String(people.length));
    return `${person.text}. ${position}`;
  }

  private fold(id: string): void {
    this.unfolded = this.unfolded.includes(id)
      ? this.unfolded.filter((each) => each !== id)
      : [...this.unfolded, id];
  }

  private openAt(id: string): void {
    this.current = id;
    this.open = true;
  }

  private readonly close = (): void => {
    this.open = false;
    void this.updateComplete.then(() => {
      this.nodeOf(this.current)?.focus();
    });
  };

  private readonly escape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.open) this.close();
  };

  private readonly walk = (event: KeyboardEvent): void => {
    const { view } = this;
    if (view === null || 'notice' in view) return;
    const people = this.seen(view);
    const from = people.find(({ id }) => id === this.current) ?? people[0];
    if (from === undefined) return;
    if (event.key === 'Enter' || event.key === ' ') this.openAt(from.id);
    else {
      const to =
        event.key === 'Home'
          ? people[0]
          : isWay(event.key)
            ? nextPerson(from, event.key, people, view.lines)
            : undefined;
      if (to === undefined) return;
      if (to !== null) this.nodeOf(to.id)?.focus();
    }
    event.preventDefault();
  };

  private nodeOf(id: string): SVGElement | null {
    return this.renderRoot.querySelector<SVGElement>(`[data-id="${id}"]`);
  }

  private scale({ width, height }: Costars): number {
    const room = this.renderRoot.querySelector('.scroll');
    if (room === null) return 1;
    const fits = Math.min(room.clientWidth / width, room.clientHeight / height, LARGEST);
    return fits < LEGIBLE ? Math.max(fits, 0.85) : fits;
  }

  protected override updated(): void {
    const room = this.renderRoot.querySelector('.scroll[part=map]');
    if (room === null || this.view === null || 'notice' in this.view) return;
    for (const label of this.renderRoot.querySelectorAll<SVGTextElement>('text[data-width]')) {
      const width = Number(label.dataset['width']);
      // A font that is wider than the one that was laid out with must not reach into its neighbours.
      if (label.getComputedTextLength() > width) {
        label.setAttribute('textLength', String(width));
        label.setAttribute('lengthAdjust', 'spacingAndGlyphs');
      }
    }
    if (this.drawn === this.view) return;
    this.drawn = this.view;
    // Now there is a room to fit into; the root stands in its middle.
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const root = this.nodeOf((this.view as Costars).root.id)?.getBoundingClientRect();
      const frame = room.getBoundingClientRect();
      if (root === undefined) return;
      room.scrollTo({
        left: room.scrollLeft + root.x + root.width / 2 - frame.x - frame.width / 2,
        top: room.scrollTop + root.y + root.height / 2 - frame.y - frame.height / 2,
        behavior: 'instant',
      });
    });
  }
}
