/**
 * What the server writes down about itself: one line for each answer, with the pattern of its route instead of the
 * address, the address of the caller as a keyed hash, and neither query nor body. Texts of exceptions are left out,
 * since a database quotes the values it refuses; where they were thrown is kept.
 */
import { createHmac } from 'node:crypto'
import type { FastifyServerOptions } from 'fastify'
import { keeping } from '../keeping.ts'
import type { Parts } from './parts.ts'
import { keyFor } from './tokens.ts'

/** An exception without its text: class, code, and the places it went through. */
export function bareError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code } = error as { code?: unknown }
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    places: places.map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: bareError(error.cause) }),
  }
}

/** Settings of Fastify's logger; nothing it writes by itself may say more than ours. */
export function loggerOf({ log, now }: Pick<Parts, 'log' | 'now'>): FastifyServerOptions['logger'] {
  return {
    level: 'info',
    stream: log,
    base: null,
    timestamp: () => `,"time":"${now()}"`,
    serializers: {
      req: ({ method, id }) => ({ method, id }),
      res: ({ statusCode }) => ({ statusCode }),
      // The type wants a text, which is what must not be there.
      err: bareError as never,
    },
    hooks: {
      // Without a text of its own a line would take that of the exception.
      logMethod([first, ...rest], method) {
        const object = first instanceof Error ? { err: first } : first
        const text = typeof rest[0] === 'string' && !(first instanceof Error) ? rest[0] : 'exception'
        if (typeof object === 'string') method.call(this, object)
        else method.call(this, object, text)
      },
    },
  }
}

/** Addresses as they may be written down: two lines from one address show as one, and nobody can tell which. */
export function addressMark(tokenKey: Uint8Array): (address: string) => string {
  const key = keyFor(tokenKey, 'addresses in the log')
  const marks = keeping<string>(1000)
  return (address) =>
    marks(address, () => createHmac('sha256', key).update(address).digest('base64url').slice(0, 12))
}
