/** An organ's log, for whoever audits it: what was recorded, and whether it is whole. */
import { z } from 'zod'
import { addDays } from '../../../law/day.ts'
import { startOf } from '../../../office/beijing-time.ts'
import type { StoredEvent, Unit } from '../../../office/ports.ts'
import { requestOf, staffOf } from '../../../office/streams.ts'
import { problem } from '../../http/problem.ts'
import { answer, fileAnswer } from '../../http/route.ts'
import { daySchema, idSchema, listOf, momentSchema } from '../../http/schemas.ts'
import { eventSchema, viewOfEvent } from '../views/event.ts'
import { many } from './case-filter.ts'
import { atOrgan, organParams, organRoute } from './route.ts'
import { namesOf } from './staff-names.ts'

const exportType = 'text/plain; charset=utf-8'
/** Events read at once. */
const exportStep = 2000

export const logRoutes = [
  organRoute(atOrgan('readLog'), {
    id: 'readLog',
    method: 'GET',
    url: '/organs/:organ/log',
    summary: '机关的办理记录，按记录的先后',
    tag: '日志',
    rate: 'read',
    params: organParams,
    query: z.strictObject({
      after: z.coerce.number().int().min(0).default(0).meta({ title: '从哪一序号之后' }),
      limit: z.coerce.number().int().min(1).max(1000).default(200).meta({ title: '条数' }),
    }),
    answers: {
      200: z.object({
        rows: listOf(eventSchema),
        next: z.number().int().nullable().meta({ description: '下一页的 after；没有更多时为 null' }),
      }),
    },
    async handle({ parts: { office }, organ, query: { after, limit } }) {
      const events = await office.inTransaction(organ.id, (unit) => unit.events.read(after, limit))
      const next = events.length < limit ? null : events.at(-1)!.seq
      return answer(200, { rows: events.map(viewOfEvent), next })
    },
  }),
  organRoute(atOrgan('readLog'), {
    id: 'searchLog',
    method: 'GET',
    url: '/organs/:organ/log/entries',
    summary: '机关的日志，最近的在前，按日期、人员、事项查找',
    tag: '日志',
    rate: 'read',
    params: organParams,
    query: z.strictObject({
      from: daySchema.optional().meta({ title: '记录之日起于' }),
      to: daySchema.optional().meta({ title: '记录之日止于' }),
      actor: idSchema.optional().meta({ title: '由谁记录' }),
      kind: many(z.string().max(60), '事项'),
      stream: idSchema.optional().meta({ title: '哪一件、哪一人' }),
      before: z.coerce.number().int().min(1).optional().meta({ title: '从哪一序号之前' }),
      limit: z.coerce.number().int().min(1).max(500).default(50).meta({ title: '条数' }),
    }),
    answers: {
      200: z.object({
        rows: listOf(eventSchema),
        next: z.number().int().nullable().meta({ description: '下一页的 before；没有更多时为 null' }),
        names: z.record(z.string(), z.string()).meta({ description: '所涉工作人员的姓名' }),
        numbers: z.record(z.string(), z.string()).meta({ description: '所涉申请件的登记编号' }),
      }),
    },
    async handle({ parts: { office }, organ, query }) {
      const { from, to, kind, before, limit, ...same } = query
      const filter = {
        ...same,
        from: from && startOf(from),
        to: to && startOf(addDays(to, 1)),
        kinds: kind,
      }
      const { events, numbers } = await office.inTransaction(organ.id, async (unit) => {
        const found = await unit.events.find(filter, before ?? null, limit)
        return { events: found, numbers: await numbersIn(unit, found) }
      })
      const people = events.flatMap(({ actor, stream }) => [actor, staffOf(stream) ?? actor])
      const next = events.length < limit ? null : events.at(-1)!.seq
      const names = await namesOf(office, people)
      return answer(200, { rows: events.map(viewOfEvent), next, names, numbers })
    },
  }),
  organRoute(atOrgan('readLog'), {
    id: 'exportLog',
    method: 'GET',
    url: '/organs/:organ/log/file',
    summary: '整个日志，每行一条 JSON，连同校验值，供审计用其他工具核对',
    tag: '日志',
    rate: 'read',
    params: organParams,
    answers: { 200: { file: [exportType] } },
    async handle({ parts: { office }, organ }) {
      const lines: string[] = []
      for (let after = 0; ; ) {
        const events = await office.inTransaction(organ.id, (unit) => unit.events.read(after, exportStep))
        lines.push(...events.map((event) => `${JSON.stringify(event)}\n`))
        if (events.length < exportStep) break
        after = events.at(-1)!.seq
      }
      const bytes = new TextEncoder().encode(lines.join(''))
      return fileAnswer({ name: `日志-${organ.code}.jsonl`, type: exportType, bytes })
    },
  }),
  organRoute(atOrgan('verifyLog'), {
    id: 'verifyLog',
    method: 'POST',
    url: '/organs/:organ/log/verification',
    summary: '逐条校验办理记录，并与台账、编号比对',
    tag: '日志',
    rate: 'write',
    params: organParams,
    problems: [501],
    answers: {
      200: z.object({
        at: momentSchema.meta({ description: '校验的时刻' }),
        head: z
          .object({ seq: z.number().int(), hash: z.string() })
          .nullable()
          .meta({ description: '链尾的序号和校验值' }),
        events: z.number().int(),
        cases: z.number().int(),
        faults: listOf(
          z.object({
            kind: z.string(),
            seq: z.number().int().nullable(),
            stream: z.string().nullable(),
            message: z.string(),
          }),
        ),
      }),
    },
    async handle({ parts: { verify }, organ, at }) {
      return verify === undefined ? problem('not-offered') : answer(200, { at, ...(await verify(organ.id)) })
    },
  }),
]

/** Registration numbers of the requests that events are about, by their streams. */
async function numbersIn(
  { cases }: Pick<Unit, 'cases'>,
  events: readonly StoredEvent[],
): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {}
  for (const stream of new Set(events.map((event) => event.stream))) {
    const id = requestOf(stream)
    const number = id === null ? null : ((await cases.get(id))?.number ?? null)
    if (number !== null) found[stream] = number
  }
  return found
}
