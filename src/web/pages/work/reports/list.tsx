import { useEffect } from 'react'
import { data, Form, useRevalidator } from 'react-router'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { NextPage } from '../next-page.tsx'
import { reportsHref } from '../rooms.ts'
import { told } from '../told.ts'
import type { Route } from './+types/list.ts'
import { organsBelow } from './organs-below.ts'
import { reportStates } from './report-words.ts'
import { ReportsTable } from './reports-table.tsx'
import { keepFiles } from './upload.ts'
import { UploadZone } from './upload-zone.tsx'
import './reports.css'

const filters = ['year', 'about', 'state', 'q'] as const

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const { searchParams } = new URL(request.url)
  const asked = Object.fromEntries(
    filters.flatMap((name) => {
      const value = searchParams.get(name)?.trim() ?? ''
      return value === '' ? [] : [[name, value]]
    }),
  ) as Partial<Record<(typeof filters)[number], string>>
  const after = searchParams.get('after')
  const { organ } = params
  const [listed, organs] = await Promise.all([
    api.call('listExaminedReports', {
      params: { organ },
      query: { ...asked, ...(after !== null && { after }) } as object,
    }),
    organsBelow(api, organ),
  ])
  const wrong = !listed.ok && listed.problem.status === 400 ? listed.problem : null
  const page = wrong === null ? told(listed) : { rows: [], next: null }
  const errors = Object.fromEntries((wrong?.errors ?? []).map(({ field, message }) => [field, message]))
  return { organ, organName: organs[0]?.name ?? '', organs, asked, errors, ...page }
}

/** Keeps files that were sent without script. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const outcome = await keepFiles(deskOf(context).api, params.organ, request)
  return data(outcome, { status: 'fault' in outcome ? 422 : 200 })
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `年报核查 · ${loaderData?.organName ?? ''}` },
]

/** Milliseconds between two looks at whether reports have been read. */
const pause = 2000

/** Reports that others published: put in, listed with what was read and found. The filter is the address. */
export default function Reports({ loaderData, actionData }: Route.ComponentProps) {
  const { organ, organName, organs, asked, errors, rows, next } = loaderData
  const waiting = rows.some(({ state }) => state === 'waiting')
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(revalidate, pause)
    return () => clearInterval(timer)
  }, [waiting, revalidate])
  const names = Object.fromEntries(organs.map(({ id, name }) => [id, name]))
  const narrowed = Object.keys(asked).length > 0
  return (
    <div className="stack">
      <PageHead title="年报核查" note={`${organName} · 读一份已经写好的年度报告，逐格核对`} />
      <Panel title="收存报告">
        <UploadZone organ={organ} rows={rows} outcome={actionData} />
      </Panel>
      <Panel title="筛选">
        <Form method="get" className="work-filter noprint" noValidate key={JSON.stringify(asked)}>
          <TextField
            name="year"
            label="年度"
            placeholder="如 2025"
            inputMode="numeric"
            autoComplete="off"
            defaultValue={asked.year}
            error={errors.year}
          />
          <SelectField
            name="about"
            label="对应机关"
            empty="全部"
            options={organs.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={asked.about ?? ''}
          />
          <SelectField
            name="state"
            label="状态"
            empty="全部"
            options={Object.entries(reportStates).map(([value, { word }]) => ({ value, label: word }))}
            defaultValue={asked.state ?? ''}
          />
          <TextField name="q" label="机关名称" autoComplete="off" defaultValue={asked.q} />
          <div className="work-filter__acts">
            <Button type="submit" kind="primary">
              筛选
            </Button>
            {narrowed && (
              <LinkButton kind="quiet" to={reportsHref(organ)}>
                清除
              </LinkButton>
            )}
          </div>
        </Form>
      </Panel>
      <Panel kind="list" title="收存的报告" aside="最近收存的在前">
        <ReportsTable organ={organ} rows={rows} names={names} narrowed={narrowed} />
      </Panel>
      <NextPage next={next} />
    </div>
  )
}
