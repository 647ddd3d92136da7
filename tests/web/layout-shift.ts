/** The sum of all layout shifts so far that no input of the reader explains, as an expression for a page. */
export const LAYOUT_SHIFT = `new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) if (!shift.hadRecentInput) sum += shift.value;
  }).observe({ type: 'layout-shift', buffered: true });
  // What is buffered is delivered in a task of its own, after the next frame at the latest.
  requestAnimationFrame(() => setTimeout(() => resolve(sum), 80));
})`;
