/** `gongkai fee`: the fee for processing an excessive request, tier by tier (信息处理费). */

import { fee as feeFor } from '../law/fees.ts'
import { isBad, parseArgs } from './args.ts'
import { type Command, exit } from './io.ts'

export const feeUsage = '用法：gongkai fee --pieces 件数 或者 --pages 页数 [--json]'

/** Prints the amount and its steps. By piece and by page at once is refused, with the article. */
export const fee: Command = async (args, io) => {
  const given = parseArgs(args, ['pieces', 'pages'], ['json'])
  if (isBad(given) || given.rest.length > 0) {
    io.err(isBad(given) ? given.bad : `不需要文件：${given.rest.join('、')}。`)
    io.err(feeUsage)
    return exit.usage
  }
  const { pieces, pages } = given.values
  const result = feeFor({
    ...(pieces !== undefined && { pieces: wholeNumber(pieces) }),
    ...(pages !== undefined && { pages: wholeNumber(pages) }),
  })
  if ('refused' in result) {
    io.err(`${result.message}（${result.cites.join('、')}）`)
    if (result.refused === 'bothBases') return exit.broken
    io.err(feeUsage)
    return exit.usage
  }
  if (given.flags.has('json')) {
    io.out(JSON.stringify(result))
    return exit.holds
  }
  const unit = result.basis === 'piece' ? '件' : '页'
  io.out(`${result.quantity}${unit}，信息处理费${result.amount}元`)
  for (const { from, to, count, unitPrice, amount } of result.steps)
    io.out(`  第${from}至${to}${unit}：${count}${unit} × ${unitPrice}元 ＝ ${amount}元`)
  io.out(`依据：${result.cites.join('、')}。${result.because}`)
  return exit.holds
}

/** Digits alone: '1e3', '0x10' and an empty text are no count a person writes. */
const wholeNumber = (text: string): number => (/^\d+$/.test(text) ? Number(text) : Number.NaN)
