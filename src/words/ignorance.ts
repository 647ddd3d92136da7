/** How little is known, from near 0 to 1, in words: whoever shows the number says the same of it. */
export function ignoranceInWords(ignorance: number): string {
  return `${knowledge(ignorance)} (ignorance ${ignorance.toFixed(2)} of 1)`;
}

function knowledge(ignorance: number): string {
  if (ignorance >= 0.995) return 'Nothing is known';
  if (ignorance >= 0.6) return 'Very little is known';
  if (ignorance >= 0.35) return 'Little is known';
  return ignorance >= 0.15 ? 'A fair amount is known' : 'Much is known';
}
