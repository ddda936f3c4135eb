import { unkeepableIn } from '../http/clean.ts'
import { fieldFaultsOf } from '../http/field-faults.ts'
import { invalidProblem, unkeepableFault } from '../http/invalid.ts'
import { type Problem, problem } from '../http/problem.ts'
import type { Door } from './doors.ts'

export type Body = Readonly<Record<string, unknown>>

/** What the door takes of a request's body; nothing else gets through. */
export async function bodyOf(request: Request, { method, body, adds }: Door): Promise<Body | Problem> {
  if (method === 'GET') return {}
  const text = await request.text()
  // A form on a foreign page cannot send JSON without asking first.
  if (text !== '' && !/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
    return problem('wrong-media-type')
  const sent = parsed(text)
  if (sent === undefined) return problem('bad-request')
  const unkeepable = unkeepableIn(sent)
  if (unkeepable !== null) return invalidProblem([unkeepableFault(unkeepable)])
  const read = body.safeParse(sent)
  return read.success
    ? { ...read.data, ...adds }
    : invalidProblem(fieldFaultsOf(body, read.error.issues, sent))
}

function parsed(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch {
    return undefined
  }
}
