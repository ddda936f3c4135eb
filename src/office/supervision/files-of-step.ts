import type { SupervisionStep } from './record.ts'

/** A file of a step, as the log knows it. */
export interface StepFile {
  readonly id: string
  readonly name: string
  readonly type: string
  /** Bytes. */
  readonly size: number
  /** SHA-256 of the content, hex. */
  readonly hash: string
}

/** The files that came with a step. Pure. */
export const filesOfStep = ({ data }: Pick<SupervisionStep, 'data'>): readonly StepFile[] =>
  (data.files as unknown as readonly StepFile[] | undefined) ?? []
