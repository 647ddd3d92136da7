/** A shape for each status of a relationship, as a path in a box of 16 by 16, so that none depends on its colour. */
export const STATUS_SHAPE = {
  CONFIRMED: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm3.6 5.3-4.3 5.1L4.3 9l1.2-1.4 1.6 1.4 3-3.8Z',
  REPORTED: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 2v10A5 5 0 0 1 8 3Z',
  RUMORED:
    'M8 0a2 2 0 1 0 0 4 2 2 0 0 0 0-4Zm0 12a2 2 0 1 0 0 4 2 2 0 0 0 0-4ZM2 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4Zm12 0a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z',
  DISPUTED: 'M7 1v14L0 8Zm2 0 7 7-7 7Z',
  DENIED: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1ZM4 7h8v2H4Z',
  ENDED: 'M2 2h12v12H2Zm3 3v6h6V5Z',
  NO_EVIDENCE: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 2a5 5 0 1 1 0 10A5 5 0 0 1 8 3Z',
} as const;
