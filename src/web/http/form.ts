/** A body that comes as JSON, or as a form with the same JSON in a field and files beside it. */
import type { z } from 'zod'
import { unkeepableIn } from './clean.ts'
import { fieldFaultsOf } from './field-faults.ts'
import { invalidProblem, unkeepableFault } from './invalid.ts'
import { isProblem, type Problem, problem } from './problem.ts'
import type { Sent } from './route.ts'
import type { UploadedFile } from './upload.ts'

export interface Form<T> {
  readonly sent: T
  readonly files: readonly UploadedFile[]
}

/** What was sent by either way. `field`: the one with the JSON in it. */
export async function formOf<S extends z.ZodType>(
  { body, upload }: Sent<unknown, unknown, z.output<S> | undefined>,
  schema: S,
  field: string,
): Promise<Form<z.output<S>> | Problem> {
  if (body !== undefined && body !== null) return { sent: body, files: [] }
  const form = await upload()
  if (isProblem(form)) return form
  const read = readJson(form.fields[field])
  if (read === undefined)
    return problem('bad-request', {
      detail: `表单应有字段 ${field}，内容为 JSON，与以 application/json 提交时相同。`,
    })
  const place = unkeepableIn(read)
  if (place !== null) return invalidProblem([unkeepableFault(place)])
  const { data, error } = schema.safeParse(read)
  return error ? invalidProblem(fieldFaultsOf(schema, error.issues, read)) : { sent: data, files: form.files }
}

function readJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
