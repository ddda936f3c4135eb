/** `gongkai convert`: a report written out again in the official look of the form. */

import { basename, extname } from 'node:path'
import { isFormat, write, writeFormats } from '../writer/write.ts'
import { isBad, parseArgs } from './args.ts'
import { readOne } from './check.ts'
import { type Command, exit, type Io } from './io.ts'

export const convertUsage = `用法：gongkai convert 文件 --to ${writeFormats.join('|')} [--out 输出文件]`

/** Writes the file and says so; false, with a message, where it cannot be written. */
export const writeOut = async (out: string, bytes: Uint8Array, io: Io): Promise<boolean> => {
  try {
    await io.writeFile(out, bytes)
  } catch {
    io.err(`写不进 ${out}，请检查文件夹是否存在、是否有写入权限。`)
    return false
  }
  io.out(`已写入 ${out}`)
  return true
}

export const convert: Command = async (args, io) => {
  const given = parseArgs(args, ['to', 'out'], [])
  if (isBad(given) || given.rest.length !== 1 || !isFormat(given.values.to)) {
    io.err(
      isBad(given)
        ? given.bad
        : given.rest.length === 1
          ? '请用 --to 指明要转成什么格式。'
          : '请指定一个文件。',
    )
    io.err(convertUsage)
    return exit.usage
  }
  const [file = ''] = given.rest
  const { to } = given.values
  const checked = await readOne(file, io)
  if (!checked) return exit.undecidable
  const bytes = await write(checked.report, to, { file: checked.file, findings: checked.findings })
  const out = given.values.out ?? `${basename(file, extname(file))}.${to}`
  return (await writeOut(out, bytes, io)) ? exit.holds : exit.usage
}
