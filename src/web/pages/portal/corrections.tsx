import { data, Form, Link, redirect } from 'react-router'
import { correctionDays } from '../../../office/documents/records/record.ts'
import { Button } from '../../ui/button.tsx'
import { Cites } from '../../ui/cite.tsx'
import { ErrorSummary, type FormErrors } from '../../ui/error-summary.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PublicShell } from '../../ui/public-shell.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { deskOf } from '../load-context.ts'
import type { PageHandle } from '../page-handle.ts'
import type { Route } from './+types/corrections.ts'
import { type Typed, textIn, typedIn } from './apply-form.ts'
import { frameOf } from './frame.ts'
import { faultsIn, faultsOf, OwnWordsForm, ownWordsIn } from './own-words-form.tsx'
import { correctionsHref } from './portal-href.ts'
import './portal.css'

export const handle: PageHandle = { script: 'forms' }

const button = '提交纠错'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const about = new URL(request.url).searchParams.get('document')
  const { api } = deskOf(context)
  const [frame, told] = await Promise.all([
    frameOf(context, params.organ),
    about === null ? null : api.call('readPublished', { params: { organ: params.organ, document: about } }),
  ])
  // Of an organ that is no more nobody would answer; its pages say who took over.
  if (frame.organ.closed != null) throw data(null, { status: 404 })
  return { frame, about: told?.ok ? { title: told.body.title, path: told.body.path } : null, now: Date.now() }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const typed = typedIn(await request.formData())
  const stay = (errors: FormErrors) => data({ errors, typed }, 422)
  if (textIn(typed, 'intent') === 'find') {
    const number = textIn(typed, 'number')
    if (number === '') return stay({ number: '请填写登记编号，写在提交后的页面上。' })
    const found = await deskOf(context).api.call('readCorrection', {
      params: { organ: params.organ, record: number },
    })
    return found.ok
      ? redirect(correctionsHref(params.organ, number))
      : stay({ number: '没有这个编号，请核对；编号区分字母大小写。' })
  }
  const faults = faultsIn(typed, '请写明哪里有误、应当是什么，或者什么应当公开没有公开。', button, Date.now())
  if (faults !== null) return stay(faults)
  const document = new URL(request.url).searchParams.get('document')
  const told = await deskOf(context).api.call('reportError', {
    params,
    body: { document, ...ownWordsIn(typed) },
  })
  return told.ok ? redirect(correctionsHref(params.organ, told.body.id)) : stay(faultsOf(told.problem))
}

const title = '纠错'

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${title} · ${loaderData?.frame.organ.name ?? ''}` },
  { name: 'robots', content: 'noindex' },
]

/** Where an error in what is public is reported, or that something is not public (条例§47、§51). */
export default function Corrections({ loaderData, actionData }: Route.ComponentProps) {
  const { frame, about, now } = loaderData
  const { errors, typed = {} } = (actionData ?? {}) as {
    readonly errors?: FormErrors
    readonly typed?: Typed
  }
  return (
    <PublicShell organ={frame.organ} place={{ above: [], here: title }}>
      <div className="portal portal--narrow">
        <h1>纠错</h1>
        <ErrorSummary errors={errors} />
        <Panel title={about === null ? '公开的信息有误，或者应当公开没有公开' : '这份信息有误'} kind="wide">
          <OwnWordsForm
            label="哪里有误"
            hint="写明原文、应当是什么，或者哪个链接、附件打不开。请不要写身份证号码等个人信息。"
            button={button}
            typed={typed}
            errors={errors}
            now={now}
          >
            {about !== null && (
              <p>
                <Link to={about.path}>{about.title}</Link>
              </p>
            )}
            <p>
              {correctionDays}个工作日内答复，凭登记编号查看。认为侵犯合法权益的，另见
              <Link to={`${frame.organ.home}/contact`}>投诉、举报</Link>。{' '}
              <Cites of={['条例§47', '条例§51']} audience="public" />
            </p>
          </OwnWordsForm>
        </Panel>
        <Panel title="查看答复" kind="wide">
          <Form className="portal__form noprint" method="post" noValidate>
            <TextField
              name="number"
              label="登记编号"
              defaultValue={textIn(typed, 'number')}
              error={errors?.number}
              autoComplete="off"
            />
            <p>
              <Button type="submit" name="intent" value="find">
                查看
              </Button>
            </p>
          </Form>
        </Panel>
      </div>
    </PublicShell>
  )
}
