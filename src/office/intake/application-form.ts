/**
 * 政府信息公开申请表 as data: the page and the printed sheet are made from it, so that they cannot ask for different
 * things. Only what 条例§29¶2 wants is asked for; there is no field for a purpose. Pure.
 */
import type { OrganRecord } from '../organs/organ.ts'
import type { Variant } from '../requests/index.ts'
import {
  agentSection,
  applicantSection,
  contentSection,
  correctionSection,
  type FormSection,
  formSection,
  papersSection,
} from './form-sections.ts'
import { type PrivacyNotice, privacyNotice } from './privacy-notice.ts'

export type { Condition, FormField, FormOption, FormSection } from './form-sections.ts'

export interface ApplicationForm {
  readonly title: string
  readonly variant: Variant
  readonly organ: string
  readonly sections: readonly FormSection[]
  readonly notice: PrivacyNotice
}

/** The form of an organ for one of the two kinds of application. */
export function applicationForm(
  organ: Pick<OrganRecord, 'name' | 'office'>,
  variant: Variant = 'disclosure',
): ApplicationForm {
  const correction = variant === 'recordCorrection'
  return {
    title: correction ? '更正与自身相关的政府信息申请表' : '政府信息公开申请表',
    variant,
    organ: organ.name,
    sections: [
      applicantSection,
      agentSection,
      correction ? correctionSection : contentSection,
      ...(correction ? [] : [formSection]),
      papersSection(correction),
    ],
    notice: privacyNotice(organ),
  }
}
