/** Reading what was sent by the schemas of a route; what is wrong becomes a problem with its fields. */
import type { FastifySchemaCompiler } from 'fastify'
import type { z } from 'zod'
import { unkeepableIn } from './clean.ts'
import { fieldFaultsOf } from './field-faults.ts'
import { type FieldFault, type Problem, problem } from './problem.ts'

/** Thrown by the validator, since Fastify wants an exception there; caught by the error handler. */
export class Invalid extends Error {
  readonly faults: readonly FieldFault[]

  constructor(faults: readonly FieldFault[]) {
    super('What was sent does not fit its schema')
    this.faults = faults
  }
}

/** The validator that Fastify asks for each part of a request. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (sent) => {
    const place = unkeepableIn(sent)
    if (place !== null) return { error: new Invalid([unkeepableFault(place)]) }
    const read = schema.safeParse(sent)
    return read.success
      ? { value: read.data }
      : { error: new Invalid(fieldFaultsOf(schema, read.error.issues, sent)) }
  }

export const unkeepableFault = (place: readonly string[]): FieldFault => ({
  // The way there may be made of keys that are anything.
  field: place.every((key) => /^\w{1,40}$/.test(key)) ? place.join('.') : '…',
  caption: '提交的内容',
  message: '含有不能保存的字符，请删去后重新提交',
})

/** At most so many faults are told one by one. */
const most = 50

export function invalidProblem(faults: readonly FieldFault[]): Problem {
  return problem('invalid', {
    detail: `提交的内容有 ${faults.length} 处需要修改，请修改后重新提交。`,
    errors: faults.slice(0, most),
  })
}
