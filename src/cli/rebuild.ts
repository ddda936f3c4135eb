/** `gongkai rebuild`: makes the rows of the cases anew from the log. */

import { understood } from './args.ts'
import { type Command, exit, refused } from './io.ts'
import { isNotDone } from './operations.ts'

export const rebuildUsage = [
  '用法：gongkai rebuild [--organ 机关代码]',
  '  按登记日志重建申请列表和届满日。日志本身不变；日志有问题的，先用 gongkai verify 核对。',
  '  用嵌入式数据库的，请先停止服务。',
  '退出码：0 已重建；69 数据库打不开或者没有这个机关；78 设置有误。',
]

export const rebuild: Command = async (args, io, operations) => {
  const given = understood(args, { usage: rebuildUsage, values: ['organ'] }, io)
  if (given === null) return exit.usage
  const organs = await (await operations()).rebuild(given.values.organ ?? null)
  if (isNotDone(organs)) return refused(organs, io)
  for (const { code, name, cases } of organs) io.out(`${name}（${code}）：已重建 ${cases} 件`)
  return exit.holds
}
