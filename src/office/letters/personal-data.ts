import { oneLine } from '../../writer/letter.ts'
import { type PersonalKind, scanPersonalData } from '../attachments/personal-data.ts'
import type { LetterContext } from './compose.ts'
import type { LetterDefinition } from './definition.ts'
import { type FactName, factDefinitions } from './facts.ts'
import { type Problem, problem } from './problem.ts'
import type { Rendered } from './render.ts'

/** Numbers of people's identity papers. */
const identities: ReadonlySet<PersonalKind> = new Set(['residentId', 'oldResidentId', 'residencePermit'])

/**
 * A letter names its addressee and holds no other data on a person's identity. Identity numbers are refused
 * wherever they stand, the text of the request included; and whoever is consulted does not learn who applied.
 */
export function checkPersonalData(
  { to }: LetterDefinition,
  rendered: Partial<Record<FactName, Rendered>>,
  context: LetterContext,
): readonly Problem[] {
  const texts: readonly (readonly [string, string])[] = [
    ['主送', context.addressee.name],
    ...(context.attachments ?? []).map((name) => ['附件名称', name] as const),
    ...(context.copies ?? []).map((name) => ['抄送', name] as const),
    ...Object.entries(rendered).map(
      ([name, { items }]) => [factDefinitions[name as FactName].caption, items.join('\n')] as const,
    ),
  ]
  const applicant = oneLine(context.applicantName ?? '')
  return texts.flatMap(([caption, text]) => [
    ...(holdsIdentityNumber(text)
      ? [problem('personalData', caption, `“${caption}”中有公民身份号码，文书中不得出现，请删去。`)]
      : []),
    ...(to !== 'applicant' && applicant.length > 1 && text.includes(applicant)
      ? [
          problem(
            'personalData',
            caption,
            `“${caption}”中有申请人的姓名或者名称，本文书不得透露申请人的身份，请删去。`,
          ),
        ]
      : []),
  ])
}

function holdsIdentityNumber(text: string): boolean {
  return scanPersonalData(text).some(({ kind }) => identities.has(kind))
}
