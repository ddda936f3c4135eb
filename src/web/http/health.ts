/** For whoever watches the process: is it alive, and should requests be sent here. */
import { z } from 'zod'
import type { Parts } from './parts.ts'
import { answer, type Route, routesFor } from './route.ts'
import { listOf } from './schemas.ts'

const readinessSchema = z.object({
  ready: z.boolean(),
  checks: listOf(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
})

export function healthRoutes({ ready }: Pick<Parts, 'ready'>): readonly Route[] {
  const route = routesFor<object>()
  return [
    route(
      { to: 'everybody' },
      {
        id: 'isAlive',
        method: 'GET',
        url: '/healthz',
        summary: '进程是否活着',
        tag: '系统',
        rate: 'read',
        unshed: true,
        answers: { 200: z.object({ alive: z.literal(true) }) },
        handle: async () => answer(200, { alive: true }),
      },
    ),
    route(
      { to: 'everybody' },
      {
        id: 'isReady',
        method: 'GET',
        url: '/readyz',
        summary: '是否可以接收请求：数据库、结构版本、待发消息、磁盘锁',
        tag: '系统',
        rate: 'read',
        answers: { 200: readinessSchema, 503: readinessSchema },
        handle: async () => {
          const readiness = await ready()
          return answer(readiness.ready ? 200 : 503, readiness)
        },
      },
    ),
  ]
}
