/** `gongkai backup` and `gongkai restore`: the whole database as one file, and back. */

import { understood } from './args.ts'
import { type Command, exit, refused } from './io.ts'
import { isNotDone } from './operations.ts'
import { areWhole, describeVerified } from './verify.ts'

export const backupUsage = [
  '用法：gongkai backup 文件',
  '  把整个数据库写进一个文件，写完整了才以这个名字出现。个人信息照样是封存的，密钥不在里面，应另外保管。',
  '  用嵌入式数据库的，请先停止服务；用 PostgreSQL 的，服务可以照常运行。',
  '退出码：0 已备份；69 数据库打不开或者文件写不进；78 设置有误。',
]

export const backup: Command = async (args, io, operations) => {
  const given = understood(args, { usage: backupUsage, rest: ['备份文件'] }, io)
  if (given === null) return exit.usage
  const outcome = await (await operations()).backup(given.rest[0] as string)
  if (isNotDone(outcome)) return refused(outcome, io)
  io.out(`已备份到 ${outcome.path}，共 ${outcome.rows} 行。`)
  io.out(`校验值：sha256:${outcome.sha256}`)
  return exit.holds
}

export const restoreUsage = [
  '用法：gongkai restore 文件 --into 文件夹或者 postgres:// 地址',
  '  把备份读入新建的空数据库，全部读入或者一点不读，然后逐个机关核对。',
  '  个人信息要用备份时的密钥文件（GONGKAI_KEYS）才能打开。',
  '退出码：0 已恢复，核对完好；1 已恢复，但核对发现问题或者密钥不符；69 未恢复；78 设置有误。',
]

export const restore: Command = async (args, io, operations) => {
  const given = understood(args, { usage: restoreUsage, values: ['into'], rest: ['备份文件'] }, io)
  if (given === null) return exit.usage
  const { into } = given.values
  if (into === undefined || into === '') {
    for (const line of ['请用 --into 指明恢复到哪里。', ...restoreUsage]) io.err(line)
    return exit.usage
  }
  const outcome = await (await operations()).restore(given.rest[0] as string, into)
  if (isNotDone(outcome)) return refused(outcome, io)
  io.out(`已恢复，共 ${outcome.rows} 行。`)
  for (const line of describeVerified(outcome.organs)) io.out(line)
  if (outcome.keys !== null) io.err(outcome.keys)
  return areWhole(outcome.organs) && outcome.keys === null ? exit.holds : exit.broken
}
