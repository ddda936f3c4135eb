import { trackingSlip } from '../../../office/tracking/tracking-slip.ts'
import { writeSlipPdf } from '../../../writer/slip-pdf.ts'
import { isProblem } from '../../http/problem.ts'
import { notFound } from '../../http/reply.ts'
import { fileAnswer } from '../../http/route.ts'
import { byNumberAndCode, foundByCode } from './by-code.ts'
import { everybody, organParams, visitorRoute } from './route.ts'

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
    ...byNumberAndCode,
    problems: [401, 404],
    answers: { 200: { file: ['application/pdf'] } },
    async handle(call) {
      const { parts, today, body } = call
      const found = await foundByCode(call)
      if (isProblem(found)) return found
      const { organ, request } = found
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
