import { AskForm } from './ask-form.ts';
import { askPair, askPerson, moreClaims, type PairResult } from './ask.ts';
import type { Reply } from './ask-server.ts';
import { el, required } from './element.ts';
import { pairAnswer } from './pair-view.ts';
import { personAnswer } from './person-view.ts';
import { playedBy } from './played-by.ts';
import { queryDetails } from './query-view.ts';
import { addressOf, inAskedOrder, questionIn, titleOf, type Question } from './question.ts';
import { startPage } from './start-view.ts';
import { refused, unreachable, unshowable } from './trouble-view.ts';
import { unresolved, type Unresolved } from './unresolved-view.ts';

/** Answers that take longer than this are announced; a word that flashes up helps nobody. Milliseconds. */
const PATIENCE = 300;

const stage = required('answer', HTMLElement);
const form = new AskForm((question) => {
  go(addressOf(question));
});
let running: AbortController | null = null;

/** Something to show, with the names that the server has for what was asked. */
interface View {
  readonly element: HTMLElement;
  readonly names: readonly string[];
  readonly dateIsWrong?: boolean;
}

function go(address: string): void {
  if (address !== window.location.pathname + window.location.search)
    window.history.pushState(null, '', address);
  void show({ takeFocus: true });
}

async function show({ takeFocus }: { readonly takeFocus: boolean }): Promise<void> {
  running?.abort();
  const current = new AbortController();
  running = current;
  const question = questionIn(window.location.search);
  form.show(question);
  document.title = titleOf(question);
  keepFromSearchEngines(question.a !== '');
  const patience = window.setTimeout(() => {
    waiting();
  }, PATIENCE);
  stage.setAttribute('aria-busy', 'true');
  try {
    const view = await answered(question, current.signal);
    if (running === current) place(view, question, takeFocus);
  } catch (error) {
    if (current.signal.aborted) return;
    place({ element: unshowable(), names: [] }, question, takeFocus);
    throw error;
  } finally {
    window.clearTimeout(patience);
  }
}

function place(view: View, question: Question, takeFocus: boolean): void {
  stage.removeAttribute('aria-busy');
  stage.replaceChildren(view.element);
  if (view.names.length > 0) {
    form.show(question, view.names);
    document.title = titleOf(question, view.names);
  }
  form.markDate(view.dateIsWrong ?? false);
  if (!takeFocus) return;
  const heading = stage.querySelector<HTMLElement>('h2[tabindex]');
  if (heading === null) form.focus();
  else heading.focus({ preventScroll: true });
  // The heading is what was asked for; on a phone it would stay below the form.
  heading?.scrollIntoView({ block: 'nearest' });
}

function waiting(): void {
  if (stage.childElementCount === 0) stage.append(el('p', { class: 'waiting', role: 'status' }, 'Asking…'));
}

async function answered(question: Question, signal: AbortSignal): Promise<View> {
  if (question.a === '') return { element: await startPage(), names: [] };
  return question.b === '' ? aboutPerson(question, signal) : aboutPair(question, signal);
}

async function aboutPair(question: Question, signal: AbortSignal): Promise<View> {
  const { reply, request } = await askPair(question, signal);
  if (reply.outcome !== 'data') return trouble(reply);
  const view = await pairView(reply.data, question, signal);
  view.element.append(queryDetails(request));
  return view;
}

async function pairView(result: PairResult, question: Question, signal: AbortSignal): Promise<View> {
  if (result.__typename !== 'RelationshipAnswer') return unresolvedView(result, question, signal);
  const people = inAskedOrder(question, result.people);
  const element = pairAnswer({ ...result, people }, question.kind, {
    supporting: (after) => moreClaims(question, 'supporting', after),
    denying: (after) => moreClaims(question, 'denying', after),
  });
  return { element, names: people.map((person) => person.name) };
}

async function unresolvedView(result: Unresolved, question: Question, signal: AbortSignal): Promise<View> {
  const played = result.__typename === 'UnknownPerson' ? await playedBy(result.given, signal) : [];
  return { element: unresolved(result, question, 'page', played), names: [] };
}

async function aboutPerson(question: Question, signal: AbortSignal): Promise<View> {
  const { reply, request } = await askPerson(question, signal);
  if (reply.outcome !== 'data') return trouble(reply);
  const { person, relationshipStatus } = reply.data;
  const view =
    person.__typename === 'Person'
      ? { element: personAnswer(person, relationshipStatus, question), names: [person.name] }
      : await unresolvedView(person, question, signal);
  view.element.append(queryDetails(request));
  return view;
}

function trouble(reply: Exclude<Reply<unknown>, { readonly outcome: 'data' }>): View {
  if (reply.outcome !== 'refused') {
    return { element: unreachable(() => void show({ takeFocus: true })), names: [] };
  }
  const dateIsWrong = reply.faults.some((fault) => fault.code === 'INVALID_DATE');
  return { element: refused(reply.faults), names: [], dateIsWrong };
}

/** Answers about people do not belong into search engines; the server says the same in a header. */
function keepFromSearchEngines(keep: boolean): void {
  const present = document.head.querySelector('meta[name=robots]');
  if (!keep) present?.remove();
  else if (present === null) document.head.append(el('meta', { name: 'robots', content: 'noindex' }));
}

/** Links to our own questions are followed without loading the page again. */
function followed(event: MouseEvent): void {
  if (
    event.defaultPrevented ||
    event.button !== 0 ||
    event.ctrlKey ||
    event.metaKey ||
    event.shiftKey ||
    event.altKey
  ) {
    return;
  }
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || link.origin !== window.location.origin || link.pathname !== '/' || link.hash !== '')
    return;
  event.preventDefault();
  go(link.pathname + link.search);
}

document.addEventListener('click', followed);
window.addEventListener('popstate', () => void show({ takeFocus: true }));
void show({ takeFocus: false });
