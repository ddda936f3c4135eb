import type { Clock } from '../../../law/clock.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Cites } from '../../ui/cite.tsx'
import type { Audience } from '../../ui/cite-text.ts'
import { ClockReasons, ClockSteps } from '../../ui/clock-steps.tsx'
import { DueDate } from '../../ui/due-date.tsx'
import { MoveList } from '../../ui/move-list.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { Ruler } from '../../ui/ruler.ts'
import { Timeline } from '../../ui/timeline.tsx'
import { WorkingDayRuler } from '../../ui/working-day-ruler.tsx'
import { Specimen, State } from './specimen.tsx'

/** A course of a request, with its ruler. */
export interface Course {
  readonly name: string
  readonly clock: Clock
  readonly ruler: Ruler | null
}

interface ClockSpecimensProps {
  readonly courses: readonly Course[]
  readonly audience: Audience
}

/** Time, and what may be done in it. */
export function ClockSpecimens({ courses, audience }: ClockSpecimensProps) {
  const paused = courses[0]!
  return (
    <>
      <Specimen name="due-date">
        <State of="暂定、暂停中">
          <DueDate
            label="镇政府最迟答复日"
            due={paused.clock.due}
            firm={paused.clock.firm}
            marks={<Badge state="wait">期限暂停中</Badge>}
            because="正在听取一家企业的意见，最晚 12月17日 恢复计算"
          />
        </State>
        <State of="确定、逾期">
          <DueDate label="答复到期" due="2026-12-07" firm marks={<Badge state="late">逾期</Badge>} />
        </State>
        <State of="没有日期">
          <DueDate
            label="答复到期"
            due={null}
            firm={false}
            instead="收到补正后起算"
            because={<Cites of={['条例§30']} audience={audience} />}
          />
        </State>
      </Specimen>

      <Specimen name="working-day-ruler">
        {courses.map(
          ({ name, ruler }) =>
            ruler !== null && (
              <State key={name} of={name}>
                <Panel>
                  <WorkingDayRuler ruler={ruler} />
                </Panel>
              </State>
            ),
        )}
      </Specimen>

      <Specimen name="clock-steps">
        <State of={audience === 'public' ? '公众' : '工作人员'}>
          {audience === 'public' ? (
            <Panel kind="wide" title="这个日期怎么算出来的">
              <ClockSteps steps={paused.clock.steps} />
            </Panel>
          ) : (
            <Panel title="期限的依据">
              <ClockReasons steps={paused.clock.steps} />
            </Panel>
          )}
        </State>
      </Specimen>

      <Specimen name="timeline">
        <State of="经过">
          <Panel title="经过" aside="共 12 条">
            <Timeline
              happenings={[
                {
                  key: '1',
                  on: '2026-11-17',
                  tense: 'done',
                  title: '收到申请',
                  what: '网上提交，当日双方确认',
                  aside: <a href="#1">登记回执 17-1号</a>,
                },
                {
                  key: '2',
                  on: '2026-11-20',
                  tense: 'done',
                  title: '检索',
                  what: '找到合同 1 份、付款凭证 14 张',
                  detail: '档案室、财政所电子账；关键词“农贸市场 改造”',
                },
                { key: '3', on: '2026-11-26', tense: 'done', title: '第三方签收' },
                {
                  key: '4',
                  on: '2026-12-08',
                  tense: 'now',
                  title: '等待第三方意见',
                  what: '已等 8 个工作日',
                },
                { key: '5', on: '2026-12-17', tense: 'next', title: '第三方反馈期满' },
                { key: '6', on: '2027-01-08', tense: 'next', title: '答复到期（暂定）' },
              ]}
            />
          </Panel>
        </State>
      </Specimen>

      <Specimen name="move-list">
        <State of="可以做的和不能做的">
          <Panel title="可以做的" kind="list">
            <MoveList
              open={[
                {
                  key: 'return',
                  label: '登记第三方意见',
                  note: '收到之日恢复计算',
                  control: <Button kind="primary">登记</Button>,
                },
                {
                  key: 'extend',
                  label: '延长答复期限',
                  note: '须经工作机构负责人同意，最多 20 个工作日',
                  control: <Button>拟办</Button>,
                },
                { key: 'annotate', label: '附注', note: '不影响期限', control: <Button>添加</Button> },
              ]}
              locked={[
                {
                  key: 'reply',
                  label: '作出答复',
                  refusal: { message: '第三方反馈期未满，也未收到意见。', cites: ['条例§32'] },
                },
                {
                  key: 'correct',
                  label: '一次性告知补正',
                  refusal: { message: '11月26日已过 7 个工作日。', cites: ['条例§30'] },
                },
              ]}
              further={[
                {
                  key: 'fee',
                  label: '收取信息处理费',
                  refusal: { message: '申请数量、频次未明显超过合理范围。', cites: ['条例§42'] },
                },
              ]}
            />
          </Panel>
        </State>
      </Specimen>
    </>
  )
}
