import { Form } from 'react-router'
import { type Day, formatChinese } from '../../../../law/day.ts'
import { type Channel, channels } from '../../../../law/receipt.ts'
import type { AnsweredBy } from '../../../desk/api.ts'
import { Button, SubmitButton } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Note } from '../../../ui/note.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { TextField } from '../../../ui/text-field.tsx'

type Seen = AnsweredBy<'readMock'>

interface SentStandingProps {
  readonly mock: Seen
  readonly today: Day
  readonly errors: Readonly<Record<string, string>>
}

/** A test that was sent: what was in it, and the case that came of it, or how to find it. */
export function SentStanding({
  mock: { record, sent, candidates, standing },
  today,
  errors,
}: SentStandingProps) {
  if (sent === null) return null
  const { expectedOn } = sent
  const may = (step: string) => record.open.some((each) => each.step === step)
  return (
    <Panel title={standing === null ? '对方的登记还没有找到' : '已经指认的办件'}>
      <div className="stack">
        {standing === null ? (
          <NotFound expectedOn={expectedOn as Day | null} today={today} />
        ) : (
          <p>
            就是对方的第 {standing.number} 号办件
            {sent.enteredOn !== null && `，${formatChinese(sent.enteredOn as Day)}登记`}
            。从指认时起，不计入任何统计。
          </p>
        )}
        {standing === null && candidates.length > 0 && (
          <Form method="post">
            <DataTable
              caption="可能就是这一件的"
              empty={null}
              keyOf={({ number }) => number ?? ''}
              groups={[{ key: 'all', rows: candidates }]}
              columns={[
                { key: 'number', head: '登记编号', names: true, cell: ({ number }) => number ?? '未编号' },
                {
                  key: 'channel',
                  head: '渠道',
                  kind: 'keep',
                  cell: ({ channel }) => channels[channel as Channel].caption,
                },
                {
                  key: 'on',
                  head: '收到',
                  kind: 'keep',
                  cell: ({ arrivedOn }) => formatChinese(arrivedOn as Day),
                },
                {
                  key: 'because',
                  head: '相符之处',
                  cell: ({ applicant, wish }) =>
                    [...(applicant ? ['申请人'] : []), ...(wish ? ['所申请的内容'] : [])].join('、'),
                },
                {
                  key: 'point',
                  head: '办理',
                  kind: 'keep',
                  cell: ({ number }) =>
                    number !== null &&
                    may('find') && (
                      <SubmitButton
                        kind="plain"
                        small
                        name="point"
                        value={number}
                        aria-label={`就是这一件：${number}`}
                      >
                        就是这一件
                      </SubmitButton>
                    ),
                },
              ]}
            />
          </Form>
        )}
        {standing === null && may('find') && (
          <Form method="post" noValidate className="work-filter">
            <TextField
              name="number"
              label="对方的登记编号"
              hint="回执或者答复书上有的，直接填写。"
              short
              error={errors.number}
            />
            <Button type="submit" name="intent" value="point">
              指认
            </Button>
          </Form>
        )}
        {standing === null && may('deliver') && expectedOn === null && (
          <Form method="post" noValidate className="work-filter">
            <DateField name="deliveredOn" label="送达的日期" today={today} error={errors.deliveredOn} />
            <Button type="submit" name="intent" value="deliver">
              登记送达日期
            </Button>
          </Form>
        )}
        {standing !== null && may('release') && (
          <Form method="post">
            <Button type="submit" name="intent" value="release" kind="quiet">
              指认错了，撤销指认
            </Button>
          </Form>
        )}
      </div>
    </Panel>
  )
}

function NotFound({ expectedOn, today }: { readonly expectedOn: Day | null; readonly today: Day }) {
  if (expectedOn === null)
    return (
      <Note state="soon">
        还不知道什么时候送达。请按投递回执登记送达日期；对方应当在收到当天登记（条例第三十一条）。
      </Note>
    )
  return expectedOn < today ? (
    <Note state="late">
      对方最迟应当在{formatChinese(expectedOn)}
      登记（条例第三十一条），至今没有指认到办件。找到以前该件照常计入对方的统计，请尽快核对；确实没有登记的，评分时渠道不得分，告知后成为问题。
    </Note>
  ) : (
    <p>对方应当在{formatChinese(expectedOn)}登记。</p>
  )
}
