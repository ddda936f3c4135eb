/** The walker of the demonstration, by which the cases of the tests are walked too, and who looks at them. */
import { invented, type Walkers } from '../../../src/office/demonstration/walk-office.ts'
import type { OrganId } from '../../../src/office/ports.ts'
import type { Viewer } from '../../../src/office/visibility.ts'

export * from '../../../src/office/demonstration/walk-office.ts'

/** A member of staff of the organ who looks at something. */
export const viewerOf = (organ: OrganId, role: keyof Walkers): Viewer => ({
  kind: 'staff',
  id: invented[role],
  organ,
  standings: [{ role, scope: 'organ' }],
})
