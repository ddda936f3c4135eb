import { redirect } from 'react-router'
import { formatChinese } from '../../../../law/day.ts'
import { gravities } from '../../../../office/documents/checks/check.ts'
import type { AnsweredBy } from '../../../desk/api.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Note } from '../../../ui/note.tsx'
import { type Tile, Tiles } from '../../../ui/tiles.tsx'
import { deskOf } from '../../load-context.ts'
import { NextPage } from '../next-page.tsx'
import { told } from '../told.ts'
import { mayAt } from '../who.ts'
import type { Route } from './+types/watch.ts'
import { CheckPanel } from './check-panel.tsx'
import { DisclosureHead } from './disclosure-head.tsx'
import { disclosureHref, disclosurePageHref, findingsHref, recordsHref } from './disclosure-href.ts'
import { tileMarks } from './gravity-marks.ts'
import { openDisclosure } from './open-disclosure.ts'
import { VetoNote } from './veto-note.tsx'

/** Findings of one check shown at once: among the others, and alone. */
const few = 5
const pageSize = 50

export async function loader({ params: { organ }, request, context }: Route.LoaderArgs) {
  const { api } = deskOf(context)
  const { searchParams } = new URL(request.url)
  const [asked, gravity] = [searchParams.get('check'), searchParams.get('gravity')]
  const after = searchParams.get('after')
  const query =
    asked === null
      ? { each: few, limit: 200, ...(gravity !== null && { gravity }) }
      : { check: asked, limit: pageSize, ...(after !== null && { after }) }
  const [{ me, frame }, checked, overseen] = await Promise.all([
    openDisclosure(api, organ),
    api.call('checkDocuments', { params: { organ }, query: query as object }),
    api.call('overseeDisclosure', { params: { organ } }),
  ])
  // No such check or gravity, or a mark of another page: from the beginning.
  if (!checked.ok && checked.problem.status === 400) throw redirect(disclosureHref(organ))
  const { checks, rows, next } = told(checked)
  const { asOf, rows: lines } = told(overseen)
  const alone = checks.find(({ id }) => id === asked) ?? null
  const shown =
    alone !== null ? [alone] : checks.filter((check) => gravity === null || check.gravity === gravity)
  return {
    frame,
    asOf,
    // Who only oversees sees what is amiss; mending is for the organ's own staff.
    mayMend: mayAt(me, organ, 'amendDocument'),
    line: lines[0] ?? null,
    gravity: alone === null ? gravity : null,
    alone: alone?.id ?? null,
    next: alone === null ? null : next,
    groups: shown.flatMap((check) => {
      const found = rows.filter((row) => row.check === check.id)
      return found.length === 0 && alone === null ? [] : [{ check, rows: found }]
    }),
  }
}

export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: `发布后检查 · ${loaderData?.frame.organName ?? ''}` },
]

/** What needs doing after publication: the named checks, each with its article, what to do, and where. */
export default function Watch({ loaderData }: Route.ComponentProps) {
  const { frame, asOf, mayMend, line, gravity, alone, next, groups } = loaderData
  const { organ } = frame
  return (
    <div className="stack">
      <DisclosureHead
        frame={frame}
        title="发布后检查"
        note={`截至${formatChinese(asOf)}`}
        acts={<Button onClick={() => window.print()}>打印</Button>}
      />
      {line !== null && <VetoNote {...line} stale={line.stale.length} blank={line.blank.length} />}
      {line !== null && <Tiles label="需要处理的" tiles={tilesOf(organ, line, gravity)} />}
      {(gravity !== null || alone !== null) && (
        <p className="noprint">
          <LinkButton small to={disclosureHref(organ)}>
            看全部检查
          </LinkButton>
        </p>
      )}
      {groups.map(({ check, rows }) => (
        <CheckPanel
          key={check.id}
          organ={organ}
          check={check}
          rows={rows}
          alone={alone !== null}
          mayMend={mayMend}
        />
      ))}
      {groups.length === 0 && (
        <EmptyState title="没有发现需要处理的信息">
          每天检查一次：失效、逾期、解读、个人信息、元数据、链接等。发现的列在这里，写明依据和办法。
        </EmptyState>
      )}
      <NextPage next={next} />
      {groups.length === 0 ? null : (
        <Note>检查只看登记和正文，不能代替阅看。发现有误的，按“办理”一栏改正；改正后当天不再列出。</Note>
      )}
    </div>
  )
}

type Line = AnsweredBy<'overseeDisclosure'>['rows'][number]

function tilesOf(organ: string, line: Line, gravity: string | null): readonly Tile[] {
  const { findings, stale, blank, idle, concerns, concernsLate, corrections, correctionsLate } = line
  const late = (count: number) => (count > 0 ? ({ state: 'late' } as const) : {})
  return [
    ...(['fault', 'warning', 'note'] as const).map((key) => ({
      href: findingsHref(organ, { gravity: key }),
      label: gravities[key],
      count: findings[key],
      note: '条',
      current: gravity === key,
      ...(findings[key] > 0 && key in tileMarks && { state: tileMarks[key]! }),
    })),
    {
      href: disclosurePageHref(organ, 'columns'),
      label: '栏目过期、空白',
      count: stale.length + blank.length,
      note: `过期 ${stale.length}，空白 ${blank.length}`,
      ...late(stale.length + blank.length),
    },
    {
      href: recordsHref(organ, 'account'),
      label: '账号未更新',
      count: idle,
      note: '超过两周',
      ...late(idle),
    },
    {
      href: recordsHref(organ, 'concern'),
      label: '舆情待办结',
      count: concerns,
      note: `超时 ${concernsLate}`,
      ...late(concernsLate),
    },
    {
      href: recordsHref(organ, 'correction'),
      label: '纠错待答复',
      count: corrections,
      note: `超期 ${correctionsLate}`,
      ...late(correctionsLate),
    },
  ]
}
