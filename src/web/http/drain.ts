import type { FastifyInstance } from 'fastify'

/**
 * While the server closes, an answer ends its connection. A connection kept open for more would hold the server up
 * until it times out, since only those that are idle at the beginning are closed at once.
 */
export function drainOnClose(app: FastifyInstance): void {
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
  })
  app.addHook('onSend', async (_, reply) => {
    if (closing) reply.header('connection', 'close')
  })
}
