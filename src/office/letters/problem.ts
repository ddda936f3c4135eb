/** Why a letter cannot be written or a template cannot be used. */
export interface Problem {
  readonly problem:
    | 'unknownPlaceholder'
    | 'placeholderNotForThisLetter'
    | 'missingPlaceholder'
    | 'missingBasis'
    | 'malformed'
    | 'emptyTemplate'
    | 'missingFact'
    | 'unknownFact'
    | 'wrongFact'
    | 'personalData'
    | 'missingOrganData'
    | 'missingContext'
    | 'badNumber'
  /** The placeholder, fact or field it is about. */
  readonly name: string
  /** In plain Chinese, for the officer. */
  readonly message: string
}

/** A problem with what it is about and how it is said. */
export function problem(kind: Problem['problem'], name: string, message: string): Problem {
  return { problem: kind, name, message }
}
