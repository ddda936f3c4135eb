/** What was found at an organ, as plain data: by the organ itself, by the assessor, or by the inspection. */

/** One thing that was found, at one place. */
export interface Occurrence {
  /** Names it, so that an objection can be raised against it. */
  readonly id: string
  /** Id of the fault, veto or merit. */
  readonly kind: string
  /** What is wrong, or what was done. */
  readonly what: string
  /** Column, address, document number. */
  readonly where: string
  /** How often; 1 unless said. */
  readonly times?: number
  /** The figure of the inspection it comes from. */
  readonly check?: string
}

/** What was found at one leaf. */
export interface Mark {
  readonly found?: readonly Occurrence[]
  readonly level?: string
  readonly sample?: { readonly passed: number; readonly of: number }
  /** Why the leaf does not apply to this organ. */
  readonly notApplicable?: string
  readonly note?: string
}

/** Marks by leaf; a leaf that has none was not looked at. */
export type Marks = Readonly<Record<string, Mark>>

export interface Facts {
  /** Key of the organ's class. */
  readonly class: string
  readonly marks: Marks
  /** Vetoes found. */
  readonly vetoes: readonly Occurrence[]
}

/** Times that a kind was found. */
export const timesOf = (found: readonly Occurrence[], kind: string): number =>
  found.reduce((sum, each) => (each.kind === kind ? sum + (each.times ?? 1) : sum), 0)
