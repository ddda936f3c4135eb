/** Whether requests should be sent here, and what an administrator should look at. */

import { topicNames, withoutCarrier } from './carriers-of.ts'
import type { Carrier } from './office/ports.ts'
import type { Store } from './store/store.ts'
import type { Readiness } from './web/http/parts.ts'

/** Ready as long as the database answers. Messages that cannot leave are told, but keep nobody out. */
export const readinessOf = async (
  store: Pick<Store, 'dispatch'>,
  carriers: readonly Carrier[],
): Promise<Readiness> => {
  const counts = await store.dispatch.counts().catch(() => null)
  if (counts === null)
    return { ready: false, checks: [{ name: 'database', ok: false, detail: '数据库没有应答' }] }
  const { waiting, givenUp } = counts
  const lacking = withoutCarrier(carriers).map((topic) => topicNames[topic])
  return {
    ready: true,
    checks: [
      { name: 'database', ok: true, detail: '数据库应答正常' },
      {
        name: 'outbox',
        ok: givenUp === 0,
        detail: `待发消息 ${waiting} 条，未能发出 ${givenUp} 条`,
      },
      {
        name: 'carriers',
        ok: lacking.length === 0,
        detail:
          lacking.length === 0
            ? '各发送渠道均已配置'
            : `未配置：${lacking.join('、')}；这些消息留在待发箱，配置后发出`,
      },
    ],
  }
}
