import { useDeferredValue, useRef, useState } from 'react'
import { Link } from 'react-router'
import { type DocumentClass, documentClasses } from '../../../../office/documents/classes.ts'
import { reviews } from '../../../../office/documents/reviews.ts'
import type { FormField } from '../../../desk/forms-desk.ts'
import { SubmitButton } from '../../../ui/button.tsx'
import { Cites } from '../../../ui/cite.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { GuardedForm } from '../../../ui/guarded-form.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { DeedFields, type Typed } from '../deed-fields.tsx'
import { RefusedNote } from '../refused-note.tsx'
import type { DraftAnswer } from './draft-action.ts'
import { type DraftFields, placedFields } from './draft-fields.ts'
import { RichText, type RichTextHandle } from './rich-text.tsx'
import { TextFindings } from './text-findings.tsx'
import { useKeptForm } from './use-kept-form.ts'

interface DraftDeskProps {
  readonly of: DocumentClass
  /** Where another class is chosen; null where it is settled. */
  readonly otherClass: string | null
  readonly fields: readonly FormField[]
  readonly given: Typed
  readonly html: string
  readonly version: number
  readonly today: string
  readonly back: string
  readonly answer: DraftAnswer | undefined
  /** Sent along. */
  readonly values: Readonly<Record<string, string>>
  /** Whether it is kept by itself while it is written: not before it was kept once. */
  readonly keeps: boolean
}

/** The text in the middle; beside it the metadata, and what in the text should not be public. */
export function DraftDesk(props: DraftDeskProps) {
  const { of, fields, given, html, version, today, back, answer, values } = props
  const form = useRef<HTMLFormElement>(null)
  const rich = useRef<RichTextHandle>(null)
  const [text, setText] = useState('')
  const read = useDeferredValue(text)
  const kept = useKeptForm(form, version, props.keeps)
  const typed = answer?.typed ?? given
  const errors = answer?.errors ?? {}
  const placed = placedFields(fields, of)
  const group = (place: keyof DraftFields) => (
    <DeedFields fields={placed[place]} typed={typed} errors={errors} today={today} />
  )
  const { caption, chain, cites, interpreted } = documentClasses[of]
  const told = placed.further.some(
    ({ name }) => (typed[name] ?? []).some((each) => each !== '') || errors[name],
  )
  return (
    <div onInput={kept.onTyped}>
      <GuardedForm method="post" ref={form} refused={answer} className="doc-draft">
        <div className="case__main">
          <ErrorSummary errors={errors} />
          <RefusedNote
            title={answer?.conflict ? '他人先作了改动，没有保存' : '没有保存'}
            message={answer?.message}
            cites={answer?.cites}
          />
          <Panel>
            <div className="stack">
              {group('title')}
              <RichText
                name="html"
                label="正文"
                html={typed.html?.[0] ?? html}
                error={errors.html}
                onText={setText}
                ref={rich}
              />
              {group('abstract')}
              <div className="deed__acts doc-draft__acts">
                <SubmitButton name="intent" value="save" pending="正在保存…">
                  保存草稿
                </SubmitButton>
                <SubmitButton kind="plain" name="intent" value="preview" pending="正在保存…">
                  保存并预览
                </SubmitButton>
                <SubmitButton kind="plain" name="intent" value="done" pending="正在保存…">
                  保存并返回
                </SubmitButton>
                <Link to={back}>不保存，返回</Link>
                <span className="text-ink-2" role="status">
                  {kept.said}
                </span>
              </div>
            </div>
          </Panel>
        </div>
        <div className="case__side">
          <Panel
            title="信息种类"
            aside={props.otherClass !== null && <Link to={props.otherClass}>另选</Link>}
          >
            <div className="stack">
              <p>
                <strong>{caption}</strong> <Cites of={cites} audience="staff" />
              </p>
              <p className="text-ink-2">
                要经过：{chain.map((each) => reviews[each].caption).join('、')}
                {interpreted && '；应当有解读，同步发布'}。
              </p>
            </div>
          </Panel>
          <TextFindings text={read} onFind={(words) => rich.current?.mark(words)} />
          <Panel title="文件">
            <div className="stack">{group('paper')}</div>
          </Panel>
          <Panel title="分类">
            <div className="stack">
              {group('sorting')}
              <details open={told || undefined} className="doc-draft__more">
                <summary>服务对象、关键词、咨询电话等</summary>
                <div className="stack">{group('further')}</div>
              </details>
            </div>
          </Panel>
        </div>
        <input type="hidden" name="class" value={of} />
        <input type="hidden" name="seen" value={kept.version} />
        {Object.entries(values).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      </GuardedForm>
    </div>
  )
}
