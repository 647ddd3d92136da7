import EditorWorker from 'monaco-editor/esm/vs/editor/editor.worker.js?worker';
import JsonWorker from 'monaco-editor/esm/vs/language/json/json.worker.js?worker';
import GraphqlWorker from 'monaco-graphql/esm/graphql.worker.js?worker';

/** Tells Monaco where its workers are: bundled and of our own origin, since the page may load nothing else. */
export function provideWorkers(): void {
  window.MonacoEnvironment = {
    getWorker: (_id, label) => {
      if (label === 'json') return new JsonWorker();
      if (label === 'graphql') return new GraphqlWorker();
      return new EditorWorker();
    },
  };
}
