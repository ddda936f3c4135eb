/** What the prose sections must and must not say. */

import type { Citation } from '../../law/citation.ts'
import type { SectionText } from '../report.ts'
import { bare, type Remark, type Rule, saysNothing, sectionOf } from './rule.ts'

const at = (section: SectionText) => (section.place ? { place: section.place } : {})

/** First report year for which the fee is to be told: 信息处理费管理办法 is in force from 2021-01-01. */
const feeSince = 2021

const feeReported: Rule = {
  id: 'SIX',
  title: '第六部分报告信息处理费收取情况',
  severity: 'warning',
  cites: ['年报格式', '办法'],
  run: ({ report }) => {
    const six = sectionOf(report, 6)
    if (six === undefined || report.year === null || report.year < feeSince) return []
    if (/处理费/.test(bare(six.text)))
      return [{ verdict: 'holds', message: '第六部分报告了信息处理费收取情况。' }]
    const elsewhere = report.sections.some(({ text }) => /信息处理费/.test(bare(text)))
    return [
      {
        verdict: 'broken',
        ...(elsewhere && { severity: 'note' as const }),
        ...at(six),
        message: elsewhere
          ? '信息处理费收取情况没有写在第六部分。'
          : '第六部分没有报告信息处理费收取情况；没有收取的也应当写明。',
      },
    ]
  },
}

/** A section of fewer characters than this tells nothing of problems or of mending them. */
const tooShort = 10

const problemsReported: Rule = {
  id: 'FIVE',
  title: '第五部分写明主要问题和改进情况',
  severity: 'warning',
  cites: ['条例§50(4)', '年报格式'],
  run: ({ report }) => {
    const five = sectionOf(report, 5)
    if (five === undefined) return []
    const length = bare(five.text).length
    if (!saysNothing(five.text) && length >= tooShort) return []
    return [
      {
        verdict: 'broken',
        ...at(five),
        message:
          length === 0
            ? '第五部分没有内容。'
            : `第五部分只写“${bare(five.text).slice(0, tooShort)}”，没有写明主要问题和改进情况。`,
      },
    ]
  },
}

const feesAgree: Rule = {
  id: 'FEE',
  title: '各处所述信息处理费一致',
  severity: 'warning',
  cites: ['条例§42', '办法'],
  run: ({ report }) => {
    const told = report.claims.filter(
      (claim) => claim.metric === 'processingFee' && claim.scope === undefined,
    )
    const six = sectionOf(report, 6)
    const taken = told.find(({ value }) => value > 0)
    if (taken && six && taken.section !== 6 && saysNothing(six.text))
      return [
        {
          verdict: 'broken',
          sentence: taken.sentence,
          ...(taken.place && { place: taken.place }),
          message: `正文称收取信息处理费 ${taken.value} 元，第六部分却没有内容。`,
        },
      ]
    const other =
      taken &&
      told.find(
        (it) =>
          it.section !== taken.section && it.value !== taken.value && !it.approximate && !taken.approximate,
      )
    if (!taken || !other) return []
    return [
      {
        verdict: 'broken',
        left: { text: taken.sentence, value: taken.value },
        right: { text: other.sentence, value: other.value },
        sentence: other.sentence,
        message: `信息处理费前后不一：一处 ${taken.value} 元，一处 ${other.value} 元。`,
      },
    ]
  },
}

/** 篇幅原则上不超过一千字. */
const longest = 1000

const lengthOfSurvey: Rule = {
  id: 'LEN1',
  title: '第一部分原则上不超过一千字',
  severity: 'note',
  cites: ['年报格式'],
  run: ({ report }) => {
    const one = sectionOf(report, 1)
    if (one === undefined || report.edition !== '2021') return []
    const length = bare(one.text).length
    if (length <= longest) return []
    return [{ verdict: 'broken', ...at(one), message: `第一部分共 ${length} 字，超过一千字。` }]
  },
}

const period = /统计(?:期限|时间|周期|时限|区间)[^。；]{0,12}?(\d{4})年1月1日[^。；]{0,8}?(\d{4})年12月31日/
const figures =
  /(20\d\d)年(?:度|全年)?[^。；;]{0,24}?(?:共|累计)?(?:收到|受理|新收|办理|主动公开)[^。；;]{0,24}?\d+[余多]?[件条]/
/** A sentence that compares, or speaks of what was carried over, may name another year. */
const compares = /比|较|同比|增长|增加|减少|下降|上升|上年|去年|结转|以来|历年|累计至/

const rightYear: Rule = {
  id: 'YEAR',
  title: '所述数据属于报告年度',
  severity: 'warning',
  cites: ['条例§49', '条例§50'] satisfies readonly Citation[],
  run: ({ report }) => {
    const { year } = report
    if (year === null) return []
    const texts = [
      ...(report.preamble === undefined ? [] : [{ text: report.preamble }]),
      ...report.sections,
    ] as readonly { readonly text: string; readonly place?: SectionText['place'] }[]
    const sentences = texts.flatMap(({ text, place }) =>
      bare(text)
        .split(/(?<=[。；;])/)
        .map((sentence) => ({ sentence, ...(place && { place }) })),
    )
    const stated = sentences.flatMap((it): readonly Remark[] => {
      const [, from, to] = period.exec(it.sentence) ?? []
      if (from === undefined || (Number(from) === year && Number(to) === year)) return []
      return [
        { verdict: 'broken', ...it, message: `统计期限写作 ${from} 年至 ${to} 年，报告年度是 ${year} 年。` },
      ]
    })
    const plain = sentences.filter(({ sentence }) => !compares.test(sentence))
    const tells = plain.map((it) => ({ it, told: Number(figures.exec(it.sentence)?.[1]) }))
    // Where the report's own year is told as well, the other year is there for comparison.
    const own = tells.some(({ told }) => told === year)
    const wrong = own ? [] : tells.filter(({ told }) => told === year - 1 || told === year + 1)
    return [
      ...stated,
      ...wrong.map(
        ({ it, told }): Remark => ({
          verdict: 'broken',
          ...it,
          message: `正文所述是 ${told} 年的数据，报告年度是 ${year} 年。`,
        }),
      ),
    ]
  },
}

export const sectionRules: readonly Rule[] = [
  feeReported,
  problemsReported,
  feesAgree,
  lengthOfSurvey,
  rightYear,
]
