import type { CostarLayout, LayoutEdge, LayoutPerson } from '../../application/layout/costar-layout.ts';

/** What the studio's thread is asked for, and what it gives for it. */
export interface Tasks {
  readonly layout: {
    readonly given: { readonly people: readonly LayoutPerson[]; readonly edges: readonly LayoutEdge[] };
    readonly made: CostarLayout;
  };
  /** SVG, and the PNG drawn from it. */
  readonly png: { readonly given: string; readonly made: Uint8Array };
}
export type TaskName = keyof Tasks;

/** A task as it is sent. */
export type Order = {
  readonly [Name in TaskName]: { readonly name: Name; readonly given: Tasks[Name]['given'] };
}[TaskName];

/** What comes back for an order. */
export type Report =
  | { readonly type: 'made'; readonly made: Tasks[TaskName]['made'] }
  | { readonly type: 'failed'; readonly reason: string };

/** Carries out one task at a time. */
export interface Drawer {
  draw<Name extends TaskName>(name: Name, given: Tasks[Name]['given']): Promise<Tasks[Name]['made']>;
  close(): Promise<void>;
}
