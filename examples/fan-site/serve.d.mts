/** Everything that this site allows. */
export function policyFor(hearsay: string): string;
/** The page with the address of the server and its script filled in. */
export function pageFor(
  hearsay: string,
  script: { readonly path: string; readonly integrity: string },
  people?: Readonly<Record<string, string>>,
): string;
