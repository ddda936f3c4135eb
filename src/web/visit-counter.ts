/**
 * Counts how often documents are opened: by the address alone, in memory, and for whoever writes it down to take.
 * Who opened one is not looked at, and nothing of it is kept.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { DocumentVisits } from '../office/ports.ts'

export interface VisitCounter {
  /** Counts one where it is a person who opens a document. */
  note(request: Pick<FastifyRequest, 'method' | 'url' | 'headers'>, status: number): void
  /** What was counted since the last time, which it forgets. */
  take(): readonly DocumentVisits[]
}

/** A document, a version of it, its paper, its attachments. With a query it is an answer to a form, not a visit. */
const ofDocument = /^\/organs\/([^/?]+)\/documents\/([^/?]+)(?:\/(?:versions|files)\/[^?]+)?$/

/** Programs that say they are programs; those that do not are taken for people. */
const programs = /bot|crawl|spider|slurp|scan|monitor|preview|archive|curl|wget|python|java\/|okhttp|go-http/i

/** Pages that are fetched before anybody wants to see them. */
const aheadOfTime = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'] as const

export function visitCounter(): VisitCounter {
  let counts = new Map<string, DocumentVisits & { count: number }>()
  return {
    note({ method, url, headers }, status) {
      if (method !== 'GET' || (status !== 200 && status !== 304)) return
      if (!isPerson(headers['user-agent']) || aheadOfTime.some((name) => headers[name] !== undefined)) return
      const [, organ, document] = ofDocument.exec(url)?.map(decoded) ?? []
      if (organ == null || document == null) return
      const key = `${organ}/${document}`
      const found = counts.get(key)
      if (found === undefined) counts.set(key, { organ, document, count: 1 })
      else found.count += 1
    },
    take() {
      const taken = [...counts.values()]
      counts = new Map()
      return taken
    },
  }
}

const isPerson = (agent: string | undefined): boolean =>
  agent !== undefined && agent !== '' && !programs.test(agent)

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

/** Every answer on the server is told to the counter, those from the kept pages too. */
export function countVisits(app: FastifyInstance, counter: VisitCounter): void {
  app.addHook('onResponse', async (request, reply) => counter.note(request, reply.statusCode))
}
