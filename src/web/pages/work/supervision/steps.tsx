import { filesOfStep } from '../../../../office/supervision/files-of-step.ts'
import type { FormField } from '../../../desk/forms-desk.ts'
import { byteSize } from '../../../ui/byte-size.ts'
import { Panel } from '../../../ui/panel.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { type SupervisionRecord, toldBy } from './record-words.ts'

interface StepsProps {
  readonly steps: SupervisionRecord['steps']
  /** Of staff, by id; who is not known here works at another organ. */
  readonly names: Readonly<Record<string, string>>
  readonly fieldsOf: (step: string) => readonly FormField[]
  /** Where a file that came with a step is to be had. */
  readonly fileHref: (file: string) => string
}

/** What was done with a record, and what was told of it. */
export function Steps({ steps, names, fieldsOf, fileHref }: StepsProps) {
  if (steps.length === 0) return null
  return (
    <Panel title="经过">
      <Timeline
        happenings={steps.map(({ step, caption, on, at, by, data }) => ({
          key: `${step}${at}`,
          on,
          tense: 'done',
          title: caption,
          what: by === 'system' ? '系统' : (names[by] ?? undefined),
          detail: toldBy(fieldsOf(step), data).map(({ label, value }) => (
            <span key={label} className="supervision__told">
              {label}：{value}{' '}
            </span>
          )),
          aside: <Files files={filesOfStep({ data: data as never })} fileHref={fileHref} />,
        }))}
      />
    </Panel>
  )
}

function Files({
  files,
  fileHref,
}: {
  readonly files: ReturnType<typeof filesOfStep>
  readonly fileHref: StepsProps['fileHref']
}) {
  if (files.length === 0) return null
  return (
    <ul>
      {files.map(({ id, name, size }) => (
        <li key={id}>
          <a href={fileHref(id)} download>
            {name}
          </a>
          （{byteSize(size)}）
        </li>
      ))}
    </ul>
  )
}
