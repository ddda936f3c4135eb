import type { HiddenData, HiddenKind, PersonalHit } from './inspection.ts'
import { hiddenKinds } from './inspection.ts'
import { type PersonalKind, personalKinds, scanPersonalData } from './personal-data.ts'
import { secrecyMarkIn } from './secrecy-mark.ts'

/** Places named in a message; the count says how many there are. */
const mostSpots = 5

interface Entry<Kind> {
  readonly kind: Kind
  readonly part: string
  readonly spots: string[]
  masked: string
  count: number
}

/** Gathers what inspectors find, one finding for each kind and part of the file. */
export class Findings {
  /** The part in which a mark of secrecy stood, once there was one. */
  classified: string | null = null
  readonly #hidden = new Map<string, Entry<HiddenKind>>()
  readonly #personal = new Map<string, Entry<PersonalKind>>()

  hide(kind: HiddenKind, part: string, spot = '', count = 1): void {
    add(this.#hidden, kind, part, spot, '', count)
  }

  /** Reads a piece of text: a paragraph, a cell, a line. `context` as for `scanPersonalData`. */
  text(text: string, part: string, spot = '', context = ''): void {
    for (const { kind, masked } of scanPersonalData(text, context))
      add(this.#personal, kind, part, spot, masked, 1)
    const mark = secrecyMarkIn(text)
    if (mark === 'mark') this.classified ??= part
    else if (mark === 'mention') this.hide('secrecyMark', part, spot)
  }

  hidden(): readonly HiddenData[] {
    return [...this.#hidden.values()].map(({ kind, part, spots, count }) => {
      const [what, advice] = hiddenKinds[kind]
      return {
        id: `${kind}@${part}`,
        kind,
        part,
        spots,
        count,
        message: `${where(part, spots, count)}有${what}${times(count)}。${advice}。`,
      }
    })
  }

  personal(): readonly PersonalHit[] {
    return [...this.#personal.values()].map(({ kind, part, spots, count, masked }) => ({
      id: `${kind}@${part}`,
      kind,
      part,
      spots,
      count,
      masked,
      message: `${where(part, spots, count)}疑似有${personalKinds[kind]}${times(count)}，如 ${masked}。请删除原文或者整段遮盖后重新生成；依法应当提供的，说明理由。`,
    }))
  }
}

function add<Kind extends string>(
  entries: Map<string, Entry<Kind>>,
  kind: Kind,
  part: string,
  spot: string,
  masked: string,
  count: number,
): void {
  const key = `${kind}@${part}`
  const entry = entries.get(key) ?? { kind, part, spots: [], masked, count: 0 }
  entry.count += count
  if (spot !== '' && entry.spots.length < mostSpots && !entry.spots.includes(spot)) entry.spots.push(spot)
  entries.set(key, entry)
}

function where(part: string, spots: readonly string[], count: number): string {
  if (spots.length === 0) return part
  return `${part}（${spots.join('、')}${count > spots.length ? '等' : ''}）`
}

const times = (count: number): string => (count > 1 ? ` ${count} 处` : '')
