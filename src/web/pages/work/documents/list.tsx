import { Form } from 'react-router'
import { fields, proactiveItems } from '../../../../law/catalogue.ts'
import { attributes, themes } from '../../../../law/classification.ts'
import { documentClasses } from '../../../../office/documents/classes.ts'
import { columns } from '../../../../office/documents/columns.ts'
import { stages } from '../../../../office/documents/life/state.ts'
import { validities } from '../../../../office/documents/validity.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { type Option, SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { type Tile, Tiles } from '../../../ui/tiles.tsx'
import { PageHead } from '../../../ui/work-shell.tsx'
import { deskOf } from '../../load-context.ts'
import { searchHref, searchPathOf } from '../../portal/search-query.ts'
import { namesAt } from '../colleagues.ts'
import { NextPage } from '../next-page.tsx'
import { told } from '../told.ts'
import { mayAt } from '../who.ts'
import type { Route } from './+types/list.ts'
import { documentsHref, newDocumentHref } from './document-href.ts'
import { stageMarks, turnOf } from './document-stage.ts'
import { DocumentTable } from './document-table.tsx'
import {
  askedDocuments,
  type DocumentFilterName,
  documentQuery,
  withFilter,
  wordsQuery,
} from './documents-filter.ts'
import { WordsFound } from './words-found.tsx'
import './documents.css'

/** Most documents that are shown before all others because they wait for this person. */
const ahead = 20

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const { organ } = params
  const { searchParams } = new URL(request.url)
  const asked = askedDocuments(searchParams)
  const query = documentQuery(asked)
  const after = searchParams.get('after')
  const { stage: _, ...anyStage } = query
  const [called, names] = await Promise.all([api.call('readMe', {}), namesAt(api, organ)])
  const me = told(called)
  const turn = turnOf(me, organ)
  const ofTurn = turn.length > 0 && after === null && asked.stage === undefined
  const words = after === null ? wordsQuery(asked) : null
  const [listed, tally, mine, said] = await Promise.all([
    api.call('listDocuments', {
      params: { organ },
      query: { ...query, ...(after !== null && { after }) } as object,
    }),
    api.call('tallyDocuments', {
      params: { organ },
      query: { ...anyStage, by: ['stage', 'class', 'attribute', 'year'] } as object,
    }),
    ofTurn
      ? api.call('listDocuments', {
          params: { organ },
          query: { ...query, stage: turn, limit: ahead } as object,
        })
      : null,
    words && api.call('search', { query: { ...words, organ } as object }),
  ])
  const wrong = !listed.ok && listed.problem.status === 400 ? listed.problem.detail : null
  const page = wrong === null ? told(listed) : { rows: [], next: null }
  // Who drafted something does not review it.
  const waits = (mine?.ok ? mine.body.rows : []).filter(
    ({ stage, drafter }) => drafter !== me.id || (stage !== 'reviewing' && stage !== 'signing'),
  )
  const rest = page.rows.filter(({ id }) => !waits.some((row) => row.id === id))
  const listedIds = new Set([...waits, ...rest].map(({ id }) => id))
  return {
    organName: me.grants.find((grant) => grant.organ === organ)?.organName ?? '',
    asked,
    names,
    turn,
    waits,
    rest,
    next: page.next,
    said: (said?.ok ? said.body.rows : []).filter(
      ({ id, kind }) => (kind === 'document' || kind === 'interpretation') && !listedIds.has(id),
    ),
    counts: tally.ok ? tally.body.rows : [],
    mayDraft: mayAt(me, organ, 'draftDocument'),
    wrong,
  }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `主动公开 · ${loaderData?.organName ?? ''}` },
]

type Counts = Route.ComponentProps['loaderData']['counts']

/** How many there are of each value of a key. */
function sums(counts: Counts, key: 'stage' | 'class' | 'attribute' | 'year') {
  const found = new Map<string, number>()
  for (const row of counts) {
    const value = String(row[key] ?? '')
    found.set(value, (found.get(value) ?? 0) + row.count)
  }
  return found
}

const captionsIn = (
  table: Readonly<Record<string, { readonly caption: string }>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(table).map(([key, { caption }]) => [key, caption]))

