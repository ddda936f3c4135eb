import { Form } from 'react-router'
import { SubmitButton } from '../../../ui/button.tsx'
import { Cites } from '../../../ui/cite.tsx'
import { Panel } from '../../../ui/panel.tsx'

interface AdoptPanelProps {
  readonly chosen: readonly string[]
  readonly partial: number
  readonly wanting: number
}

/** A government reports for itself and for those below it: the sum becomes the figures of its own report. */
export const AdoptPanel = ({ chosen, partial, wanting }: AdoptPanelProps) => (
  <div className="noprint">
    <Panel title="编入本级政府的报告">
      <Form method="post" className="stack">
        {chosen.map((id) => (
          <input key={id} type="hidden" name="organ" value={id} />
        ))}
        <p>
          县级以上地方人民政府公布的是本级政府和下级机关的年度报告汇总。
          <Cites of={['条例§49¶2']} audience="staff" /> 采用后，本级报告的表格以汇总的数为准
          {wanting > 0 && `；现在缺 ${wanting} 个机关`}
          {partial > 0 && `，缺数的 ${partial} 格不采用，仍待填报`}
          。本级报告还在编制时才能采用，随时可以恢复。
        </p>
        <div className="deed__acts">
          <SubmitButton name="deed" value="adopt">
            采用汇总的数字
          </SubmitButton>
          <SubmitButton kind="quiet" name="deed" value="own">
            恢复为只计本机关
          </SubmitButton>
        </div>
      </Form>
    </Panel>
  </div>
)
