import { columns } from '../../../office/documents/columns.ts'

/** What is a policy: the classes of the column of policies. */
export const policyClasses = columns.legalTexts.classes
