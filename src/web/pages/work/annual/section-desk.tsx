import { useEffect, useMemo, useRef } from 'react'
import { Form, Link } from 'react-router'
import { Button, SubmitButton } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { useTypedBefore } from '../../../ui/use-typed-before.ts'
import { RefusedNote } from '../refused-note.tsx'
import { placeFindings } from '../reports/findings-order.ts'
import { annualYearHref } from '../rooms.ts'
import type { AnnualReport } from './annual-words.ts'
import { InsertFigure } from './insert-figure.tsx'
import { chipWordsIn } from './live-figures.ts'
import { findingIn } from './open-report.ts'
import { ProseEditor, type ProseHandle } from './prose-editor.tsx'
import type { SectionAnswer } from './section-action.ts'
import { SectionAsides } from './section-asides.tsx'
import { SectionHelp, type SectionHelpProps } from './section-help.tsx'
import { useAutosave } from './use-autosave.ts'
import { useFoundSentence } from './use-found-sentence.ts'

interface SectionDeskProps extends Omit<SectionHelpProps, 'prose'> {
  readonly report: AnnualReport
  readonly names: Readonly<Record<string, string>>
  readonly answer: SectionAnswer | undefined
  /** The paragraph 监督保障 with its live figures; empty where it belongs to another section or there is nothing to tell. */
  readonly supervision: string
}

/** The text in the middle, and beside it figures to insert, what is found, what is wanted, and last year's text. */
export function SectionDesk({
  report,
  section,
  figures,
  alike,
  findings,
  names,
  answer,
  supervision,
}: SectionDeskProps) {
  const [plain, typed] = useTypedBefore<HTMLTextAreaElement>()
  const hydrated = typed !== null
  const words = useMemo(() => chipWordsIn(figures), [figures])
  const prose = useRef<ProseHandle>(null)
  const start = answer?.text ?? section.text
  const saving = useAutosave({ text: section.text, version: section.version, start })
  const help = { section, figures, alike, findings, prose: hydrated ? prose : null }
  const back = annualYearHref(report.organ.id, report.year)
  const asides = section.asides
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when script has come
  useEffect(() => {
    if (typed?.changed) saving.onText(typed.text)
  }, [typed])
  useFoundSentence(findings, hydrated ? prose : null)
  return (
    <div className="annual__desk">
      <div className="stack">
        {(asides.length > 0 || saving.conflict || answer?.conflict != null) && (
          <SectionAsides
            section={section}
            names={names}
            text={saving.text}
            settled={(text) => {
              saving.settle(text)
              prose.current?.replace(text)
            }}
          />
        )}
        {!saving.conflict && answer?.conflict == null && (
          <RefusedNote title="没有保存" message={saving.message ?? answer?.message} />
        )}
        <Panel title={section.title} aside={hydrated && <span role="status">{saving.said}</span>}>
          <Form
            method="post"
            className="stack"
            noValidate
            onSubmit={(event) => {
              if (!hydrated) return
              event.preventDefault()
              saving.save()
            }}
          >
            {section.content === 'tables' && (
              <p>这一部分是表格，通常不另写文字；确需说明的写在这里，印在表前。</p>
            )}
            {typed !== null ? (
              <ProseEditor
                ref={prose}
                label={`${section.title}的正文`}
                text={typed.changed ? typed.text : start}
                takesFocus={typed.focused}
                words={words}
                onText={saving.onText}
              />
            ) : (
              <TextArea
                ref={plain}
                name="text"
                label="正文"
                hint="花括号中的是与表格相连的数字，例如 {requests/received@total}；预览时代入。"
                rows={14}
                defaultValue={start}
              />
            )}
            <div className="deed__acts">
              <input type="hidden" name="over" value={answer?.conflict ?? section.version} />
              {hydrated ? (
                <Button type="submit" kind="primary">
                  保存
                </Button>
              ) : (
                <>
                  <SubmitButton name="intent" value="save">
                    保存
                  </SubmitButton>
                  <SubmitButton kind="plain" name="intent" value="preview" pending="正在预览…">
                    预览
                  </SubmitButton>
                </>
              )}
              <Link to={back}>回到报告</Link>
            </div>
          </Form>
        </Panel>
        {answer?.preview != null && (
          <Panel title="预览" aside="还没有保存">
            <p className="case__text">{answer.preview.section.rendered}</p>
          </Panel>
        )}
      </div>
      <aside className="stack" aria-label="撰写参考">
        {hydrated && (
          <Panel title="插入数字">
            <InsertFigure
              figures={figures}
              onChoose={(reference) => prose.current?.insertFigure(reference)}
            />
          </Panel>
        )}
        {hydrated && supervision !== '' && (
          <Panel title="监督保障" aside="按登记自动写成">
            <div className="stack">
              <p>
                {supervision.replace(/\{([^}]+)\}/g, (_, key: string) =>
                  String(figures.find((figure) => figure.key === key)?.now ?? ''),
                )}
              </p>
              <Button small onClick={() => prose.current?.addParagraph(supervision)}>
                写入正文
              </Button>
            </div>
          </Panel>
        )}
        <SectionHelp
          {...help}
          section={answer?.preview?.section ?? section}
          findings={
            answer?.preview == null ? findings : placeFindings(answer.preview.findings.map(findingIn), {})
          }
        />
      </aside>
    </div>
  )
}
