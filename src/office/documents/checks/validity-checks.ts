import { addMonths, formatChinese } from '../../../law/day.ts'
import { documentClasses } from '../classes.ts'
import { validityOn } from '../validity.ts'
import type { DocumentCheck } from './check.ts'

/** Months after which a document that names no end of its own is due for a look: cleanings come every few years. */
const standing = 60

const isWhole = ({ shown }: { shown: string | null }) => shown === 'whole'

/** Expired, repealed, superseded: what no longer binds, and does not say so. */
export const validityChecks = {
  lapsed: {
    caption: '已过有效期，没有登记失效',
    gravity: 'fault',
    cites: ['规范性文件通知', '条例§6¶1'],
    advice: '登记失效；需要继续执行的，重新制定或者公布延长有效期的文件。',
    mends: 'expireDocument',
    find: ({ class: of, expiresOn, endedAs, stage }, { today }) =>
      documentClasses[of].binds &&
      stage !== 'withdrawn' &&
      endedAs === null &&
      expiresOn !== null &&
      expiresOn < today
        ? `有效期至${formatChinese(expiresOn)}，已经届满，尚未登记失效。`
        : null,
  },
  endedUnsaid: {
    caption: '已被其他文件废止或者取代，没有登记',
    gravity: 'fault',
    cites: ['规范性文件通知', '条例§6¶1'],
    advice: '核对后登记废止或者被取代。',
    mends: 'repealDocument',
    find: ({ endedAs, class: of }, { related }) => {
      const by = related.find(
        ({ relation, inverse, row }) =>
          inverse && (relation === 'repeals' || relation === 'supersedes') && isWhole(row),
      )
      return by !== undefined && endedAs === null && documentClasses[of].binds
        ? `《${by.row.title}》${by.relation === 'repeals' ? '废止' : '取代'}了本文件，本文件仍显示为有效。`
        : null
    },
  },
  interpretsEnded: {
    caption: '解读的文件已经失效或者撤下',
    gravity: 'warning',
    cites: ['政务公开细则', '条例§6¶1'],
    advice: '在解读上登记所解读的文件已经废止、失效，公众看得到；文件已经撤下的，将解读也撤下。',
    mends: 'repealDocument',
    find: (document, { related, today }) => {
      if (document.class !== 'interpretation' || !isWhole(document)) return null
      const of = related.find(({ relation, inverse }) => relation === 'interprets' && !inverse)?.row
      if (of === undefined) return null
      const validity = validityOn(of, today)
      const gone = of.shown === 'tombstone'
      if (!gone && validityOn(document, today) !== null) return null
      return gone || (validity !== null && validity !== 'inForce' && validity !== 'notYet')
        ? `所解读的《${of.title}》已经${gone ? '撤下' : '不再有效'}，解读仍在公开。`
        : null
    },
  },
  longStanding: {
    caption: '长期没有清理',
    gravity: 'note',
    cites: ['规范性文件通知'],
    advice: '纳入清理，作出继续有效、修改、废止或者失效的结论。',
    mends: 'repealDocument',
    find: ({ class: of, madeOn, expiresOn, endedAs, shown }, { today }) =>
      (of === 'normative' || of === 'policy') &&
      shown === 'whole' &&
      endedAs === null &&
      expiresOn === null &&
      madeOn !== null &&
      addMonths(madeOn, standing) < today
        ? `成文于${formatChinese(madeOn)}，没有规定有效期，已满${standing / 12}年。`
        : null,
  },
  withheldReviewDue: {
    caption: '不公开的信息到期应当评估审查',
    gravity: 'fault',
    cites: ['条例§18'],
    advice: '评估审查；因情势变化可以公开的，修改公开属性后公开。',
    mends: 'reviewWithheld',
    find: ({ reviewOn, attribute }, { today }) =>
      attribute !== 'proactive' && reviewOn !== null && reviewOn <= today
        ? `应当于${formatChinese(reviewOn)}评估审查。`
        : null,
  },
} as const satisfies Readonly<Record<string, DocumentCheck>>
