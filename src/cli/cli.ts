/** The command line: which command does what. */

import { backup, backupUsage, restore, restoreUsage } from './backup.ts'
import { check, checkUsage } from './check.ts'
import { compare, compareUsage } from './compare.ts'
import { convert, convertUsage } from './convert.ts'
import { due, dueUsage } from './due.ts'
import { fee, feeUsage } from './fee.ts'
import { type Command, exit, type Io } from './io.ts'
import { merge, mergeUsage } from './merge.ts'
import { migrate, migrateUsage } from './migrate.ts'
import type { Operations } from './operations.ts'
import { read, readUsage } from './read.ts'
import { rebuild, rebuildUsage } from './rebuild.ts'
import { demo, demoUsage, serve, serveUsage } from './serve.ts'
import { verify, verifyUsage } from './verify.ts'

interface Entry {
  readonly run: Command
  readonly about: string
  readonly usage: string | readonly string[]
}

const reports: Readonly<Record<string, Entry>> = {
  read: { run: read, usage: readUsage, about: '读出报告的全部单元格、文字和正文数字（--json）' },
  check: { run: check, usage: checkUsage, about: '核对报告：勾稽关系、表文是否一致、表式和时限' },
  convert: {
    run: convert,
    usage: convertUsage,
    about: '按官方表式写成 html、docx、pdf、xlsx、csv、md 或 json',
  },
  compare: { run: compare, usage: compareUsage, about: '比较两份报告：逐格增减、文字重复率、结转是否衔接' },
  merge: { run: merge, usage: mergeUsage, about: '汇总多份报告，列明缺哪份、哪格' },
  due: { run: due, usage: dueUsage, about: '按《条例》计算答复期限，逐步列明依据' },
  fee: { run: fee, usage: feeUsage, about: '计算信息处理费' },
}

const service: Readonly<Record<string, Entry>> = {
  serve: { run: serve, usage: serveUsage, about: '启动依申请公开的办理服务' },
  demo: { run: demo, usage: demoUsage, about: '打开一个虚构的示例县' },
  verify: { run: verify, usage: verifyUsage, about: '核对登记日志是否被改动' },
  backup: { run: backup, usage: backupUsage, about: '把整个数据库备份到一个文件' },
  restore: { run: restore, usage: restoreUsage, about: '把备份读入空数据库' },
  rebuild: { run: rebuild, usage: rebuildUsage, about: '按登记日志重建列表' },
  migrate: { run: migrate, usage: migrateUsage, about: '更新数据库结构' },
}

const commands: Readonly<Record<string, Entry>> = { ...reports, ...service }

const listed = (entries: Readonly<Record<string, Entry>>): readonly string[] =>
  Object.entries(entries).map(([name, { about }]) => `  ${name.padEnd(8)} ${about}`)

const help = [
  'Gongkai 公开：政府信息公开工作年度报告的读、核、写，法定期限的计算，依申请公开的办理',
  '',
  '用法：gongkai 命令 [选项] 文件…　　每个命令的写法：gongkai 命令 --help',
  '',
  '年度报告和期限（不联网，不保存任何内容）：',
  ...listed(reports),
  '',
  '办理服务（说明见 docs/operations.md）：',
  ...listed(service),
  '',
  'check 的退出码：0 全部相符；1 有不符；2 没有不符，但有不能判定或不能读的；64 命令写错了。',
]

/** Runs one command line. */
export const run = async (
  argv: readonly string[],
  io: Io,
  operations: () => Promise<Operations>,
): Promise<number> => {
  const [name, ...args] = argv
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    for (const line of help) io.out(line)
    return exit.holds
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    io.err(`没有“${name}”这个命令。`)
    for (const line of help) io.err(line)
    return exit.usage
  }
  if (args.includes('--help')) {
    for (const line of [`gongkai ${name}：${command.about}`, command.usage].flat()) io.out(line)
    return exit.holds
  }
  return command.run(args, io, operations)
}
