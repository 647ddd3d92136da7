import { css } from 'lit';

/** The looks of both elements. A page sets the variables, or reaches in by ::part. */
export const style = css`
  :host {
    --_paper: var(--hearsay-background, #fffdf8);
    --_ink: var(--hearsay-color, #221f1a);
    --_soft: var(--hearsay-muted, #635c50);
    --_line: var(--hearsay-border, #ddd5c5);
    --_edge: var(--hearsay-edge, #b9b1a1);
    --_link: var(--hearsay-link, #15544d);
    --_point: var(--hearsay-point, #2f7a71);
    --_root: var(--hearsay-root, #1f4f4a);
    --_fiction: var(--hearsay-fiction, #6a3a72);
    --_said: var(--hearsay-said, #9c2b22);
    --_focus: #b4540a;
    --_good: #1c6338;
    --_fair: #225f86;
    --_weak: #7d5300;
    --_torn: #6c4195;
    --_past: #55524c;
  }
  @supports (color: light-dark(red, red)) {
    :host {
      --_paper: var(--hearsay-background, light-dark(#fffdf8, #1e2124));
      --_ink: var(--hearsay-color, light-dark(#221f1a, #ece7dd));
      --_soft: var(--hearsay-muted, light-dark(#635c50, #aba493));
      --_line: var(--hearsay-border, light-dark(#ddd5c5, #353a3e));
      --_edge: var(--hearsay-edge, light-dark(#b9b1a1, #5a5f63));
      --_link: var(--hearsay-link, light-dark(#15544d, #8bd0c4));
      --_point: var(--hearsay-point, light-dark(#2f7a71, #5fb3a6));
      --_root: var(--hearsay-root, light-dark(#1f4f4a, #8bd0c4));
      --_fiction: var(--hearsay-fiction, light-dark(#6a3a72, #dba9e2));
      --_said: var(--hearsay-said, light-dark(#9c2b22, #f29a8f));
      --_focus: light-dark(#b4540a, #f0a45c);
      --_good: light-dark(#1c6338, #84d19f);
      --_fair: light-dark(#225f86, #8fc6ec);
      --_weak: light-dark(#7d5300, #e5b963);
      --_torn: light-dark(#6c4195, #c8a5ef);
      --_past: light-dark(#55524c, #b9b4a8);
    }
  }
  * {
    box-sizing: border-box;
  }
  .box {
    height: 100%;
    min-height: inherit;
    max-height: inherit;
    font:
      0.9375rem/1.4 system-ui,
      sans-serif;
  }
  .card {
    position: relative;
    display: flex;
    flex-direction: column;
    height: 100%;
    border: 1px solid var(--_line);
    border-radius: var(--hearsay-radius, 10px);
    background: var(--_paper);
    color: var(--_ink);
    overflow: hidden;
  }
  .whole {
    position: relative;
    z-index: 1;
    height: auto;
    min-height: 100%;
    max-height: none;
  }
  .cut {
    mask-image: linear-gradient(#000 calc(100% - 2.5rem), transparent);
  }
  .notice {
    align-items: center;
    justify-content: center;
    padding: 1rem;
    color: var(--_soft);
  }
  p,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  a {
    color: var(--_link);
  }
  .names {
    font-size: 1.125rem;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .soft {
    color: var(--_soft);
    font-size: 0.8125rem;
  }
  .scroll {
    flex: 1;
    min-height: 0;
    overflow: auto;
  }
  .body {
    padding: 0.75rem 1rem 0.25rem;
  }
  .status {
    display: flex;
    gap: 0.4em;
    align-items: center;
    font-weight: 600;
    font-size: 0.875rem;
    color: var(--_past);
  }
  .status svg {
    width: 0.9em;
    height: 0.9em;
    fill: currentColor;
    flex: none;
  }
  .CONFIRMED {
    color: var(--_good);
  }
  .REPORTED {
    color: var(--_fair);
  }
  .RUMORED {
    color: var(--_weak);
  }
  .DISPUTED {
    color: var(--_torn);
  }
  .DENIED {
    color: var(--_said);
  }
  .verdict {
    margin-block: 0.25rem;
  }
  li {
    margin-block: 0.15rem;
  }
  .fiction {
    color: var(--_fiction);
    font-style: italic;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1rem 0.9rem;
    padding: 0.4rem 1rem 0.5rem;
    font-size: 0.8125rem;
    align-items: baseline;
  }
  .wrong {
    margin-inline-start: auto;
  }
  .brand {
    font-weight: 600;
    text-decoration: none;
  }
  .head {
    display: flex;
    gap: 0.5rem;
    align-items: start;
    justify-content: space-between;
    padding: 0.6rem 0.75rem 0.5rem 1rem;
    border-bottom: 1px solid var(--_line);
  }
  button {
    font: inherit;
    font-size: 0.8125rem;
    color: var(--_link);
    background: none;
    border: 1px solid var(--_edge);
    border-radius: 6px;
    padding: 0.2rem 0.6rem;
    min-height: 1.75rem;
    cursor: pointer;
    white-space: nowrap;
  }
  [aria-pressed='true'] {
    background: var(--_link);
    color: var(--_paper);
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 1px;
  }
  .scroll[part='map'] {
    display: grid;
  }
  .map {
    display: block;
    margin: auto;
  }
  .edge {
    stroke: var(--_edge);
  }
  .said {
    stroke: var(--_said);
    fill: none;
  }
  .fiction-line {
    stroke: var(--_fiction);
    stroke-dasharray: 3 5;
    fill: none;
  }
  .node {
    cursor: pointer;
    outline: none;
  }
  .node circle {
    fill: var(--_point);
    stroke: var(--_paper);
    stroke-width: 1.5;
  }
  .node.root circle {
    fill: var(--_root);
  }
  .node.far circle {
    fill: var(--_soft);
  }
  .node text {
    fill: var(--_ink);
    stroke: var(--_paper);
    stroke-width: 3px;
    stroke-linejoin: round;
    paint-order: stroke;
    text-anchor: middle;
  }
  .node .hint {
    fill: var(--_link);
    font-size: 11px;
  }
  .node:focus circle,
  .node.on circle {
    stroke: var(--_focus);
    stroke-width: 4;
  }
  .node:focus text,
  .node:hover text {
    text-decoration: underline;
  }
  .dim {
    opacity: 0.35;
  }
  .edge.near {
    stroke: var(--_link);
  }
  .list li {
    padding: 0.35rem 1rem;
    border-bottom: 1px solid var(--_line);
    margin: 0;
    overflow-wrap: anywhere;
  }
  .panel {
    position: absolute;
    inset: auto 0.5rem 0.5rem;
    max-height: 60%;
    overflow: auto;
    padding: 0.6rem 0.75rem;
    border: 1px solid var(--_edge);
    border-radius: 8px;
    background: var(--_paper);
    box-shadow: 0 4px 16px rgb(0 0 0 / 20%);
  }
  .panel .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.9rem;
    align-items: baseline;
    margin-top: 0.35rem;
  }
  .key {
    display: inline-block;
    width: 1.6rem;
    border-top: 3px dotted var(--_fiction);
    vertical-align: middle;
  }
  .key.real {
    border-top: 3px solid var(--_said);
  }
  .live {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  @media (prefers-reduced-motion: no-preference) {
    .edge,
    .node {
      transition:
        opacity 150ms,
        stroke 150ms;
    }
    .scroll {
      scroll-behavior: smooth;
    }
  }
`;
