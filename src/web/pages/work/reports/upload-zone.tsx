import { type DragEvent, useRef, useState } from 'react'
import { Form, Link, useRevalidator } from 'react-router'
import { Badge } from '../../../ui/badge.tsx'
import { Button, SubmitButton } from '../../../ui/button.tsx'
import { byteSize } from '../../../ui/byte-size.ts'
import { classes } from '../../../ui/classes.ts'
import { Note } from '../../../ui/note.tsx'
import { useHydrated } from '../../../ui/use-hydrated.ts'
import { RefusedNote } from '../refused-note.tsx'
import { reportHref, reportsHref } from '../rooms.ts'
import { droppedFiles } from './dropped-files.ts'
import { type ReportRow, reportStates } from './report-words.ts'
import { type Sent, sendFile } from './send-file.ts'
import type { Kept } from './upload.ts'

interface UploadZoneProps {
  readonly organ: string
  /** The list as it is, to tell how far the reading of what was sent has come. */
  readonly rows: readonly ReportRow[]
  /** What became of the files that were sent without script. */
  readonly outcome: Sent | undefined
}

interface Item {
  readonly number: number
  readonly name: string
  readonly size: number
  /** How much of it is sent, from 0 to 1; null before its turn. */
  readonly share: number | null
  readonly sent: Sent | null
}

/** Files that are on their way at once. */
const abreast = 2

const taken = '.html,.htm,.mht,.txt,.md,.doc,.docx,.pdf,.xls,.xlsx,.zip'

/** Where reports are put in: by choosing, by dropping, many at once, a folder or a ZIP; each file tells how far it is. */
export function UploadZone({ organ, rows, outcome }: UploadZoneProps) {
  const hydrated = useHydrated()
  const { revalidate } = useRevalidator()
  const [items, setItems] = useState<readonly Item[]>([])
  const [over, setOver] = useState(false)
  const numbers = useRef(0)
  const folder = useRef<HTMLInputElement>(null)

  const change = (number: number, to: Partial<Item>) =>
    setItems((before) => before.map((item) => (item.number === number ? { ...item, ...to } : item)))

  const send = async (files: readonly File[]) => {
    const queue = files.map((file) => ({ file, number: ++numbers.current }))
    setItems((before) => [
      ...before,
      ...queue.map(({ file: { name, size }, number }) => ({ number, name, size, share: null, sent: null })),
    ])
    const waiting = [...queue]
    const next = async (): Promise<void> => {
      const one = waiting.shift()
      if (one === undefined) return
      const { file, number } = one
      change(number, { share: 0 })
      change(number, {
        sent: await sendFile(`${reportsHref(organ)}/upload`, file, (share) => change(number, { share })),
      })
      await next()
    }
    await Promise.all(Array.from({ length: abreast }, next))
    await revalidate()
  }

  const drop = async (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    await send(await droppedFiles(event.dataTransfer))
  }

  return (
    <div className="stack">
      <Form
        method="post"
        encType="multipart/form-data"
        className={classes('drop', 'upload')}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <label className="field__label" htmlFor="files">
          年度报告的文件
        </label>
        <p className="field__hint">
          网页、Word、PDF、Excel、文本，或者装有这些文件的 ZIP；可以一次选多个
          {hydrated && '，也可以把文件或者文件夹拖到这里'}。原件逐字节保存，随后自动读取。
        </p>
        <input
          type="file"
          id="files"
          name="files"
          multiple
          accept={taken}
          onChange={({ currentTarget }) => {
            void send([...(currentTarget.files ?? [])])
            currentTarget.value = ''
          }}
        />
        {hydrated ? (
          <>
            <Button small onClick={() => folder.current?.click()}>
              选择文件夹
            </Button>
            <input
              type="file"
              hidden
              multiple
              ref={folder}
              aria-label="文件夹"
              {...{ webkitdirectory: '' }}
              onChange={({ currentTarget }) => {
                void send([...(currentTarget.files ?? [])].filter(({ name }) => !name.startsWith('.')))
                currentTarget.value = ''
              }}
            />
          </>
        ) : (
          <SubmitButton>上传</SubmitButton>
        )}
      </Form>
      {outcome !== undefined && <Outcome organ={organ} sent={outcome} rows={rows} />}
      {items.length > 0 && <Queue organ={organ} items={items} rows={rows} />}
    </div>
  )
}

function Queue({
  organ,
  items,
  rows,
}: Pick<UploadZoneProps, 'organ' | 'rows'> & { readonly items: readonly Item[] }) {
  const done = items.flatMap(({ sent }) => (sent === null ? [] : [sent]))
  const kept = done.flatMap((sent) => ('fault' in sent ? [] : sent.kept)).length
  const refused = done.reduce((sum, sent) => sum + ('fault' in sent ? 1 : sent.refused.length), 0)
  return (
    <section aria-label="上传的文件">
      <p role="status">
        {done.length < items.length ? `正在上传，${done.length} / ${items.length} 个文件已传完` : '全部传完'}
        ，收下 {kept} 份{refused > 0 && `，没有收下 ${refused} 份`}。
      </p>
      <ul className="upload__queue">
        {items.map((item) => (
          <li key={item.number}>
            <span>{item.name}</span>
            <span>{byteSize(item.size)}</span>
            {item.sent === null ? (
              <>
                <progress value={item.share ?? 0} max={1} aria-label={`${item.name}上传进度`} />
                <p>{progressWords(item.share)}</p>
              </>
            ) : (
              <Outcome organ={organ} sent={item.sent} rows={rows} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

const progressWords = (share: number | null): string => {
  if (share === null) return '等待上传'
  return share < 1 ? `已传 ${Math.floor(share * 100)}%` : '已传完，正在收存'
}

/** What became of what was sent: kept and how far the reading is, or not kept and why. */
function Outcome({ organ, sent, rows }: Pick<UploadZoneProps, 'organ' | 'rows'> & { readonly sent: Sent }) {
  if ('fault' in sent) {
    return <RefusedNote message={`没有收下：${sent.fault}`} />
  }
  return (
    <>
      {sent.kept.map(({ id, name, state, already }) => {
        const now = reportStates[rows.find((row) => row.id === id)?.state ?? state]
        return (
          <p key={id}>
            <Badge state={now.mark}>{now.word}</Badge> <Link to={reportHref(organ, id)}>{name}</Link>
            {already && '：以前已经收存过同样的文件，没有重复保存。'}
          </p>
        )
      })}
      {sent.refused.map(({ name, problem }: Kept['refused'][number]) => (
        <Note key={name} state="late">
          <b>{name}</b> 没有收下：{problem}
        </Note>
      ))}
      {sent.refused.length > 0 && sent.kept.length > 0 && <p>其他文件照常收存。</p>}
    </>
  )
}
