/** The command line: which command does what. */

import { check } from './check.ts'
import { compare } from './compare.ts'
import { convert } from './convert.ts'
import { due } from './due.ts'
import { fee } from './fee.ts'
import { type Command, exit, type Io } from './io.ts'
import { merge } from './merge.ts'
import { read } from './read.ts'

const commands: Readonly<Record<string, { readonly run: Command; readonly about: string }>> = {
  read: { run: read, about: '读出报告的全部单元格、文字和正文数字（--json）' },
  check: { run: check, about: '核对报告：勾稽关系、表文是否一致、表式和时限' },
  convert: { run: convert, about: '按官方表式写成 html、docx、pdf、xlsx、csv、md 或 json' },
  compare: { run: compare, about: '比较两份报告：逐格增减、文字重复率、结转是否衔接' },
  merge: { run: merge, about: '汇总多份报告，列明缺哪份、哪格' },
  due: { run: due, about: '按《条例》计算答复期限，逐步列明依据' },
  fee: { run: fee, about: '计算信息处理费' },
}

const help = [
  'Gongkai 公开：读、核、写政府信息公开工作年度报告，计算法定期限',
  '',
  '用法：gongkai 命令 [选项] 文件…',
  '',
  ...Object.entries(commands).map(([name, { about }]) => `  ${name.padEnd(8)} ${about}`),
  '',
  'check 的退出码：0 全部相符；1 有不符；2 没有不符，但有不能判定或不能读的；64 命令写错了。',
]

/** Runs one command line. */
export const run = async (argv: readonly string[], io: Io): Promise<number> => {
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
  return command.run(args, io)
}
