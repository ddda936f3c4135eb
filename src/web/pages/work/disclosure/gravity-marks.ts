import type { Gravity } from '../../../../office/documents/checks/check.ts'
import type { StateMark } from '../../../ui/state.ts'

/** How a finding looks by how grave it is. */
export const gravityMarks: Readonly<Record<Gravity, StateMark>> = {
  fault: 'late',
  warning: 'soon',
  note: 'plain',
}
