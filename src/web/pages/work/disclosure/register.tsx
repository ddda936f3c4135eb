import { Link } from 'react-router'
import { formatChinese, yearOf } from '../../../../law/day.ts'
import { countedClasses, documentClasses } from '../../../../office/documents/classes.ts'
import {
  type RegisterColumn,
  type RegisterRow,
  registerCaptions,
  registerColumns,
  registerRows,
} from '../../../../office/documents/register.ts'
import { validities } from '../../../../office/documents/validity.ts'
import type { AnsweredBy } from '../../../desk/api.ts'
import { Cites } from '../../../ui/cite.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { deskOf } from '../../load-context.ts'
import { YearLinks } from '../administration/year-links.tsx'
import { documentHref } from '../documents/document-href.ts'
import { annualHref } from '../rooms.ts'
import { told } from '../told.ts'
import { mayAt } from '../who.ts'
import type { Route } from './+types/register.ts'
import { askedYear } from './asked-year.ts'
import { DisclosureHead } from './disclosure-head.tsx'
import { disclosurePageHref } from './disclosure-href.ts'
import { fileHref } from './file-href.ts'
import { openDisclosure } from './open-disclosure.ts'

const isRow = (text: string | null): text is RegisterRow => registerRows.includes(text as RegisterRow)
const isColumn = (text: string | null): text is RegisterColumn =>
  registerColumns.includes(text as RegisterColumn)

export async function loader({ params: { organ }, request, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const { searchParams } = new URL(request.url)
  const { me, frame } = await openDisclosure(api, organ)
  const year = askedYear(searchParams) ?? yearOf(me.today)
  const [row, column] = [searchParams.get('row'), searchParams.get('column')]
  const { figures, documents } = told(await api.call('readRegister', { params: { organ, year } }))
  const cell = { row: isRow(row) ? row : 'normative', column: isColumn(column) ? column : 'inForce' } as const
  return {
    frame,
    year,
    figures,
    cell,
    documents: documents[cell.row][cell.column],
    readsReport: mayAt(me, organ, 'readReport'),
  }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `${loaderData?.year ?? ''}年规章和规范性文件目录 · ${loaderData?.frame.organName ?? ''}` },
]

/** The register of a year: three figures for each row, and the documents behind the one that is open. */
export default function Register({ loaderData }: Route.ComponentProps) {
  const { frame, year, figures, cell, documents, readsReport } = loaderData
  const { organ } = frame
  const here = disclosurePageHref(organ, 'register')
  const captionOf = (row: RegisterRow) => documentClasses[countedClasses[row]].caption
  const title = `${captionOf(cell.row)}：${registerCaptions[cell.column]}`
  return (
    <div className="stack">
      <DisclosureHead
        frame={frame}
        title="规章和规范性文件目录"
        note={`${year}年`}
        acts={<YearLinks year={year} />}
      />
      <Panel kind="list" title={`${year}年的数字`} aside="数字点开是所数的文件">
        <DataTable
          caption={`${year}年制发、废止和现行有效的件数`}
          keyOf={(row) => row}
          groups={[{ key: 'all', rows: registerRows }]}
          empty={null}
          columns={[
            { key: 'row', head: '种类', names: true, cell: captionOf },
            ...registerColumns.map((column) => ({
              key: column,
              head: registerCaptions[column],
              kind: 'number' as const,
              cell: (row: RegisterRow) => (
                <Link
                  to={`${here}?${new URLSearchParams({ year: String(year), row, column })}`}
                  aria-current={row === cell.row && column === cell.column ? 'true' : undefined}
                  aria-label={`${captionOf(row)}：${registerCaptions[column]} ${figures[row][column]}件`}
                  preventScrollReset
                >
                  {figures[row][column]}
                </Link>
              ),
            })),
          ]}
        />
        <p className="panel__foot">
          年度报告第二部分取自这里。 <Cites of={['条例§20(1)', '条例§50']} audience="staff" />{' '}
          {readsReport && <Link to={annualHref(organ)}>看年度报告</Link>}
        </p>
      </Panel>
      <Panel kind="list" title={title} aside={`${documents.length} 件`}>
        <DataTable
          caption={title}
          keyOf={({ id }) => id}
          groups={[{ key: 'all', rows: documents }]}
          empty={
            <EmptyState title="没有文件">{year}年没有这样的文件；可以换一个年份或者一格数字。</EmptyState>
          }
          columns={registerListColumns(organ)}
        />
      </Panel>
      <Note>
        <p className="noprint">
          导出{year}年的目录：{' '}
          <a href={fileHref(organ, 'register', { year: String(year) })} download>
            XLSX
          </a>{' '}
          <a href={fileHref(organ, 'register', { year: String(year), format: 'csv' })} download>
            CSV
          </a>
        </p>
        没有列入的，请看文件是否已经签发或者发布；因重复、差错撤下的不计。
      </Note>
    </div>
  )
}

type Document = AnsweredBy<'readRegister'>['documents']['rules']['issued'][number]

const dayOr = (day: Document['madeOn']): string => (day === null ? '—' : formatChinese(day))

const registerListColumns = (organ: string) => [
  {
    key: 'title',
    head: '标题',
    names: true,
    cell: ({ id, title }: Document) => <Link to={documentHref(organ, id)}>{title}</Link>,
  },
  { key: 'docNo', head: '发文字号', kind: 'keep' as const, cell: ({ docNo }: Document) => docNo ?? '—' },
  { key: 'madeOn', head: '成文', kind: 'keep' as const, cell: ({ madeOn }: Document) => dayOr(madeOn) },
  {
    key: 'publishedOn',
    head: '公开',
    kind: 'keep' as const,
    cell: ({ publishedOn }: Document) => dayOr(publishedOn),
  },
  {
    key: 'validity',
    head: '今天的效力',
    kind: 'keep' as const,
    cell: ({ validity }: Document) => (validity === null ? '—' : validities[validity]),
  },
]
