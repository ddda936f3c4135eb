import { hiddenKinds } from '../../../office/attachments/inspection.ts'
import { personalKinds } from '../../../office/attachments/personal-data.ts'
import type { AnsweredBy } from '../../desk/api.ts'
import { Badge } from '../../ui/badge.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { reasonField } from './gate-reasons.ts'

type Inspection = Pick<AnsweredBy<'inspectEnclosure'>, 'hidden' | 'personal'>
type Found = Inspection['hidden'][number] | Inspection['personal'][number]

interface Filled {
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
  /** What is done with the file where nothing forbids it: 提供, 公开. */
  readonly purpose: string
}

const captionOf = (kind: string): string =>
  Object.hasOwn(hiddenKinds, kind)
    ? hiddenKinds[kind as keyof typeof hiddenKinds][0]
    : (personalKinds[kind as keyof typeof personalKinds] ?? kind)

/** Everything that was found in a file, each with a place for the reason why it may go out all the same. */
export function GateFindings({
  inspection: { hidden, personal },
  ...filled
}: Filled & { readonly inspection: Inspection }) {
  return (
    <>
      <Findings
        title="看不见而收件人能得到的"
        none="没有发现隐藏内容、批注、修订和文件属性。"
        findings={hidden}
        first={0}
        {...filled}
      />
      <Findings
        title="个人信息"
        none="没有发现号码、住址一类的个人信息。姓名和图像须由人核对。"
        findings={personal}
        first={hidden.length}
        {...filled}
      />
    </>
  )
}

interface FindingsProps extends Filled {
  readonly title: string
  /** Said where nothing was found. */
  readonly none: string
  readonly findings: readonly Found[]
  /** Place of the first among all findings of the file. */
  readonly first: number
}

/** What was found, where, and why it may leave all the same. */
function Findings({ title, none, findings, first, typed, errors, purpose }: FindingsProps) {
  return (
    <Panel title={title} aside={findings.length === 0 ? '没有发现' : `${findings.length} 项`}>
      {findings.length === 0 ? (
        <p className="text-ink-2">{none}</p>
      ) : (
        <ul className="stack gate__list">
          {findings.map(({ id, kind, message }, place) => (
            <li key={id} className="stack">
              <div>
                <Badge state={kind === 'secrecyMark' ? 'late' : 'fix'}>{captionOf(kind)}</Badge>
              </div>
              <p>{message}</p>
              <TextArea
                name={reasonField(first + place)}
                label={`仍可${purpose}的理由`}
                rows={2}
                limit={500}
                defaultValue={typed[reasonField(first + place)]}
                error={errors[reasonField(first + place)]}
              />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
