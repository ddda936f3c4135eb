/** `gongkai verify`: holds every log against its hashes, and cases and numbers against the log. */

import { understood } from './args.ts'
import { type Command, exit, refused } from './io.ts'
import { isNotDone, type VerifiedOrgan } from './operations.ts'

export const verifyUsage = [
  '用法：gongkai verify [--organ 机关代码] [--json]',
  '  核对各机关的登记日志是否被改动、删除、插入或截短，列表和文号是否与日志一致，',
  '  并与每日存证的校验值（数据文件夹里的 checkpoints.jsonl）比对。用嵌入式数据库的，请先停止服务。',
  '退出码：0 完好；1 发现问题；69 数据库打不开或者没有这个机关；78 设置有误。',
]

export const verify: Command = async (args, io, operations) => {
  const given = understood(args, { usage: verifyUsage, values: ['organ'], flags: ['json'] }, io)
  if (given === null) return exit.usage
  const organs = await (await operations()).verify(given.values.organ ?? null)
  if (isNotDone(organs)) return refused(organs, io)
  if (given.flags.has('json')) io.out(JSON.stringify({ whole: areWhole(organs), organs }, null, 2))
  else for (const line of describeVerified(organs)) io.out(line)
  return areWhole(organs) ? exit.holds : exit.broken
}

export const areWhole = (organs: readonly VerifiedOrgan[]): boolean =>
  organs.every(({ faults }) => faults.length === 0)

/** A line for each organ, its faults below it, and what to do about them. */
export const describeVerified = (organs: readonly VerifiedOrgan[]): readonly string[] => [
  ...organs.flatMap(({ code, name, events, cases, head, checkpoints, faults }) => [
    `${faults.length === 0 ? '＝' : '≠'} ${name}（${code}）：日志 ${events} 条，申请 ${cases} 件，比对存证 ${checkpoints} 处`,
    ...(head === null ? [] : [`    链尾：第 ${head.seq} 条 ${head.hash}`]),
    ...faults.map(({ message }) => `    ${message}`),
  ]),
  organs.length === 0
    ? '数据库里还没有机关。'
    : areWhole(organs)
      ? '结论：完好。'
      : '结论：发现问题。请保留现场，不要继续写入，与备份比对后再处理。',
]
