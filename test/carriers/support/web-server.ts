/** A system outside that takes what is posted to it and answers as it is told. */

import { createServer, type IncomingHttpHeaders } from 'node:http'
import { text } from 'node:stream/consumers'

export interface Posted {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface WebServer {
  readonly origin: string
  readonly posted: readonly Posted[]
  /** How it answers from now on; null lets the caller wait. */
  answer: { readonly status: number; readonly body: string; readonly location?: string } | null
  close(): Promise<void>
}

export async function startWebServer(): Promise<WebServer> {
  const posted: Posted[] = []
  const state: Pick<WebServer, 'answer'> = { answer: { status: 200, body: '' } }
  const server = createServer(async (request, response) => {
    posted.push({ path: request.url ?? '', headers: request.headers, body: await text(request) })
    if (state.answer === null) return
    const { status, body, location } = state.answer
    response.writeHead(status, location === undefined ? {} : { location }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return {
    origin: `http://127.0.0.1:${port}`,
    posted,
    get answer() {
      return state.answer
    },
    set answer(value) {
      state.answer = value
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
