/** The slip with number and code, for whoever shows both. */
import { z } from 'zod'
import { openTracking } from '../../../office/tracking/open-tracking.ts'
import { trackingSlip } from '../../../office/tracking/tracking-slip.ts'
import { writeSlipPdf } from '../../../writer/slip-pdf.ts'
import { isProblem, problem } from '../../http/problem.ts'
import { notFound } from '../../http/reply.ts'
import { fileAnswer } from '../../http/route.ts'
import { textOf } from '../../http/schemas.ts'
import { everybody, organAt, organParams, visitorRoute } from './route.ts'

export const trackingSlipRoutes = [
  visitorRoute(everybody, {
    id: 'printTrackingSlip',
    method: 'POST',
    url: '/organs/:organ/tracking/slip',
    summary: '申请回执（PDF）：编号、查询码、日期和查询的网址；须同时提供编号和查询码',
    about: '编号和查询码写在提交的内容里，不在网址中；二维码只是查询页的网址。',
    tag: '公众',
    rate: 'code',
    params: organParams,
    body: z.strictObject({ number: textOf('登记编号', 100), secret: textOf('查询码', 100) }),
    triedAt: ({ params, body }) => JSON.stringify([params, (body as { number: string }).number]),
    problems: [401, 404],
    answers: { 200: { file: ['application/pdf'] } },
    async handle(call) {
      const { parts, today, body } = call
      const organ = await organAt(call, call.params.organ)
      if (isProblem(organ)) return organ
      const request = await openTracking(parts.office, organ.id, body.number, body.secret)
      if (request === null) return problem('wrong-code')
      const address = new URL(`/organs/${encodeURIComponent(organ.id)}/track`, parts.baseUrl).href
      const slip = await trackingSlip(parts.office, {
        organ: organ.id,
        request,
        secret: body.secret.trim(),
        address,
        today,
      })
      if ('failure' in slip) return notFound()
      const bytes = await writeSlipPdf(slip)
      return fileAnswer({ name: '政府信息公开申请回执.pdf', type: 'application/pdf', bytes })
    },
  }),
]
