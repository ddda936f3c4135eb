import type { Day } from '../../law/day.ts'
import { zh } from '../../law/glossary.ts'
import { documentClasses } from './classes.ts'
import type { DocumentContent } from './content.ts'
import type { Ending } from './life/events.ts'

/** 有效性 on a day. `notYet`: published, and in force from a later day on. */
export const validities = {
  inForce: zh('inForce'),
  notYet: '尚未施行',
  expired: zh('expired'),
  repealed: zh('repealed'),
  superseded: '已被取代',
} as const

export type Validity = keyof typeof validities

/** From what validity follows. */
export interface Validating extends Pick<DocumentContent, 'class' | 'effectiveOn' | 'expiresOn'> {
  readonly endedOn: Day | null
  readonly endedAs: Ending | null
}

/** Whatever its validity may be told as, on some day. */
export function validitiesOf({
  class: of,
  endedAs,
  effectiveOn,
  expiresOn,
}: Validating): readonly Validity[] {
  if (!documentClasses[of].binds) return endedAs === null ? [] : [endedAs]
  return [
    'inForce',
    ...(effectiveOn === null ? [] : ['notYet' as const]),
    ...(expiresOn === null ? [] : ['expired' as const]),
    ...(endedAs === null ? [] : [endedAs]),
  ]
}

/**
 * Null for what binds nobody, but for an interpretation of what ended: that is told of it too. A last day of validity that
 * the document names itself ends it without any further act.
 */
export function validityOn(document: Validating, day: Day): Validity | null {
  const { endedOn, endedAs, effectiveOn, expiresOn } = document
  if (endedAs !== null && endedOn !== null && endedOn <= day) return endedAs
  if (!documentClasses[document.class].binds) return null
  if (expiresOn !== null && expiresOn < day) return 'expired'
  return effectiveOn !== null && effectiveOn > day ? 'notYet' : 'inForce'
}
