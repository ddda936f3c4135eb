/** `gongkai migrate`: brings the schema of the database up to date. */

import { understood } from './args.ts'
import { type Command, exit, refused } from './io.ts'
import { isNotDone } from './operations.ts'

export const migrateUsage = [
  '用法：gongkai migrate',
  '  把数据库结构更新到本版本。serve 启动时会自动更新；升级前请先备份。',
  '退出码：0 已是最新；69 数据库打不开；78 设置有误。',
]

export const migrate: Command = async (args, io, operations) => {
  if (understood(args, { usage: migrateUsage }, io) === null) return exit.usage
  const outcome = await (await operations()).migrate()
  if (isNotDone(outcome)) return refused(outcome, io)
  io.out(outcome.changed ? '数据库结构已更新。' : '数据库结构已是最新，没有改动。')
  return exit.holds
}
