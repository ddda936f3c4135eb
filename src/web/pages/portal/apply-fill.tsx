import { Form } from 'react-router'
import type { ApplicationForm, FormSection } from '../../../office/intake/application-form.ts'
import { Button, SubmitButton } from '../../ui/button.tsx'
import { Cites } from '../../ui/cite.tsx'
import { ErrorSummary, type FormErrors } from '../../ui/error-summary.tsx'
import { fieldId } from '../../ui/field.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Term } from '../../ui/term.tsx'
import { DraftTools } from './apply-draft.tsx'
import { agentField, kindField, sectionsFor, type Typed, textIn, variantField } from './apply-form.ts'
import { openedField } from './apply-guard.ts'
import { FormField } from './form-field.tsx'
import { wholeForm } from './problem-errors.ts'
import { Trap } from './trap.tsx'

interface ApplyFillProps {
  readonly organ: string
  readonly forms: readonly ApplicationForm[]
  readonly typed: Typed
  /** The same for every attempt at this one application. */
  readonly once: string
  readonly errors?: FormErrors
  readonly mayBeSent?: boolean
}

/** Second step: the form of 条例§29, with the notice on personal data before it. */
export function ApplyFill({ organ, forms, typed, once, errors, mayBeSent = false }: ApplyFillProps) {
  const form = forms.find(({ variant }) => variant === textIn(typed, variantField)) ?? forms[0]
  if (form === undefined) return null
  const carried = { once, [variantField]: form.variant, [openedField]: textIn(typed, openedField) }
  return (
    <>
      <h1>{form.title}</h1>
      <ErrorSummary errors={errors} />
      {mayBeSent && (
        <Note state="soon" title="欠缺的内容不影响提交">
          <p>
            可以补齐后提交，也可以不补，用表末的“按现在的内容提交”；之后本机关会一次性告知需要
            <Term of="correction" audience="public" />
            的内容。
            <Cites of={['条例§30']} audience="public" />
          </p>
        </Note>
      )}
      {errors !== undefined && <p>所填的文字都还在；选过的附件请重新选择。</p>}
      <Form
        id={fieldId(wholeForm)}
        className="portal__form"
        method="post"
        encType="multipart/form-data"
        noValidate
        data-keep
      >
        {Object.entries(carried).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {[kindField, agentField].map((name) => (
          <input key={name} type="hidden" name={name} value={textIn(typed, name)} />
        ))}
        <Notice notice={form.notice} />
        <Trap />
        {sectionsFor(form, typed).map((section) => (
          <Section key={section.key} section={section} typed={typed} errors={errors} />
        ))}
        <DraftTools organ={organ} />
        <div className="portal__buttons">
          <SubmitButton name="intent" value="submit">
            提交申请
          </SubmitButton>
          {mayBeSent && (
            <Button type="submit" name="anyway" value="yes">
              按现在的内容提交
            </Button>
          )}
        </div>
      </Form>
    </>
  )
}

const Notice = ({ notice }: Pick<ApplicationForm, 'notice'>) => (
  <details className="panel portal__notice" open>
    <summary>{notice.title}</summary>
    <div className="stack">
      {notice.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  </details>
)

interface SectionProps {
  readonly section: FormSection
  readonly typed: Typed
  readonly errors: FormErrors | undefined
}

const Section = ({ section, typed, errors }: SectionProps) => (
  <Panel title={section.caption} kind="wide">
    <div className="portal__fields">
      <p className="portal__quiet">
        {section.note} <Cites of={section.cites} audience="public" />
      </p>
      {section.fields.map((field) => (
        <FormField key={field.key} field={field} typed={typed} error={errors?.[field.key]} />
      ))}
    </div>
  </Panel>
)
