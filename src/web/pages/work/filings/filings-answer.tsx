import { Form } from 'react-router'
import { LinkButton, SubmitButton } from '../../../ui/button.tsx'
import { confirmedField } from '../../../ui/confirm-button.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import type { FilingsAnswer, Question } from './filings-action.ts'

const words = {
  remind: {
    title: (count: number) => `提醒 ${count} 个机关？`,
    says: '向这些机关的负责人发送邮件，写明哪一年度的报告、还要做什么、截止日。同一机关一天只提醒一次。',
    others: '不提醒的',
    confirm: '确认提醒',
    done: (count: number) => `已经提醒 ${count} 个机关。`,
    undone: '没有提醒的',
  },
  accept: {
    title: (count: number) => `通过 ${count} 份报告？`,
    says: '这些报告已经报送，核对没有错误和提示。通过后由各机关自行公布；发现问题的，公布之前还可以退回。',
    others: '不在其中的',
    confirm: '确认通过',
    done: (count: number) => `已经通过 ${count} 份报告，并通知了各机关的负责人。`,
    undone: '没有通过的',
  },
} as const

/** What is asked before it is done, and what came of it. */
export function FilingsAnswerPanel({
  answer,
  here,
}: {
  readonly answer: FilingsAnswer
  readonly here: string
}) {
  const { question, done, fault } = answer
  if (fault !== undefined)
    return (
      <Note state="soon" live>
        {fault}
      </Note>
    )
  if (question !== undefined) return <Ask question={question} here={here} />
  if (done === undefined) return null
  const says = words[done.deed]
  return (
    <Note state={done.others.length > 0 ? 'soon' : 'ok'} live>
      {says.done(done.count)}
      {done.others.length > 0 && (
        <>
          {says.undone}：
          <Named of={done.others} />
        </>
      )}
    </Note>
  )
}

function Ask({
  question: { deed, organs, others },
  here,
}: {
  readonly question: Question
  readonly here: string
}) {
  const says = words[deed]
  return (
    <section className="filings__ask" role="alertdialog" aria-label={says.title(organs.length)}>
      <Panel title={says.title(organs.length)}>
        <div className="stack">
          <p>{says.says}</p>
          <Named of={organs} />
          {others.length > 0 && (
            <details>
              <summary>
                {says.others} {others.length} 个机关，及其原因
              </summary>
              <Named of={others} />
            </details>
          )}
          <Form method="post" className="deed__acts">
            <input type="hidden" name="deed" value={deed} />
            <input type="hidden" name={confirmedField} value="yes" />
            {organs.map(({ id }) => (
              <input key={id} type="hidden" name="organ" value={id} />
            ))}
            <SubmitButton autoFocus>{says.confirm}</SubmitButton>
            <LinkButton to={here}>取消</LinkButton>
          </Form>
        </div>
      </Panel>
    </section>
  )
}

const Named = ({ of }: { readonly of: readonly { readonly name: string; readonly why: string }[] }) => (
  <ul className="filings__named">
    {of.map(({ name, why }) => (
      <li key={name}>
        {name}
        <small>{why}</small>
      </li>
    ))}
  </ul>
)
