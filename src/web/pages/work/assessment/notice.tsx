import { data, redirect } from 'react-router'
import { formatChinese } from '../../../../law/day.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { SubmitButton } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { GuardedForm } from '../../../ui/guarded-form.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { RefusedNote } from '../refused-note.tsx'
import { told } from '../told.ts'
import type { Route } from './+types/notice.ts'
import { assessmentHref, noticeFileHref, noticeHref, publicNoticeHref, roundHref } from './assessment-href.ts'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const round = told(await deskOf(context).api.call('readRound', { params }))
  if (round.notice === null) throw data(null, { status: 404 })
  const done = new URL(request.url).searchParams.get('done')
  return { organ: params.organ, round, notice: round.notice, done }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const paragraphs = text('body')
    .split(/\n+/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
  const [title, publish] = [text('title'), form.get('deed') === 'publish']
  const errors = {
    ...(title === '' && { title: '请写标题。' }),
    ...(paragraphs.length === 0 && { body: '请写正文。' }),
  }
  const typed = { title, body: text('body') }
  if (Object.keys(errors).length > 0)
    return data({ errors: errors as Record<string, string>, typed, fault: null }, 422)
  const called = await deskOf(context).api.call('wordNotice', {
    params,
    body: { title, paragraphs, publish },
  })
  return called.ok
    ? redirect(`${noticeHref(params.organ, params.round)}?done=${publish ? 'published' : 'saved'}`)
    : data({ errors: undefined, typed, fault: called.problem.detail }, called.problem.status)
}

export const meta = () => [{ title: '考核通报' }]

/** The notice: drafted from the results, worded here, printed as a letter, made public. */
export default function NoticePage({
  loaderData: { organ, round, notice, done },
  actionData,
}: Route.ComponentProps) {
  const published = notice.publishedOn
  return (
    <>
      <Breadcrumb
        above={[
          { title: '考核评议', href: assessmentHref(organ) },
          { title: round.periodName, href: roundHref(organ, round.id) },
        ]}
        here="考核通报"
      />
      <PageHead
        title="考核通报"
        note={published === null ? '按考核结果起草，可以修改' : `${formatChinese(published)}公布`}
        acts={
          <>
            <a className="btn" href={noticeFileHref(organ, round.id, 'docx')}>
              下载 Word
            </a>
            <a className="btn" href={noticeFileHref(organ, round.id, 'pdf')}>
              下载 PDF
            </a>
          </>
        }
      />
      <div className="stack work-narrow">
        <RefusedNote title="没有办成" message={actionData?.fault} />
        {done !== null && actionData === undefined && (
          <Note state="ok" title={done === 'published' ? '已经公布' : '已经保存'} live>
            {done === 'published' ? '通报在公开网页上可以查阅。' : '尚未公布；下载的公文以保存的文字为准。'}
          </Note>
        )}
        {published === null ? (
          <Panel>
            <GuardedForm method="post" className="stack">
              <ErrorSummary errors={actionData?.errors} />
              <TextField
                name="title"
                label="标题"
                defaultValue={actionData?.typed.title ?? notice.title}
                error={actionData?.errors?.title}
              />
              <TextArea
                name="body"
                label="正文"
                hint="一段一行。名次和变化已经按考核结果写入。"
                rows={16}
                defaultValue={actionData?.typed.body ?? notice.paragraphs.join('\n')}
                error={actionData?.errors?.body}
              />
              <div className="deed__acts">
                <SubmitButton name="deed" value="publish">
                  公布
                </SubmitButton>
                <SubmitButton kind="plain" name="deed" value="save">
                  保存，暂不公布
                </SubmitButton>
              </div>
              <p>公布以后任何人都可以查阅，不能收回。</p>
            </GuardedForm>
          </Panel>
        ) : (
          <Panel title={notice.title}>
            {notice.paragraphs.map((each) => (
              <p key={each}>{each}</p>
            ))}
            <p>
              <a href={publicNoticeHref(organ, round.id)}>在公开网页上查看</a>
            </p>
          </Panel>
        )}
      </div>
    </>
  )
}
