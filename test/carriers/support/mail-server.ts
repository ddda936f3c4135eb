/** A mail server of a few lines: takes letters, refuses what it is told to, or says nothing at all. */

import { createServer, type Socket } from 'node:net'

export interface Letter {
  readonly from: string
  readonly to: readonly string[]
  /** Head and body as they came over the line. */
  readonly text: string
}

export interface MailServer {
  readonly url: string
  readonly letters: readonly Letter[]
  /** How it answers each command from now on, where not as usual: 'RCPT' to '550 5.1.1 no such user'. */
  readonly answers: Map<string, string>
  /** Whether it says nothing, not even a greeting. */
  silent: boolean
  close(): Promise<void>
}

export async function startMailServer(): Promise<MailServer> {
  const letters: Letter[] = []
  const answers = new Map<string, string>()
  const sockets = new Set<Socket>()
  const state = { silent: false }
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined)
    if (!state.silent) converse(socket, letters, answers)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    answers,
    get silent() {
      return state.silent
    },
    set silent(value) {
      state.silent = value
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function converse(socket: Socket, letters: Letter[], answers: ReadonlyMap<string, string>): void {
  let waiting = ''
  let data: string | null = null
  let envelope = { from: '', to: [] as string[] }
  const say = (usual: string, command = '') => socket.write(`${answers.get(command) ?? usual}\r\n`)
  const hear = (line: string) => {
    if (data !== null) {
      if (line !== '.') data += `${line.replace(/^\./, '')}\r\n`
      else {
        const answer = answers.get('.') ?? '250 kept'
        if (answer.startsWith('2')) letters.push({ ...envelope, text: data })
        data = null
        say(answer)
      }
      return
    }
    const command = line.slice(0, 4).toUpperCase()
    const address = /<([^>]*)>/.exec(line)?.[1] ?? ''
    if (command === 'MAIL') envelope = { from: address, to: [] }
    if (command === 'RCPT') envelope.to.push(address)
    if (command === 'DATA' && !answers.has('DATA')) data = ''
    if (command === 'QUIT') socket.end('221 bye\r\n')
    else if (command === 'EHLO') say('250-mail.example\r\n250-AUTH PLAIN\r\n250 8BITMIME', command)
    else say(command === 'DATA' ? '354 go on' : '250 ok', command)
  }
  socket.on('data', (bytes) => {
    waiting += bytes.toString('utf8')
    for (let end = waiting.indexOf('\r\n'); end >= 0; end = waiting.indexOf('\r\n')) {
      const line = waiting.slice(0, end)
      waiting = waiting.slice(end + 2)
      hear(line)
    }
  })
  say('220 mail.example', 'greeting')
}
