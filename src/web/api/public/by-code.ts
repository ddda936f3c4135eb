/** Whoever shows the number of a request and its secret code is taken for the applicant. */
import { z } from 'zod'
import type { OrganRow } from '../../../office/ports.ts'
import { openTracking } from '../../../office/tracking/open-tracking.ts'
import { isProblem, type Problem, problem } from '../../http/problem.ts'
import type { Sent } from '../../http/route.ts'
import { textOf } from '../../http/schemas.ts'
import type { Visitor } from '../admission.ts'
import { organAt } from './route.ts'

const schema = z.strictObject({ number: textOf('登记编号', 100), secret: textOf('查询码', 100) })

/** What a route takes where number and code are shown: attempts are counted by the number, from wherever they come. */
export const byNumberAndCode = {
  body: schema,
  triedAt: ({ params, body }: { readonly params: unknown; readonly body: unknown }) =>
    JSON.stringify([params, (body as z.output<typeof schema>).number]),
}

/** The request that number and code open; a wrong one of the two is not told from the other. */
export async function foundByCode(
  call: Visitor & Sent<{ readonly organ: string }, unknown, z.output<typeof schema>>,
): Promise<{ readonly organ: OrganRow; readonly request: string } | Problem> {
  const { parts, params, body } = call
  const organ = await organAt(call, params.organ)
  if (isProblem(organ)) return organ
  const request = await openTracking(parts.office, organ.id, body.number, body.secret)
  return request === null ? problem('wrong-code') : { organ, request }
}
