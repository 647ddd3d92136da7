/** Vite turns these imports into a file of our own origin and a constructor for it. */
declare module '*?worker' {
  const BundledWorker: new () => Worker;
  export default BundledWorker;
}
declare module '*.css';
