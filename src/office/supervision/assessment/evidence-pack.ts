/** Everything in an organ's evidence box of a year as one archive: a list, and a folder for each leaf. */
import { formatChinese, yearOf } from '../../../law/day.ts'
import { writeZip, type ZipEntry, zipName } from '../../../writer/zip.ts'
import { filesOf, openFile } from '../../documents/files.ts'
import { documentStateOf } from '../../documents/handle-document.ts'
import { type ListKind, writeListXlsx } from '../../lists/list-file.ts'
import type { Moment, Office, OrganId, SupervisionRow } from '../../ports.ts'
import { annualStatuses } from '../../reports/annual/state.ts'
import { everyRecord } from '../every-record.ts'
import { filesOfStep } from '../files-of-step.ts'
import { openStepFile } from '../step-files.ts'
import { evidenceKinds, evidenceOf, taskOf } from './evidence.ts'
import type { Row } from './keep.ts'

const list: ListKind = {
  what: '佐证材料目录',
  heads: ['指标编号', '指标', '材料种类', '材料', '留存日期', '文件夹'],
}

export interface Pack {
  readonly name: string
  readonly bytes: Uint8Array
  /** Things in it. */
  readonly count: number
}

const folderOf = ({ leaf, caption }: Row<'evidence'>): string => zipName(`${leaf} ${caption}`)

const text = (lines: readonly string[]): Uint8Array =>
  new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`)

/** The files of one piece of evidence. Of a request there is its number and its days, nothing of who asked for what. */
async function filesFor(office: Office, row: Row<'evidence'>): Promise<readonly ZipEntry[]> {
  const { organ, what } = row
  switch (what.kind) {
    case 'file': {
      const bytes = await office.inTransaction(organ, ({ blobs }) => blobs.open(what.hash))
      return bytes === null || 'failure' in bytes ? [] : [{ name: zipName(what.name), bytes }]
    }
    case 'document': {
      const state = await office.inTransaction(organ, (unit) => documentStateOf(unit, what.id))
      const files = await Promise.all(
        filesOf(state).map(async ({ id }) => openFile(office, organ, what.id, id)),
      )
      const facts = await office.documents.list({ organs: [organ], ids: [what.id] }, { limit: 1 })
      const { title, docNo, publishedOn, indexNo } = facts.rows[0] ?? { title: what.title }
      return [
        {
          name: `${zipName(title)}.txt`,
          bytes: text([
            title,
            `发文字号：${docNo ?? ''}`,
            `索引号：${indexNo ?? ''}`,
            `发布日期：${publishedOn ?? ''}`,
          ]),
        },
        ...files.flatMap((each) =>
          'failure' in each ? [] : [{ name: zipName(each.file.name), bytes: each.bytes }],
        ),
      ]
    }
    case 'request': {
      const found = await office.inTransaction(organ, ({ cases }) => cases.get(what.id))
      const days = [
        ['收到日期', found?.receivedOn],
        ['答复日期', found?.answeredOn],
        ['办结日期', found?.closedOn],
      ].map(([caption, day]) => `${caption}：${day ?? ''}`)
      return [{ name: `${zipName(what.title)}.txt`, bytes: text([what.title, ...days]) }]
    }
    case 'task': {
      const task = await taskOf(office, organ, what.id)
      return task === null ? [] : filesOfTask(office, task)
    }
    case 'report': {
      const filing = await office.filings.of(organ, Number(what.id))
      const lines = [
        what.title,
        `状态：${filing === null ? '' : annualStatuses[filing.status]}`,
        `公布日期：${filing?.publishedOn ?? ''}`,
      ]
      return [{ name: `${zipName(what.title)}.txt`, bytes: text(lines) }]
    }
  }
}

/** What was reported of a task, and the files that came with it. */
async function filesOfTask(office: Office, task: SupervisionRow): Promise<readonly ZipEntry[]> {
  const { title, plan } = task.data
  const reports = task.steps.filter(({ step }) => step === 'report')
  const told = reports.map(({ on, data }) =>
    [`${formatChinese(on)}报送：${data.text}`, ...(data.link ? [`网址：${data.link}`] : [])].join(' '),
  )
  const files = await Promise.all(
    reports.flatMap(filesOfStep).map(({ id }) => openStepFile(office, task, id)),
  )
  return [
    { name: '完成情况.txt', bytes: text([String(title), `工作要点：${plan}`, ...told]) },
    ...files.flatMap((each) => (each === null ? [] : [{ name: zipName(each.file.name), bytes: each.bytes }])),
  ]
}

/** Tasks of the organ of which it reported with files in the year, and which nobody filed to a leaf. */
async function tasksBeside(
  office: Office,
  organ: OrganId,
  year: number,
  rows: readonly Row<'evidence'>[],
): Promise<readonly SupervisionRow[]> {
  const above = (await office.organs.withSuperiors(organ)).map(({ id }) => id).filter((id) => id !== organ)
  if (above.length === 0) return []
  const filed = new Set(rows.flatMap(({ what }) => (what.kind === 'task' ? [what.id] : [])))
  const tasks = await everyRecord(office, { organs: above, kind: 'task', about: organ })
  return tasks.filter(
    ({ id, steps }) =>
      !filed.has(id) && steps.some((step) => yearOf(step.on) === year && filesOfStep(step).length > 0),
  )
}

/** Names within a folder made different where they are the same. */
const apart = (entries: readonly ZipEntry[]): readonly ZipEntry[] => {
  const taken = new Map<string, number>()
  return entries.map((entry) => {
    const times = taken.get(entry.name) ?? 0
    taken.set(entry.name, times + 1)
    return times === 0 ? entry : { ...entry, name: entry.name.replace(/(\.\w+)?$/, `（${times + 1}）$1`) }
  })
}

export async function packEvidence(
  office: Office,
  organ: { readonly id: OrganId; readonly name: string },
  year: number,
  at: Moment,
): Promise<Pack> {
  const rows = await evidenceOf(office, organ.id, year)
  const entries: ZipEntry[] = []
  for (const row of rows)
    for (const { name, bytes } of await filesFor(office, row))
      entries.push({ name: `${folderOf(row)}/${name}`, bytes })
  const beside = await tasksBeside(office, organ.id, year, rows)
  const folderBeside = ({ data }: SupervisionRow) => zipName(`${evidenceKinds.task} ${data.title}`)
  for (const task of beside)
    for (const { name, bytes } of await filesOfTask(office, task))
      entries.push({ name: `${folderBeside(task)}/${name}`, bytes })
  const filed = rows.map((row) => [
    ...[row.leaf, row.caption, evidenceKinds[row.what.kind], row.what.title],
    ...[row.openedOn, folderOf(row)],
  ])
  const lines = [
    ...filed,
    ...beside.map((task) => [
      ...['', '', evidenceKinds.task, String(task.data.title)],
      ...[task.steps.at(-1)!.on, folderBeside(task)],
    ]),
  ]
  const index = { name: `${list.what}.xlsx`, bytes: await writeListXlsx(list, lines) }
  return {
    name: `${zipName(organ.name)}${year}年佐证材料.zip`,
    bytes: writeZip([index, ...apart(entries)], at),
    count: lines.length,
  }
}
