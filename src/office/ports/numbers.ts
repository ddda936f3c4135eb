import type { Moment } from './events.ts'

/** One series per organ, kind of letter (or of case) and year. */
export interface NumberSeries {
  readonly kind: string
  readonly year: number
}

export interface IssuedNumber extends NumberSeries {
  readonly number: number
  /** The stream it was issued to. */
  readonly stream: string
  readonly at: Moment
  readonly voided: { readonly at: Moment; readonly reason: string } | null
}

/** No gap and no double: a number is spent only if the unit of work that asked for it is committed. */
export interface Numbers {
  next(series: NumberSeries, stream: string, at: Moment): Promise<number>
  /** A spoilt number stays on record and is not used again. False where it was not issued or is void already. */
  voided(series: NumberSeries, number: number, reason: string, at: Moment): Promise<boolean>
  /** One number of a series; null where it was not issued. */
  issued(series: NumberSeries, number: number): Promise<IssuedNumber | null>
  /** The whole series in order, void numbers among them. */
  list(series: NumberSeries): Promise<readonly IssuedNumber[]>
}
