import { Link } from 'react-router'
import { type ResponseMeans, responseMeans } from '../../../../office/documents/records/clocks.ts'
import type { AnsweredBy } from '../../../desk/api.ts'
import { Cites } from '../../../ui/cite.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { YearLinks } from '../administration/year-links.tsx'
import { recordsHref } from './disclosure-href.ts'

type Responded = AnsweredBy<'countResponses'>
type Row = Responded['rows'][number]

const number = (key: string, head: string, of: (row: Row) => number): Column<Row> => ({
  key,
  head,
  kind: 'number',
  cell: of,
})

/** Responses to public concern in a year, as the yearly statistics ask for them; each organ a line. */
export function Responses({ organ, year, rows }: Responded & { readonly organ: string }) {
  return (
    <Panel kind="list" title={`${year}年回应关切`} aside={<YearLinks year={year} />}>
      <DataTable
        caption={`${year}年回应关切的次数`}
        keyOf={(row) => row.organ}
        groups={[{ key: 'all', rows }]}
        empty={null}
        columns={[
          {
            key: 'name',
            head: '机关',
            names: true,
            cell: (row) =>
              row.organ === organ ? row.name : <Link to={recordsHref(row.organ, 'concern')}>{row.name}</Link>,
          },
          number('concerns', '舆情', ({ concerns }) => concerns),
          ...(Object.keys(responseMeans) as ResponseMeans[]).map((means) =>
            number(means, responseMeans[means], (row) => row.means[means] ?? 0),
          ),
          number('byHead', '主要负责人', ({ byHead }) => byHead),
        ]}
      />
      <p className="panel__foot">
        按回应的日期计入年度；在舆情中登记的每一次回应计一次。{' '}
        <Cites of={['政务公开细则']} audience="staff" />
      </p>
    </Panel>
  )
}