const optionsOf = (table: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(table).map(([value, label]) => ({ value, label }))

/** Those that there are, each with its number. */
const counted = (
  table: Readonly<Record<string, string>>,
  found: ReadonlyMap<string, number>,
): readonly Option[] =>
  optionsOf(table).flatMap(({ value, label }) => {
    const count = found.get(value)
    return count === undefined ? [] : [{ value, label: `${label}（${count}）` }]
  })

/** Documents of an organ, those that wait for this person first. The filter is the address. */
export default function Documents({ loaderData, params: { organ } }: Route.ComponentProps) {
  const { organName, asked, names, turn, waits, rest, next, said, counts, mayDraft, wrong } = loaderData
  const byStage = sums(counts, 'stage')
  const years = [...sums(counts, 'year').keys()]
    .filter((year) => year !== '')
    .toSorted()
    .toReversed()
  const tiles: readonly Tile[] = [
    {
      href: withFilter(asked, 'stage', null),
      label: '全部文件',
      count: counts.reduce((sum, { count }) => sum + count, 0),
      current: asked.stage === undefined,
    },
    ...(Object.keys(stages) as (keyof typeof stages)[]).flatMap((stage): readonly Tile[] => {
      const count = byStage.get(stage) ?? 0
      if (count === 0 && !turn.includes(stage) && asked.stage !== stage) return []
      return [
        {
          href: withFilter(asked, 'stage', stage),
          label: stages[stage],
          count,
          current: asked.stage === stage,
          state: stageMarks[stage],
        },
      ]
    }),
  ]
  const select = (name: DocumentFilterName, label: string, options: readonly Option[]) => (
    <SelectField name={name} label={label} empty="全部" options={options} defaultValue={asked[name] ?? ''} />
  )
  const text = (name: DocumentFilterName, label: string) => (
    <TextField name={name} label={label} autoComplete="off" defaultValue={asked[name]} />
  )
  const narrowed = Object.keys(asked).length > 0
  return (
    <div className="stack">
      <PageHead
        title="主动公开"
        note={organName}
        acts={
          mayDraft && (
            <LinkButton kind="primary" to={newDocumentHref(organ)}>
              起草文件
            </LinkButton>
          )
        }
      />
      <Tiles label="文件的阶段" tiles={tiles} />
      <Panel title="筛选">
        <Form method="get" className="work-filter noprint" noValidate key={JSON.stringify(asked)}>
          {text('title', '标题、正文中的文字')}
          {text('docNo', '发文字号')}
          {select('stage', '阶段', counted(stages, byStage))}
          {select('class', '信息种类', counted(captionsIn(documentClasses), sums(counts, 'class')))}
          {select('attribute', '公开属性', counted(attributes, sums(counts, 'attribute')))}
          {select('column', '栏目', optionsOf(captionsIn(columns)))}
          {select('item', '法定主动公开事项', optionsOf(captionsIn(proactiveItems)))}
          {select('theme', '主题分类', optionsOf(themes))}
          {select('field', '试点领域', optionsOf(fields))}
          {select(
            'year',
            '公开的年份',
            years.map((year) => ({ value: year, label: `${year}年` })),
          )}
          {select('validity', '有效性', optionsOf(validities))}
          {asked.reviewBy !== undefined && <input type="hidden" name="reviewBy" value={asked.reviewBy} />}
          <div className="work-filter__acts">
            <Button type="submit">筛选</Button>
            {narrowed && (
              <LinkButton kind="quiet" to={documentsHref(organ)}>
                清除
              </LinkButton>
            )}
          </div>
        </Form>
      </Panel>
      <Panel kind="list" title="文件" aside="没有公开的在前，最近公开的次之">
        <DocumentTable
          groups={[
            ...(waits.length > 0
              ? [{ key: 'turn', title: `轮到您办的 · ${waits.length} 份`, rows: waits }]
              : []),
            { key: 'rest', ...(waits.length > 0 && { title: '其他文件' }), rows: rest },
          ].filter(({ rows }) => rows.length > 0)}
          names={names}
          empty={
            <EmptyState
              title={
                wrong !== null
                  ? '筛选的条件需要改正'
                  : said.length > 0
                    ? '标题里没有这些词'
                    : '没有这样的文件'
              }
            >
              {wrong ??
                (narrowed
                  ? '放宽或者清除筛选的条件再看。'
                  : '起草的文件列在这里，从起草到发布、废止都能查到。')}
            </EmptyState>
          }
        />
      </Panel>
      <NextPage next={next} />
      <WordsFound rows={said} more={searchHref(searchPathOf(organ), { q: asked.title ?? '' })} />
    </div>
  )
}
