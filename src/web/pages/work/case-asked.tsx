import { deliveryWays, provisionForms } from '../../../office/intake/content.ts'
import type { AnsweredBy } from '../../desk/api.ts'
import { Facts } from '../../ui/facts.tsx'
import { Panel } from '../../ui/panel.tsx'

/** What is asked for, in the applicant's words. */
export function CaseAsked({ asked }: { readonly asked: AnsweredBy<'readRequest'>['asked'] }) {
  if (asked === null)
    return (
      <Panel title="申请内容">
        <p>申请内容已经依法删除。</p>
      </Panel>
    )
  const { title, docNo, features, inaccuracy, evidence, provision, delivery, formNote } = asked
  const rows = (
    [
      ['名称', title],
      ['文号', docNo],
      ['特征描述', features],
      ['不准确之处', inaccuracy],
      ['证据', evidence],
      ['提供的形式', provision && provisionForms[provision]],
      ['获取的途径', delivery && deliveryWays[delivery]],
      ['形式的说明', formNote],
    ] as const
  ).flatMap(([label, value]) =>
    value ? [{ label, value: <span className="case__text">{value}</span> }] : [],
  )
  return (
    <Panel title="申请内容" aside="申请人原文">
      <Facts facts={rows} grid />
    </Panel>
  )
}
