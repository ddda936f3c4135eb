import type { Letter as LetterData } from '../../../writer/letter.ts'
import { Button } from '../../ui/button.tsx'
import { FindingCard } from '../../ui/finding-card.tsx'
import { findingLook } from '../../ui/finding-look.ts'
import { Letter } from '../../ui/letter.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StatutoryLegend, StatutoryTable } from '../../ui/statutory-table.tsx'
import {
  markedCell,
  sampleDisputes,
  sampleFindings,
  sampleReadings,
  sampleSectionTwo,
  sampleTables,
} from './sample-report.ts'
import { Specimen, State } from './specimen.tsx'

const letter: LetterData = {
  head: '示范县青石镇人民政府',
  number: '青政信告〔2026〕17-2号',
  title: '政府信息公开征求意见告知书',
  addressee: '林某',
  paragraphs: [
    '本机关于2026年11月17日收到您通过网上提交的政府信息公开申请。经审查，您申请公开的“农贸市场改造工程施工合同和付款凭证”涉及第三方合法权益。',
    '根据《中华人民共和国政府信息公开条例》第三十二条，本机关已于2026年11月24日书面征求第三方意见。依照第三十三条，征求意见所需时间不计算在答复期限内。',
  ],
  attachments: ['征求意见书样式', '送达回证'],
  signature: '示范县青石镇人民政府',
  date: '2026-11-24',
  note: '联系人：黄办，电话：0000-6668017',
  copies: ['示范县人民政府办公室'],
}

const marks = Object.fromEntries(
  sampleFindings.map((finding, index) => [
    markedCell(finding),
    { number: index + 1, state: findingLook(finding).mark },
  ]),
)
const broken = new Set(
  sampleFindings.filter(({ verdict }) => verdict === 'broken').map((finding) => markedCell(finding)),
)

/** Letters, forms and what is found in them. */
export function PaperSpecimens() {
  return (
    <>
      <Specimen name="letter">
        <State of="公文">
          <Letter letter={letter} />
        </State>
      </Specimen>

      <Specimen name="statutory-table">
        <State of="表三，各种读数">
          <Panel title="表三" aside={<StatutoryLegend />}>
            <StatutoryTable
              caption="三、收到和处理政府信息公开申请情况"
              tables={sampleTables}
              readings={sampleReadings}
              broken={broken}
              marks={marks}
              hrefOf={(key) => (key.endsWith('carriedIn@total') ? '#cases' : null)}
            />
          </Panel>
        </State>
        <State of="表二，几张表合印">
          <Panel title="表二">
            <StatutoryTable caption="二、主动公开政府信息情况" tables={sampleSectionTwo} readings={{}} />
          </Panel>
        </State>
        <State of="表四，没有行标题">
          <Panel title="表四">
            <StatutoryTable
              caption="四、政府信息公开行政复议、行政诉讼情况"
              tables={sampleDisputes}
              readings={{}}
            />
          </Panel>
        </State>
      </Specimen>

      <Specimen name="finding-card">
        <State of="错误和待核">
          <Panel kind="list" title={`发现 ${sampleFindings.length} 处`} aside="左右两边是同一算式的两端">
            <div className="findings">
              {sampleFindings.map((finding, index) => (
                <FindingCard
                  key={finding.message}
                  number={index + 1}
                  finding={finding}
                  acts={
                    <>
                      <Button small>看原件</Button>
                      <Button small>说明情况</Button>
                    </>
                  }
                />
              ))}
            </div>
          </Panel>
        </State>
      </Specimen>
    </>
  )
}
