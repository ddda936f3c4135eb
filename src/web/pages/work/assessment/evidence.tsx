import { data, Form, Link, redirect } from 'react-router'
import { formatChinese } from '../../../../law/day.ts'
import type { Called } from '../../../desk/api.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { SubmitButton } from '../../../ui/button.tsx'
import { ComboBox } from '../../../ui/combo-box.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { RefusedNote } from '../refused-note.tsx'
import { told } from '../told.ts'
import { mayAt } from '../who.ts'
import type { Route } from './+types/evidence.ts'
import { assessmentHref, evidenceHref, packHref } from './assessment-href.ts'
import { chosenThing, thingCalled, thingsListed } from './evidence-thing.ts'

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const { searchParams } = new URL(request.url)
  const asked = Number(searchParams.get('year')) || undefined
  const [me, box] = await Promise.all([
    api.call('readMe', {}).then(told),
    api.call('listEvidence', { params, query: asked === undefined ? {} : { year: asked } }).then(told),
  ])
  const files = mayAt(me, params.organ, 'answerAssessment')
  const chosen = chosenThing(request)
  const things = files ? await thingsListed(api, params.organ, chosen) : []
  const thing = things.find(({ ref }) => ref === chosen)?.shown
  return { organ: params.organ, ...box, files, things, thing }
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { api } = deskOf(context)
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const year = Number(text('year'))
  const removed = text('remove')
  const chosen = text('place') || text('placeOf')
  const [system = '', leaf = ''] = chosen.split('|')
  const typed = { place: chosen, thing: text('thing') }
  const fault = (message: string, status: number) => data({ fault: message, typed }, status)
  const place = { system, leaf, year }
  if (removed === '' && leaf === '') return fault('请选择对应哪一项指标。', 422)
  let called: Called<unknown>
  if (removed !== '')
    called = await api.call('removeEvidence', {
      params: { ...params, evidence: removed },
      body: { reason: '在页面上移出' },
    })
  else if (text('kind') === 'file') {
    const sent = new FormData()
    for (const [name, value] of Object.entries({ ...place, year: String(year), title: text('title') }))
      sent.append(name, value)
    sent.append('file', form.get('file') as File)
    called = await api.send('uploadEvidence', { params, form: sent })
  } else {
    const thing = await thingCalled(api, params.organ, text('thing'), chosenThing(request))
    if (typeof thing === 'string') return fault(thing, 422)
    called = await api.call('fileEvidence', {
      params,
      body: { ...place, kind: thing.kind, ref: thing.ref },
    })
  }
  return called.ok
    ? redirect(evidenceHref(params.organ, year))
    : fault(called.problem.detail, called.problem.status)
}

export const meta = () => [{ title: '佐证材料' }]

/** The evidence box: what is filed when it happens need not be looked for in December. */
export default function EvidencePage({ loaderData, actionData }: Route.ComponentProps) {
  const { organ, year, rows, leaves, files, things } = loaderData
  const places = leaves.map(({ system, leaf, caption, wants }) => ({
    value: `${system}|${leaf}`,
    label: `${leaf} ${caption}${wants === '' ? '' : `（要求：${wants}）`}`,
  }))
  return (
    <>
      <Breadcrumb above={[{ title: '考核评议', href: assessmentHref(organ) }]} here="佐证材料" />
      <PageHead
        title={`${year}年佐证材料`}
        note="事情办完时随手留存，年底一次打包"
        acts={
          <>
            <Link className="btn" to={evidenceHref(organ, year - 1)}>
              看{year - 1}年
            </Link>
            <a className="btn btn--primary" href={packHref(organ, year)}>
              打包下载
            </a>
          </>
        }
      />
      <div className="stack">
        <RefusedNote title="没有留存" message={actionData?.fault} />
        <Panel kind="list" title="已经留存的" aside={`${rows.length} 份`}>
          <DataTable
            caption="已经留存的佐证材料"
            keyOf={({ id }) => id}
            groups={[...Map.groupBy(rows, ({ leaf, caption }) => `${leaf} ${caption}`)].map(
              ([title, each]) => ({
                key: title,
                title,
                rows: each,
              }),
            )}
            empty={
              <EmptyState title="还没有留存">
                每次培训、会议、公开、答复以后，把材料留存到对应的指标。
              </EmptyState>
            }
            columns={[
              { key: 'title', head: '材料', names: true, cell: ({ title }) => title },
              { key: 'kind', head: '种类', kind: 'keep', cell: ({ kindCaption }) => kindCaption },
              { key: 'on', head: '留存', kind: 'keep', cell: ({ filedOn }) => formatChinese(filedOn) },
              ...(files
                ? [
                    {
                      key: 'remove',
                      head: '办理',
                      kind: 'keep' as const,
                      cell: ({ id, title }: (typeof rows)[number]) => (
                        <Form method="post">
                          <input type="hidden" name="remove" value={id} />
                          <input type="hidden" name="year" value={year} />
                          <SubmitButton kind="quiet" small aria-label={`移出${title}`}>
                            移出
                          </SubmitButton>
                        </Form>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        </Panel>
        {files && places.length === 0 && (
          <Note>上级机关还没有对本机关开展考核，没有可以对应的指标；开展以后就可以留存。</Note>
        )}
        {files && places.length > 0 && (
          <Panel title="留存材料">
            <div className="stack" key={rows.map(({ id }) => id).join()}>
              <Form method="post" encType="multipart/form-data" className="stack" noValidate>
                <input type="hidden" name="kind" value="file" />
                <input type="hidden" name="year" value={year} />
                <h3>上传文件</h3>
                <SelectField name="place" label="对应的指标" empty="请选择" options={places} />
                <TextField name="title" label="材料名称" hint="不填的用文件名；不要写个人信息。" />
                <FileField name="file" label="文件" />
                <SubmitButton>留存文件</SubmitButton>
              </Form>
              <Form method="post" className="stack" noValidate>
                <input type="hidden" name="year" value={year} />
                <h3>系统里已有的</h3>
                <SelectField
                  name="placeOf"
                  label="这份材料对应的指标"
                  empty="请选择"
                  options={places}
                  defaultValue={actionData?.typed.place}
                />
                <ComboBox
                  name="thing"
                  label="办件、文件、任务或者年度报告"
                  hint="输入登记编号、文件标题、文号、索引号、任务名称中的几个字，从列表中选择。"
                  candidates={things.map(({ shown, kindCaption, note }) => ({
                    label: shown,
                    note: [kindCaption, note].filter((each) => each !== '').join('，'),
                  }))}
                  defaultValue={actionData?.typed.thing ?? loaderData.thing}
                />
                <SubmitButton kind="plain">留存</SubmitButton>
              </Form>
            </div>
          </Panel>
        )}
      </div>
    </>
  )
}
