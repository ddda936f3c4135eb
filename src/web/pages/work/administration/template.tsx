import { data, Link } from 'react-router'
import type { AnsweredBy } from '../../../desk/api.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { SubmitButton } from '../../../ui/button.tsx'
import { ConfirmButton } from '../../../ui/confirm-button.tsx'
import { GuardedForm } from '../../../ui/guarded-form.tsx'
import { Letter } from '../../../ui/letter.tsx'
import { momentText } from '../../../ui/moment-text.ts'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { roomHref } from '../rooms.ts'
import { told } from '../told.ts'
import type { Route } from './+types/template.ts'
import { type Outcome, Said } from './outcome.tsx'
import { openRoom } from './room.ts'
import { endingOf } from './template-ending.ts'

type Preview = AnsweredBy<'previewTemplate'>

export async function loader(args: Route.LoaderArgs) {
  const { api, organ } = await openRoom(args, 'manageTemplates')
  const params = { organ: organ.id, kind: args.params.kind }
  const { rows } = told(await api.call('listTemplates', { params: { organ: organ.id } }))
  const template = rows.find(({ kind }) => kind === args.params.kind)
  if (template === undefined) throw data(null, { status: 404 })
  const [preview, versions] = await Promise.all([
    api.call('previewTemplate', { params, body: { text: template.text } }),
    api.call('listTemplateVersions', { params }),
  ])
  return { organ, template, preview: told(preview), versions: told(versions).rows }
}

interface Answer extends Outcome {
  readonly text?: string
  readonly preview?: Preview
}

export async function action(args: Route.ActionArgs) {
  const { api, organ } = await openRoom(args, 'manageTemplates')
  const params = { organ: organ.id, kind: args.params.kind }
  const form = await args.request.formData()
  const text = String(form.get('text') ?? '').replace(/\r\n?/g, '\n')
  const intent = form.get('intent')
  if (intent === 'reset') {
    const reset = await api.call('resetTemplate', { params })
    return reset.ok
      ? data<Answer>({ done: '已经恢复系统的正文。' })
      : data<Answer>({ message: reset.problem.detail }, { status: reset.problem.status })
  }
  const called = await api.call('previewTemplate', { params, body: { text } })
  const preview = called.ok ? { preview: called.body } : {}
  if (intent === 'preview') return data<Answer>({ text, ...preview })
  const saved = await api.call('saveTemplate', { params, body: { text } })
  if (saved.ok) return data<Answer>({ done: '已经保存，今后的文书用这样的正文。', ...preview })
  return data<Answer>({ text, message: saved.problem.detail, ...preview }, { status: saved.problem.status })
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData?.template.title ?? '文书'} · 公开` },
]

/** The words of one letter: edited with a preview, back to the software's, and as they were before. */
export default function Template({ loaderData, actionData }: Route.ComponentProps) {
  const { organ, template, versions } = loaderData
  const answer = actionData as Answer | undefined
  const { letter, problems } = answer?.preview ?? loaderData.preview
  return (
    <div className="stack">
      <Breadcrumb above={[{ title: '文书', href: roomHref(organ.id, 'templates') }]} here={template.title} />
      <PageHead
        title={template.title}
        note={[organ.name, endingOf(template.kind), template.own ? '本机关自定的正文' : '系统的正文']
          .filter((part) => part !== null)
          .join(' · ')}
      />
      <div className="deed">
        <div className="stack">
          <Said outcome={answer} />
          <Panel title="修改正文">
            <div className="stack">
              <GuardedForm method="post" className="stack" key={template.text}>
                {problems.length > 0 && (
                  <Note state="late" title="法律要求写明的不能缺" live>
                    <ul>
                      {problems.map(({ name, message }) => (
                        <li key={`${name} ${message}`}>{message}</li>
                      ))}
                    </ul>
                  </Note>
                )}
                <TextArea
                  name="text"
                  label="正文"
                  hint="一行一段。双花括号里是办理时自动填写的内容，可以移动，必要的不能删去；以“{{?名称}}”开头的行，有该内容时才印。救济途径由系统依法附上，不在正文里。"
                  rows={18}
                  defaultValue={answer?.text ?? template.text}
                />
                <div className="acts">
                  <SubmitButton name="intent" value="save">
                    保存
                  </SubmitButton>
                  <SubmitButton kind="plain" name="intent" value="preview" pending="正在预览…">
                    预览
                  </SubmitButton>
                  <Link to={roomHref(organ.id, 'templates')}>返回</Link>
                </div>
              </GuardedForm>
              {template.own && (
                <ConfirmButton
                  label="恢复系统的正文"
                  title="恢复系统的正文？"
                  confirm="恢复"
                  values={{ intent: 'reset' }}
                >
                  <p>现在的正文留在下面的记录里，以后可以再取用。</p>
                </ConfirmButton>
              )}
            </div>
          </Panel>
          <Panel title="改动记录" aside={`${versions.length} 次`}>
            {versions.length === 0 && <p>没有改动过，一直用系统的正文。</p>}
            {versions.map(({ at, by, text }) => (
              <details key={at}>
                <summary>
                  {momentText(at)}，{by}
                  {text === null ? '恢复系统的正文' : '改为自定的正文'}
                </summary>
                {text !== null && <p className="case__text">{text}</p>}
              </details>
            ))}
          </Panel>
        </div>
        <Letter letter={letter} />
      </div>
    </div>
  )
}
