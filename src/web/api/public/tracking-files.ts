/** What an applicant fetches: letters to them, and what was given out with the reply. */

import { z } from 'zod'
import { stateOf } from '../../../office/handling/state-of-request.ts'
import { paperOf } from '../../../office/papers/open-paper.ts'
import { hasLeft } from '../../../office/replies/has-left.ts'
import { printLetter } from '../../../office/replies/print-letter.ts'
import type { RequestState } from '../../../office/requests/index.ts'
import { mayRead, type Viewer } from '../../../office/visibility.ts'
import { notFound } from '../../http/reply.ts'
import { answer, fileAnswer } from '../../http/route.ts'
import { idSchema, listOf } from '../../http/schemas.ts'
import type { PassHolder } from '../admission.ts'
import { letterFormats, letterTypes } from '../staff/letters.ts'
import { applicant, organParams, passRoute, trackedBy } from './route.ts'

const enclosureSchema = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.number().int(),
})

export const trackingFileRoutes = [
  passRoute(applicant, {
    id: 'fetchOwnLetter',
    method: 'GET',
    url: '/organs/:organ/tracking/letters/:letter/file',
    summary: '下载给自己的一份文书',
    tag: '公众',
    rate: 'public',
    params: organParams.extend({ letter: idSchema }),
    query: z.strictObject({ format: letterFormats }),
    answers: { 200: { file: letterTypes } },
    async handle(call) {
      const { organ, request } = trackedBy(call)
      const view = { organ, request, letterId: call.params.letter, viewer: viewerOf(call) }
      const printed = await printLetter(call.parts.office, { ...view, format: call.query.format })
      return 'failure' in printed ? notFound() : fileAnswer(printed)
    },
  }),
  passRoute(applicant, {
    id: 'listOwnEnclosures',
    method: 'GET',
    url: '/organs/:organ/tracking/enclosures',
    summary: '随答复提供的文件',
    tag: '公众',
    rate: 'public',
    params: organParams,
    answers: { 200: z.object({ rows: listOf(enclosureSchema) }) },
    async handle(call) {
      const { organ, request } = trackedBy(call)
      return call.parts.office.inTransaction(organ, async (unit) => {
        const state = await stateOf(unit, request)
        const rows = []
        for (const { paper: id } of givenIn(state, call)) {
          const paper = await paperOf(unit, id)
          if (paper === null || 'failure' in paper) continue
          const { name, type, size } = paper
          rows.push({ id, name, type, size })
        }
        return answer(200, { rows })
      })
    },
  }),
  passRoute(applicant, {
    id: 'fetchOwnEnclosure',
    method: 'GET',
    url: '/organs/:organ/tracking/enclosures/:paper',
    summary: '下载随答复提供的一份文件',
    tag: '公众',
    rate: 'public',
    params: organParams.extend({ paper: idSchema }),
    answers: { 200: { file: ['application/octet-stream'] } },
    async handle(call) {
      const { organ, request } = trackedBy(call)
      return call.parts.office.inTransaction(organ, async (unit) => {
        const state = await stateOf(unit, request)
        const given = givenIn(state, call).find(({ paper }) => paper === call.params.paper)
        const paper = given === undefined ? null : await paperOf(unit, given.paper)
        const bytes = given === undefined ? null : await unit.blobs.open(given.hash)
        if (paper === null || bytes === null || 'failure' in paper || 'failure' in bytes) return notFound()
        return fileAnswer({ name: paper.name, type: paper.type, bytes })
      })
    },
  }),
]

function viewerOf(call: PassHolder): Viewer {
  const { organ, request } = trackedBy(call)
  return { kind: 'applicant', organ, request }
}

/** Enclosures of the reply, once it has left the house. */
function givenIn(state: RequestState, call: PassHolder): RequestState['papers'] {
  const { organ, request } = trackedBy(call)
  const { draft, letters, papers } = state
  const letter = letters.find(({ letterNo }) => letterNo === draft?.seal?.letterNo)
  const sent = letter !== undefined && hasLeft(state, letter)
  return papers.filter(({ purpose, hash }) => {
    const given = purpose === 'enclosure' && sent && (draft?.attachments.includes(hash) ?? false)
    const paper = { kind: 'paper', purpose, from: 'office', sent: given, consultation: null } as const
    return given && mayRead(viewerOf(call), { ...paper, organ, request })
  })
}
