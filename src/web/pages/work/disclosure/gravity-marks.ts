import type { Gravity } from '../../../../office/documents/checks/check.ts'
import type { StateMark } from '../../../ui/state.ts'

/** How a number of findings stands out; what is only to be looked at does not. */
export const tileMarks: Partial<Readonly<Record<Gravity, StateMark>>> = { fault: 'late', warning: 'soon' }

/** How a finding looks by how grave it is. */
export const gravityMarks: Readonly<Record<Gravity, StateMark>> = {
  fault: 'late',
  warning: 'soon',
  note: 'plain',
}
