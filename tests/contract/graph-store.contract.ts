import { describe } from 'vitest';
import { closing, type OpenStore } from './opened-store.ts';
import { creditColumnsContract } from './credit-columns.ts';
import { batchFeedContract } from './batch-feed.ts';
import { bulkContract } from './bulk.ts';
import { derivedContract } from './derived.ts';
import { dossierContract } from './dossiers.ts';
import { feedContract } from './feed.ts';
import { hiddenContract } from './hidden.ts';
import { listContract } from './lists.ts';
import { nameContract } from './names.ts';
import { readerContract } from './readers.ts';
import { recordContract } from './records.ts';
import { statementContract } from './statements.ts';
import { walkContract } from './walk.ts';

/** What every store must do, whatever it is made of. `open` gives an empty store of its own for each test. */
export function graphStoreContract(name: string, open: OpenStore): void {
  describe(name, () => {
    const opening = closing(open);
    recordContract(opening);
    listContract(opening);
    readerContract(opening);
    dossierContract(opening);
    hiddenContract(opening);
    feedContract(opening);
    walkContract(opening);
    bulkContract(opening);
    batchFeedContract(opening);
    creditColumnsContract(opening);
    derivedContract(opening);
    nameContract(opening);
    statementContract(opening);
  });
}
