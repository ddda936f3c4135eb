import { surveyAnswers } from '../../../../office/supervision/assessment/survey-answers.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Panel } from '../../../ui/panel.tsx'

interface SurveyTallyProps {
  readonly questions: readonly { readonly id: string; readonly text: string }[]
  readonly results: readonly { readonly tally: Readonly<Record<string, Readonly<Record<string, number>>>> }[]
}

/** How often each answer was given to each question, over all organs. */
export const SurveyTally = ({ questions, results }: SurveyTallyProps) => (
  <Panel kind="list" title="各个问题的回答" aside="全部机关合计，单位：份">
    <DataTable
      caption="各个问题的回答"
      keyOf={({ id }) => id}
      groups={[{ key: 'all', rows: questions }]}
      empty={null}
      columns={[
        { key: 'text', head: '问题', names: true, cell: ({ text }) => text },
        ...Object.entries(surveyAnswers).map(([answer, { caption }]) => ({
          key: answer,
          head: caption,
          kind: 'number' as const,
          cell: ({ id }: { readonly id: string }) =>
            results.reduce((sum, { tally }) => sum + (tally[id]?.[answer] ?? 0), 0),
        })),
      ]}
    />
  </Panel>
)
