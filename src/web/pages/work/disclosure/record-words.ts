/** What each kind of record is called where something is done to it. */
import { type RecordKind, recordKinds } from '../../../../office/documents/records/record.ts'

/** Kinds that have a list of their own; opinions stand with what they are about. */
export type ListedKind = Exclude<RecordKind, 'opinion'>

interface RecordWords {
  /** Above the form that opens one, and on the way to it; null where it is opened from outside. */
  readonly open: string | null
  readonly note: string | null
  /** What was noted so far. */
  readonly notes?: string
  readonly close: string
  /** What it is once it is closed. */
  readonly closed: string
  /** Where there is none. */
  readonly none: string
}

export const recordWords: Readonly<Record<RecordKind, RecordWords>> = {
  account: {
    open: '登记账号',
    note: '登记更新',
    notes: '历次更新',
    close: '注销账号',
    closed: '已注销',
    none: '开设的政务新媒体账号在这里登记；在账号上发布信息、登记更新，都算作更新。',
  },
  concern: {
    open: '登记舆情',
    note: '登记回应',
    notes: '历次回应',
    close: '办结',
    closed: '已办结',
    none: '涉及本机关的热点、突发事件在这里登记，从发现起计算回应时限。',
  },
  call: {
    open: '开始征求意见',
    note: null,
    close: '公布采纳情况',
    closed: '已反馈',
    none: '公告发布以后，在这里开始接收意见，截止以后公布采纳情况。',
  },
  opinion: { open: null, note: null, close: '答复意见', closed: '已答复', none: '公众提出的意见列在这里。' },
  correction: {
    open: null,
    note: null,
    close: '答复',
    closed: '已答复',
    none: '公众在信息页面上指出的差错、举报应当公开没有公开的，列在这里。',
  },
  special: {
    open: '开设专题',
    note: '列入、移出信息',
    notes: '列入、移出的记录',
    close: '结束专题',
    closed: '已结束',
    none: '把同一件事的公开信息集中到一页，公众在门户的“专题”中查看。',
  },
  appraisal: {
    open: null,
    note: null,
    close: '',
    closed: '',
    none: '读者在信息页面上评价是否有用，只计数，不记录是谁。',
  },
}

export const isListed = (text: string): text is ListedKind =>
  text !== 'opinion' && Object.hasOwn(recordKinds, text)
