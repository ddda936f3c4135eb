/** `gongkai serve` and `gongkai demo`: run the service until it is told to stop. */

import { understood } from './args.ts'
import { type Command, exit, refused } from './io.ts'

export const serveUsage = [
  '用法：gongkai serve',
  '  打开数据库（必要时更新其结构），启动服务，直到收到 SIGINT 或 SIGTERM；第二次收到时立即停止。',
  '  设置写在环境变量或当前文件夹的 .env 里，见 docs/operations.md。日志写到标准输出，每行一个 JSON。',
  '退出码：0 正常停止；64 命令写错了；69 数据库打不开、端口被占用；78 设置有误。',
]

export const serve: Command = async (args, io, operations) => {
  if (understood(args, { usage: serveUsage }, io) === null) return exit.usage
  const outcome = await (await operations()).serve((line) => io.err(line))
  return outcome === null ? exit.holds : refused(outcome, io)
}

export const demoUsage = [
  '用法：gongkai demo',
  '  在单独的文件夹（数据文件夹下的 demonstration）里打开一个虚构的示例县，首次启动时生成。',
  '  其中的机关、人员、申请都是编造的，可以随意操作，不会发出任何消息；删去该文件夹，下次启动时重新生成。',
  '退出码：与 gongkai serve 相同。',
]

export const demo: Command = async (args, io, operations) => {
  if (understood(args, { usage: demoUsage }, io) === null) return exit.usage
  const outcome = await (await operations()).demo((line) => io.err(line))
  return outcome === null ? exit.holds : refused(outcome, io)
}
