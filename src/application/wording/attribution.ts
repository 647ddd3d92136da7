import type { Claim } from '../../domain/claim.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { PersonId } from '../../domain/ids.ts';
import { joined } from './terms.ts';

/** How many speakers a sentence names before it only counts the rest. */
const NAMED = 3;

/**
 * Claims of one sort, as whoever said them: "Outlet A (citing fans) and Outlet B". What a document attributes in one
 * of `among` covers what it repeats without naming anybody.
 */
export function speakersOf(
  claims: readonly Claim[],
  dossier: Dossier,
  among: readonly Claim[] = claims,
): string {
  const chains = new Map(
    among
      .filter((claim) => claim.attributedTo.length > 0)
      .map((claim) => [coverOf(claim), claim.attributedTo]),
  );
  const names = [
    ...new Set(
      claims.map((claim) => {
        const covered =
          claim.attributedTo.length > 0 ? claim.attributedTo : (chains.get(coverOf(claim)) ?? []);
        return speakerName({ ...claim, attributedTo: covered }, dossier);
      }),
    ),
  ];
  const rest = names.length - NAMED;
  return rest > 0 ? `${names.slice(0, NAMED).join(', ')} and ${rest} more` : joined(names);
}

// The same document, in the same sense, about the same people.
function coverOf({ document, stance, subject, object }: Claim): string {
  return [document, stance, subject, object].join(' ');
}

function speakerName(claim: Claim, dossier: Dossier): string {
  const document = dossier.documents.get(claim.document);
  const publisher =
    document === undefined ? 'somebody' : (dossier.sources.get(document.source)?.name ?? 'somebody');
  if (claim.onRecord !== null) {
    const name = personName(claim.onRecord.person, dossier);
    return claim.onRecord.as === 'SELF'
      ? `${name} (to ${publisher})`
      : `a representative of ${name} (to ${publisher})`;
  }
  if (claim.attributedTo.length === 0) return publisher;
  const chain = claim.attributedTo.map((step) => dossier.sources.get(step.source)?.name ?? 'somebody');
  return `${publisher} (citing ${chain.join(', citing ')})`;
}

/** A person's name, or their id when the dossier lacks them. */
export function personName(id: PersonId, dossier: Dossier): string {
  return dossier.people.get(id)?.person.name ?? id;
}
