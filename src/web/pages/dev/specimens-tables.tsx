import { Badge } from '../../ui/badge.tsx'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TabLinks } from '../../ui/tabs.tsx'
import { Tally, Tiles } from '../../ui/tiles.tsx'
import { Specimen, State } from './specimen.tsx'

interface Row {
  readonly number: string
  readonly title: string
  readonly state: 'late' | 'soon' | 'prov' | 'ok'
  readonly word: string
  readonly due: string
  readonly left: string
  readonly person: string
}

const row = (
  number: string,
  title: string,
  state: Row['state'],
  word: string,
  due: string,
  left: string,
): Row => ({ number, title, state, word, due, left, person: '黄办' })

const first: readonly Row[] = [
  row('青石-2026-0012', '青石镇2025年村级道路硬化项目验收资料', 'late', '逾期', '12月7日', '已过 1 个工作日'),
  row('青石-2026-0013', '石桥村宅基地审批结果（2024—2026年）', 'soon', '今天', '12月8日', '今天 17:30 前'),
  row('青石-2026-0020', '要求公开镇政府食堂采购合同', 'soon', '临近', '12月9日', '剩 1 个工作日'),
]
const waiting: readonly Row[] = [
  row(
    '青石-2026-0017',
    '青石镇农贸市场改造工程的施工合同和付款凭证',
    'prov',
    '暂定',
    '2027年1月8日',
    '剩 15 个工作日，暂停',
  ),
]
const others: readonly Row[] = [
  row('青石-2026-0021', '青石镇应急避难场所清单', 'ok', '正常', '12月30日', '剩 16 个工作日'),
]

const columns: readonly Column<Row>[] = [
  { key: 'state', head: '状态', cell: ({ state, word }) => <Badge state={state}>{word}</Badge> },
  {
    key: 'title',
    head: '事项',
    names: true,
    cell: ({ title, number }) => (
      <>
        <a className="plain" href="#case">
          {title}
        </a>
        <small>{number}</small>
      </>
    ),
  },
  {
    key: 'due',
    head: '到期',
    kind: 'keep',
    sortHref: '?sort=-due',
    sorted: 'ascending',
    cell: ({ due, left, state }) => (
      <>
        {state === 'prov' ? <span className="day--prov">{due}</span> : due}
        <small>{left}</small>
      </>
    ),
  },
  { key: 'person', head: '承办', sortHref: '?sort=person', cell: ({ person }) => person },
]

/** Lists, numbers and ways between pages. */
export function TableSpecimens() {
  return (
    <>
      <Specimen name="tiles">
        <State of="按状态筛选">
          <Tiles
            label="按状态筛选"
            tiles={[
              { href: '?all', label: '全部在办', count: 11, note: '今年已办结 9 件', current: true },
              { href: '?late', label: '逾期', count: 1, note: '需说明原因', state: 'late' },
              { href: '?soon', label: '三日内到期', count: 3, note: '含今天 1 件', state: 'soon' },
              {
                href: '?wait',
                label: '等待他人',
                count: 4,
                note: '第三方、机关 2 · 申请人 2',
                state: 'wait',
              },
              { href: '?ok', label: '正常', count: 3, note: '剩 8 个工作日以上', state: 'ok' },
              { href: '?new', label: '未登记来件', count: 3, note: '最早 12月7日', state: 'new' },
            ]}
          />
        </State>
      </Specimen>

      <Specimen name="tally">
        <State of="几个数">
          <Tally
            counts={[
              { label: '错误', count: 2, bad: true },
              { label: '待核', count: 1 },
              { label: '提示', count: 3 },
              { label: '算式成立', count: 29, of: 42 },
            ]}
          />
        </State>
      </Specimen>

      <Specimen name="data-table">
        <State of="分组、排序、可选">
          <Panel kind="list" title="在办申请" aside="按到期先后">
            <DataTable
              caption="在办申请"
              columns={columns}
              groups={[
                { key: 'first', title: '先办这些 · 3 件', rows: first },
                { key: 'waiting', title: '等待他人 · 1 件', rows: waiting },
                { key: 'others', title: '正常 · 1 件', rows: others },
              ]}
              keyOf={({ number }) => number}
              stateOf={({ state }) => (state === 'ok' ? null : state)}
              picks={{ name: 'cases', form: 'bulk', labelOf: ({ number }) => `选择 ${number}` }}
              empty={<EmptyState title="没有在办的申请" />}
            />
            <Pagination page={2} pages={9} total="432 件" hrefOf={(page) => `?page=${page}`} />
          </Panel>
        </State>
        <State of="没有内容">
          <Panel kind="list" title="逾期">
            <DataTable
              caption="逾期的申请"
              columns={columns}
              groups={[{ key: 'none', rows: [] }]}
              keyOf={({ number }) => number}
              empty={<EmptyState title="没有逾期的申请">所有在办申请都在期限内。</EmptyState>}
            />
          </Panel>
        </State>
      </Specimen>

      <Specimen name="breadcrumb">
        <State of="当前位置">
          <Breadcrumb
            above={[
              { title: '政府信息公开', href: '/a' },
              { title: '依申请公开', href: '/b' },
            ]}
            here="办理进度"
          />
        </State>
      </Specimen>

      <Specimen name="tab-links">
        <State of="同一事项的几个页面">
          <TabLinks
            label="本件"
            links={[
              { href: '?a', title: '办理', current: true },
              { href: '?b', title: '文书' },
              { href: '?c', title: '附件' },
              { href: '?d', title: '日志' },
            ]}
          />
        </State>
      </Specimen>
    </>
  )
}
