/** Where the server listens, and what keeps it from listening there. */

import type { FastifyInstance } from 'fastify'
import type { NotDone } from './cli/operations.ts'
import type { Configuration } from './configuration.ts'

/** Where we are reached from outside. */
export const baseUrlOf = ({ BASE_URL, HOST, PORT }: Configuration): string =>
  BASE_URL ?? `http://${HOST}:${PORT}`

/** Begins to listen; the address, or why not. */
export const listening = async (
  server: FastifyInstance,
  { HOST, PORT }: Configuration,
): Promise<string | NotDone> => {
  try {
    return await server.listen({ host: HOST, port: PORT })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const reasons: Readonly<Record<string, string>> = {
      EADDRINUSE: '端口已被占用，请停止占用它的程序，或者用 PORT 换一个端口',
      EACCES: '没有权限使用这个端口，请用 PORT 换一个 1024 以上的端口',
      EADDRNOTAVAIL: '本机没有这个地址，请检查 HOST',
      ENOTFOUND: '没有这个主机名，请检查 HOST',
    }
    if (code === undefined || !(code in reasons)) throw error
    return { failure: 'notListening', message: `不能在 ${HOST}:${PORT} 上监听：${reasons[code]}。` }
  }
}
