import { Form } from 'react-router'
import { SubmitButton } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { deskOf } from '../../load-context.ts'
import { told } from '../told.ts'
import type { Route } from './+types/versions.ts'
import { type ChangedFact, changedFacts, metadataLabels } from './document-facts.tsx'
import { DocumentHead } from './document-head.tsx'
import { contentIn, openDocument } from './open-document.ts'

type Line = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { api, forms } = deskOf(context)
  const document = await openDocument(api, params)
  const { work, versions } = document
  const contents = [...versions.map(({ content }) => content), ...(work === null ? [] : [work.content])]
  const { searchParams } = new URL(request.url)
  const asked = (name: string, otherwise: number) => {
    const number = Number(searchParams.get(name) ?? otherwise)
    return Number.isInteger(number) && number >= 1 && number <= contents.length ? number : otherwise
  }
  const to = asked('to', contents.length)
  const from = asked('from', Math.max(1, to - 1))
  const { rows } = told(await api.call('compareVersions', { params, query: { from, to } }))
  const filesIn = (number: number) => (versions[number - 1] ?? work)?.files ?? []
  const gone = filesIn(from).filter(({ id }) => !filesIn(to).some((file) => file.id === id))
  const come = filesIn(to).filter(({ id }) => !filesIn(from).some((file) => file.id === id))
  return {
    title: contentIn(document).title,
    options: contents.map((_, place) => ({
      value: String(place + 1),
      label: `第 ${place + 1} 版${place === versions.length ? '（办理中）' : ''}`,
    })),
    ...{ from, to, labels: metadataLabels(forms) },
    facts: changedFacts(contents[from - 1]!, contents[to - 1]!),
    lines: rows,
    files: [
      ...gone.map(({ name }): Line => ({ kind: 'removed', text: name })),
      ...come.map(({ name }): Line => ({ kind: 'added', text: name })),
    ],
  }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [{ title: `比较版本 · ${loaderData?.title ?? ''}` }]

/** Unchanged lines that stand around a change; more of them are folded away. */
const around = 2

/** Lines in runs; a long run that did not change keeps its ends alone. */
function runsOf(lines: readonly Line[]): readonly (Line | number)[] {
  const near = lines.map((_, at) =>
    lines.slice(Math.max(0, at - around), at + around + 1).some(({ kind }) => kind !== 'same'),
  )
  const told: (Line | number)[] = []
  for (const [at, line] of lines.entries()) {
    const last = told.at(-1)
    if (near[at]) told.push(line)
    else if (typeof last === 'number') told[told.length - 1] = last + 1
    else told.push(1)
  }
  return told
}

/** What is another in one version than in the one before: metadata, text, attachments. */
export default function Versions({ loaderData, params: { organ, id } }: Route.ComponentProps) {
  const { title, options, from, to, facts, lines, files, labels } = loaderData
  const changed = lines.some(({ kind }) => kind !== 'same')
  return (
    <>
      <DocumentHead organ={organ} document={{ id, title }} title="比较版本" note={title} />
      <div className="stack">
        <Panel>
          <Form method="get" className="work-filter noprint" key={`${from} ${to}`}>
            <SelectField name="from" label="原来的" options={options} defaultValue={String(from)} />
            <SelectField name="to" label="后来的" options={options} defaultValue={String(to)} />
            <div className="work-filter__acts">
              <SubmitButton pending="正在比较…">比较</SubmitButton>
            </div>
          </Form>
        </Panel>
        <Panel kind="list" title="元数据" aside={`${facts.length} 项不同`}>
          <DataTable
            caption="元数据的不同"
            columns={[
              { key: 'key', head: '项目', names: true, cell: ({ key }: ChangedFact) => labels[key] ?? key },
              { key: 'before', head: `第 ${from} 版`, cell: ({ before }) => before || '没有填写' },
              { key: 'after', head: `第 ${to} 版`, cell: ({ after }) => after || '没有填写' },
            ]}
            groups={[{ key: 'all', rows: facts }]}
            keyOf={({ key }) => key}
            empty={<EmptyState title="元数据相同" />}
          />
        </Panel>
        <Panel title="正文" aside={changed ? '删去的划线，增加的加下划线' : '相同'}>
          {changed ? <Changes lines={runsOf(lines)} /> : <p className="text-ink-2">正文没有改动。</p>}
        </Panel>
        {files.length > 0 && (
          <Panel title="附件">
            <Changes lines={files} />
          </Panel>
        )}
      </div>
    </>
  )
}

const words = { removed: '删去：', added: '增加：' } as const

const Changes = ({ lines }: { readonly lines: readonly (Line | number)[] }) => (
  <ul className="doc-changes">
    {lines.map((line, place) => {
      const key = place
      if (typeof line === 'number')
        return (
          <li key={key} data-kind="fold">
            未改动的 {line} 行
          </li>
        )
      const { kind, text } = line
      if (kind === 'same') return <li key={key}>{text}</li>
      const Tag = kind === 'removed' ? 'del' : 'ins'
      return (
        <li key={key} data-kind={kind}>
          <span className="sr">{words[kind]}</span>
          <Tag>{text === '' ? '（空行）' : text}</Tag>
        </li>
      )
    })}
  </ul>
)
