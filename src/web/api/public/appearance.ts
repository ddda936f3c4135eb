/** How the pages look today. */
import { z } from 'zod'
import { isMourning } from '../../../office/organs/mourning.ts'
import { answer } from '../../http/route.ts'
import { everybody, visitorRoute } from './route.ts'

export const appearanceRoutes = [
  visitorRoute(everybody, {
    id: 'readAppearance',
    method: 'GET',
    url: '/appearance',
    summary: '页面今天的样子：是否哀悼日',
    tag: '公众',
    rate: 'public',
    answers: { 200: z.object({ mourning: z.boolean() }) },
    handle: async ({ parts: { office }, today }) =>
      answer(200, { mourning: await isMourning(office, today) }),
  }),
]
