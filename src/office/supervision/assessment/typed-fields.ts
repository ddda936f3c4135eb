/** Fields of the page of a system, read as people fill them in. */

/** What was typed, by the name of its field. */
export interface Typed {
  /** Null where the field is not there. */
  readonly one: (field: string) => string | null
  /** What was ticked under that name. */
  readonly all: (field: string) => readonly string[]
}

export interface TypedFields {
  /** Something that has to be said. */
  readonly text: (field: string, before: string) => string
  /** Undefined where it was emptied. */
  readonly maybe: (field: string, before: string | undefined) => string | undefined
  readonly number: (field: string, before: number) => number
  readonly maybeNumber: (field: string, before: number | undefined) => number | undefined
  /** A share that is typed in per cent. */
  readonly percent: (field: string, before: number) => number
  readonly choice: <T extends string>(field: string, before: T, of: readonly T[]) => T
  /** Undefined where none is ticked. A field `with:<name>` says that the boxes were on the page at all. */
  readonly ticked: (field: string, before: readonly string[] | undefined) => readonly string[] | undefined
  /** What cannot be read, by field; what was there before stays in its place. */
  readonly wrong: Readonly<Record<string, string>>
}

/** Digits are kept from drifting: 33.3 % is 0.333. */
const hundredth = (value: number): number => Math.round(value * 1e8) / 1e10

export function fieldsTyped({ one, all }: Typed): TypedFields {
  const wrong: Record<string, string> = {}
  const numberIn = (field: string, text: string): number | null => {
    const value = Number(text.normalize('NFKC').replace(/%$/, ''))
    if (Number.isFinite(value) && value >= 0) return value
    wrong[field] = `“${text}”不是数字，请填写零或者大于零的数字。`
    return null
  }
  const maybeNumber = (field: string, before: number | undefined) => {
    const text = one(field)?.trim()
    if (text === undefined) return before
    return text === '' ? undefined : (numberIn(field, text) ?? before)
  }
  const number = (field: string, before: number): number => {
    const typed = maybeNumber(field, before)
    if (typed === undefined) wrong[field] = '请填写数字。'
    return typed ?? before
  }
  return {
    wrong,
    number,
    maybeNumber,
    text: (field, before) => {
      const typed = one(field)?.trim()
      if (typed === '') wrong[field] = '请填写名称。'
      return typed || before
    },
    maybe: (field, before) => {
      const typed = one(field)?.trim()
      return typed === undefined ? before : typed || undefined
    },
    percent: (field, before) => hundredth(number(field, Math.round(before * 1e10) / 1e8)),
    choice: (field, before, of) => of.find((each) => each === one(field)) ?? before,
    ticked: (field, before) => {
      if (one(`with:${field}`) === null) return before
      const chosen = all(field)
      return chosen.length === 0 ? undefined : chosen
    },
  }
}
