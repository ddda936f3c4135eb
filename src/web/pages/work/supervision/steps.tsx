import type { FormField } from '../../../desk/forms-desk.ts'
import { Panel } from '../../../ui/panel.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { type SupervisionRecord, toldBy } from './record-words.ts'

interface StepsProps {
  readonly steps: SupervisionRecord['steps']
  /** Of staff, by id; who is not known here works at another organ. */
  readonly names: Readonly<Record<string, string>>
  readonly fieldsOf: (step: string) => readonly FormField[]
}

/** What was done with a record, and what was told of it. */
export function Steps({ steps, names, fieldsOf }: StepsProps) {
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
        }))}
      />
    </Panel>
  )
}
