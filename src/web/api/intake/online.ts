/** An application as it comes over the internet, whoever looks on. */
import type { z } from 'zod'
import type { Day } from '../../../law/day.ts'
import type { OrganKind } from '../../../law/review-organs.ts'
import type { Moment, OrganRow } from '../../../office/ports.ts'
import { applicantInputOf, type applicationSchema, contentInputOf } from './schemas.ts'
import type { Incoming } from './submit.ts'

/** What is submitted at an organ by the form of the portal, on the day and at the moment it is sent (条例§31). */
export const onlineIncoming = (
  { id, kind }: Pick<OrganRow, 'id' | 'kind'>,
  { applicant, content }: z.output<typeof applicationSchema>,
  { today, at }: { readonly today: Day; readonly at: Moment },
): Incoming => ({
  organ: id,
  context: {
    today,
    organ: kind as OrganKind,
    // Of an applicant the actor becomes their record, once there is one.
    actor: { id: 'visitor', role: 'applicant', scope: 'own' },
  },
  at,
  channel: 'online',
  arrivedOn: today,
  applicant: applicantInputOf(applicant),
  content: contentInputOf(content),
})
