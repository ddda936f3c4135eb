/**
 * A reading is not a number. What a source prints is kept as it stands, with the raw text and its place; what
 * the equations prove about a cell that cannot be read outright is kept apart, with the proof. Blank is never
 * zero, and a cell that was not found is absent, not blank.
 */

/** Where a reading stood in its source: any coordinates the source has. */
export interface Place {
  readonly page?: number
  readonly line?: number
  readonly sheet?: string
  readonly table?: number
  readonly row?: number
  readonly column?: number
  readonly box?: readonly [number, number, number, number]
}

interface Seen {
  /** The text as printed. */
  readonly raw: string
  readonly place?: Place
}

/** A figure read outright. `unit` is what the cell itself prints behind the figure, e.g. 元. */
export interface NumberReading extends Seen {
  readonly kind: 'number'
  readonly value: number
  readonly unit?: string
}

/** A figure that is printed but not separable by itself, and of which the equations admit one reading only. */
export interface InferredReading extends Seen {
  readonly kind: 'inferred'
  readonly value: number
  /** Plain Chinese: why no other reading is possible. */
  readonly proof: string
}

/** Several readings are possible; null among the candidates means the cell may be empty. */
export interface AmbiguousReading extends Seen {
  readonly kind: 'ambiguous'
  readonly candidates: readonly (number | null)[]
}

/** Nothing printed, a dash or slash, or something printed that is no figure. */
export interface EmptyReading extends Seen {
  readonly kind: 'blank' | 'dash' | 'illegible'
}

/** The source does not show this cell at all. */
export interface AbsentReading {
  readonly kind: 'absent'
}

export type Reading = NumberReading | InferredReading | AmbiguousReading | EmptyReading | AbsentReading

/** Readings by cell key. A key that is missing is absent. */
export type Readings = Readonly<Record<string, Reading>>

export const absent: AbsentReading = { kind: 'absent' }

export const readingAt = (readings: Readings, key: string): Reading => readings[key] ?? absent

/** The figure of a reading, or null where none is known. */
export const figureOf = (reading: Reading): number | null =>
  reading.kind === 'number' || reading.kind === 'inferred' ? reading.value : null

/** The figure in a cell, or null where none is known. */
export const figureAt = (readings: Readings, key: string): number | null => figureOf(readingAt(readings, key))

/** True where the source shows a figure and it was read. */
export const isRead = (reading: Reading): boolean => figureOf(reading) !== null

/** Reading of a figure that was entered or computed rather than read from a source. */
export const entered = (value: number): NumberReading => ({ kind: 'number', value, raw: String(value) })
