import { Form, Link } from 'react-router'
import { Button } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { sumHref } from './filings-href.ts'

interface Below {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly levelCaption: string
  readonly kindCaption: string
  readonly statusCaption: string
}

interface SumChoiceProps {
  readonly organ: string
  readonly year: number
  readonly below: readonly Below[]
  /** Ids; none for all. */
  readonly chosen: readonly string[]
}

/** Which organs are added up: by level and kind, a box before each. The address says which. */
export function SumChoice({ organ, year, below, chosen }: SumChoiceProps) {
  const groups = [
    ...Map.groupBy(below, ({ levelCaption, kindCaption }) => `${levelCaption} · ${kindCaption}`),
  ]
  return (
    <Panel
      title="汇总哪些机关"
      aside={
        chosen.length === 0
          ? `全部 ${below.length} 个下级机关`
          : `${chosen.length} / ${below.length} 个下级机关`
      }
    >
      <Form method="get" className="stack filings__tree noprint" key={chosen.join()}>
        <p>本机关自己的申请件总是计入一次。</p>
        <p className="filings__kinds">
          <Link to={sumHref(organ, year)}>全部</Link>
          {groups.length > 1 &&
            groups.map(([title, all]) => (
              <Link
                key={title}
                to={sumHref(
                  organ,
                  year,
                  all.map(({ id }) => id),
                )}
              >
                只要{title}
              </Link>
            ))}
        </p>
        <details open={chosen.length > 0}>
          <summary>逐个选择</summary>
          {groups.map(([title, all]) => (
            <fieldset key={title}>
              <legend>{title}</legend>
              <ul>
                {all.map(({ id, name, statusCaption }) => (
                  <li key={id}>
                    <label className="filings__pick">
                      <input
                        type="checkbox"
                        name="organ"
                        value={id}
                        defaultChecked={chosen.length === 0 || chosen.includes(id)}
                      />
                      {name}
                      <small>{statusCaption}</small>
                    </label>
                  </li>
                ))}
              </ul>
            </fieldset>
          ))}
          <Button type="submit" kind="primary">
            汇总所选的
          </Button>
        </details>
      </Form>
    </Panel>
  )
}
