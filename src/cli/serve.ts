/** `gongkai serve`: runs the service until it is told to stop. */

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
