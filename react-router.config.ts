import type { Config } from '@react-router/dev/config'

export default {
  appDirectory: 'src/web/pages',
  // Built beside, then put in place at once: `scripts/web-build.ts`.
  buildDirectory: process.env.GONGKAI_WEB_BUILD ?? 'build',
  // All routes at once: the workbench has few, and the server keeps no further address for them.
  routeDiscovery: { mode: 'initial' },
} satisfies Config
