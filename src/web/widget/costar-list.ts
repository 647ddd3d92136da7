import { html, type TemplateResult } from 'lit';
import { atHome } from './ask.ts';
import type { Costars, Placed } from './views.ts';

/** The same as the picture in words, one person a line. */
export function listOf(view: Costars): TemplateResult {
  const lines = [...view.said, ...view.fiction.map((line) => ({ ...line, fiction: true }))];
  return html`<div class="scroll" part="list" tabindex="0" role="group" aria-label=${view.labels.list}>
    <ul class="list">
      ${view.people.slice(1).map(
        (person) =>
          html`<li part="row" dir="auto">
            ${person.text} ·
            <a part="link" href=${atHome(pageOf(person, view))} target="_blank" rel="noopener"
              >${view.labels.open}<span class="live"> ${person.name}</span></a
            >
            ${lines
              .filter(({ a, b }) => a === person.id || b === person.id)
              .map(
                (line) =>
                  html`<div class=${'fiction' in line ? 'soft fiction' : 'soft'}>${line.said.text}</div>`,
              )}
          </li>`,
      )}
    </ul>
  </div>`;
}

/** The page about a person and whom they are here with. */
export function pageOf(person: Placed, view: Costars): string {
  const line = view.lines.find(({ a, b }) => a === person.id || b === person.id);
  return person.depth === 0 || line === undefined ? view.page : line.page;
}
