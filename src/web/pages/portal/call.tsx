import { data, Link, redirect } from 'react-router'
import { formatChinese } from '../../../law/day.ts'
import { ErrorSummary, type FormErrors } from '../../ui/error-summary.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PublicShell } from '../../ui/public-shell.tsx'
import { deskOf } from '../load-context.ts'
import type { PageHandle } from '../page-handle.ts'
import type { Route } from './+types/call.ts'
import { type Typed, typedIn } from './apply-form.ts'
import { outlineOf } from './document-outline.ts'
import { frameOf } from './frame.ts'
import { faultsIn, faultsOf, OwnWordsForm, ownWordsIn } from './own-words-form.tsx'
import { callsHref } from './portal-href.ts'
import './portal.css'
import './annual-report.css'
import './document.css'

export const handle: PageHandle = { script: 'forms' }

const button = '提交意见'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const [frame, told] = await Promise.all([frameOf(context, params.organ), api.call('readCall', { params })])
  if (!told.ok) throw data(null, { status: told.problem.status })
  const { document: id } = told.body
  // The notice itself, where it is public; without it the call stands for itself.
  const notice =
    id === null ? null : await api.call('readPublished', { params: { organ: params.organ, document: id } })
  const document = notice?.ok ? notice.body.document : null
  return {
    frame,
    call: told.body,
    html: outlineOf(document?.html ?? '').html,
    notice: document === null ? null : { title: document.title, path: document.path },
    feedback: (document?.related ?? []).filter(({ relation }) => relation === 'answersOpinions'),
    drafts: (document?.related ?? []).filter(({ relation }) => relation === 'consultsOn'),
    thanks: new URL(request.url).searchParams.get('done'),
    now: Date.now(),
  }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const typed = typedIn(await request.formData())
  const stay = (errors: FormErrors) => data({ errors, typed }, 422)
  const faults = faultsIn(typed, '请写明意见：哪一条、怎样改、理由。', button, Date.now())
  if (faults !== null) return stay(faults)
  const given = await deskOf(context).api.call('giveOpinion', { params, body: ownWordsIn(typed) })
  return given.ok ? redirect(`?done=${given.body.id}#done`) : stay(faultsOf(given.problem))
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData?.call.title ?? ''} · 征求意见 · ${loaderData?.frame.organ.name ?? ''}` },
]

/** One call for opinions: the notice, the form while it is open, what came of it afterwards. */
export default function Call({ loaderData, actionData, params: { organ } }: Route.ComponentProps) {
  const { frame, call, html, notice, feedback, drafts, thanks, now } = loaderData
  const { errors, typed = {} } = (actionData ?? {}) as {
    readonly errors?: FormErrors
    readonly typed?: Typed
  }
  const { title, openedOn, until, open, result } = call
  return (
    <PublicShell
      organ={frame.organ}
      place={{
        above: [{ title: '征求意见', href: callsHref(organ) }],
        here: open ? '正在征求意见' : '已经结束',
      }}
    >
      <div className="portal portal--narrow">
        <h1>{title}</h1>
        <ErrorSummary errors={errors} />
        {thanks !== null && (
          <div id="done">
            <Note state="ok" title="意见已经收到" live>
              <p>登记编号 {thanks}。所写的密封保存，只有经办人员可以阅看；采纳情况会在这里公布。</p>
            </Note>
          </div>
        )}
        <Panel kind="wide">
          <Facts
            grid
            facts={[
              { label: '开始', value: formatChinese(openedOn) },
              { label: '截止', value: until === null ? '另行通知' : formatChinese(until) },
              ...(notice === null
                ? []
                : [{ label: '公告', value: <Link to={notice.path}>{notice.title}</Link> }]),
              ...drafts.map((each) => ({ label: '草案', value: <Link to={each.path}>{each.title}</Link> })),
            ]}
          />
          {html !== '' && (
            <div
              className="published__text document__text mt-3"
              // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised when it was taken in (office/documents/body.ts)
              dangerouslySetInnerHTML={{ __html: html }}
            />
          )}
        </Panel>
        {(result !== null || feedback.length > 0 || !open) && (
          <Panel title="结果和采纳情况" kind="wide">
            <div className="stack">
              {result !== null && <p>{result}</p>}
              {feedback.length > 0 ? (
                <ul className="list">
                  {feedback.map((each) => (
                    <li key={each.path}>
                      <Link to={each.path}>{each.title}</Link>
                    </li>
                  ))}
                </ul>
              ) : (
                <p>采纳情况还没有公布；公布后列在这里。</p>
              )}
            </div>
          </Panel>
        )}
        {open && (
          <Panel title="提出意见" kind="wide">
            <OwnWordsForm
              label="意见"
              hint="写明哪一条、怎样改、理由。请不要写身份证号码等个人信息。"
              button={button}
              typed={typed}
              errors={errors}
              now={now}
            />
          </Panel>
        )}
      </div>
    </PublicShell>
  )
}
