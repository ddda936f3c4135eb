import type { CaseId, OrganId } from '../../ports.ts'

/** A case that was drawn for a lawyer's eye. */
export interface DrawnCase {
  readonly organ: OrganId
  readonly request: CaseId
  readonly number: string | null
}

/** What a lawyer says of a case. */
export const verdicts = {
  sound: '规范',
  flawed: '有瑕疵',
  unlawful: '违法或者明显不当',
} as const
export type Verdict = keyof typeof verdicts
