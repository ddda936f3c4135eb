import { Form } from 'react-router'
import { formatChinese } from '../../../law/day.ts'
import type { AnsweredBy } from '../../desk/api.ts'
import { SubmitButton } from '../../ui/button.tsx'
import { CheckboxGroup } from '../../ui/choice-group.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { GuardedForm } from '../../ui/guarded-form.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import type { Typed } from './deed-fields.tsx'
import { RefusedNote } from './refused-note.tsx'

export interface NoteAnswer {
  readonly intent: 'note'
  readonly errors: Readonly<Record<string, string>>
  readonly message: string | null
  readonly typed: Typed
}

interface NotesProps {
  readonly notes: AnsweredBy<'readRequest'>['notes']
  readonly names: Readonly<Record<string, string>>
  readonly me: string
  /** Whether a note of somebody waits to be seen by the reader. */
  readonly waits: boolean
  readonly mayWrite: boolean
  readonly answer: NoteAnswer | undefined
}

/** What colleagues write to each other about a case, and who is to see it. */
export function CaseNotes({ notes, names, me, waits, mayWrite, answer }: NotesProps) {
  const colleagues = Object.entries(names).filter(([id]) => id !== me)
  const { errors = {}, typed = {}, message = null } = answer ?? {}
  return (
    <Panel title="备注" aside={`${notes.length} 条`}>
      <div className="stack">
        {waits && (
          <Note state="info" title="有备注请您看">
            <Form method="post">
              <SubmitButton small kind="plain" name="intent" value="noteSeen" pending="正在登记…">
                知悉
              </SubmitButton>
            </Form>
          </Note>
        )}
        {notes.length > 0 && (
          <ol className="case__notes">
            {notes.map(({ version, on, by, text, mentions }) => (
              <li key={version}>
                <p>
                  <strong>{names[by] ?? '同事'}</strong>{' '}
                  <span className="text-ink-2">
                    {formatChinese(on)}
                    {mentions.length > 0 && `，请${mentions.map((id) => names[id] ?? '同事').join('、')}看`}
                  </span>
                </p>
                <p className="case__text">{text ?? '无权查看，或者已经依法删除'}</p>
              </li>
            ))}
          </ol>
        )}
        {mayWrite && (
          <GuardedForm method="post" className="stack" key={notes.length}>
            <ErrorSummary errors={answer?.errors} />
            <RefusedNote message={message} />
            <TextArea
              name="text"
              label="备注的内容"
              hint="只在本机关内看得到，不随文书发出。"
              rows={2}
              defaultValue={typed.text?.[0]}
              error={errors.text}
            />
            {colleagues.length > 0 && (
              <details open={(typed.mentions?.length ?? 0) > 0}>
                <summary>请同事看</summary>
                <CheckboxGroup
                  name="mentions"
                  label="列入其“今日”"
                  options={colleagues.map(([value, label]) => ({ value, label }))}
                  defaultValue={typed.mentions}
                  row
                />
              </details>
            )}
            <SubmitButton kind="plain" name="intent" value="note" pending="正在保存…">
              写备注
            </SubmitButton>
          </GuardedForm>
        )}
      </div>
    </Panel>
  )
}
