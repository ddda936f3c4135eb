import { event } from './events.ts'
import { isForInformation } from './guards.ts'
import { missing, says, verb } from './verb.ts'

export interface RecordRetrieval {
  /** Systems, archives and units searched. */
  readonly places: readonly string[]
  /** Words searched with. */
  readonly words: readonly string[]
  /** Who searched. */
  readonly by: string
  readonly found: boolean
  readonly result: string
}

/** 条例§36(4): 经检索没有. Courts ask what was searched, where, by whom and with which words; so does this record. */
export const recordRetrieval = verb<RecordRetrieval>(
  'recordRetrieval',
  [isForInformation],
  (_, { places, words, by, found, result }, { today }) => {
    if (!places.some(says)) return missing('检索的系统、档案或者部门', '条例§36(4)')
    if (!words.some(says)) return missing('检索所用的关键词', '条例§36(4)')
    if (!says(by)) return missing('检索人', '条例§36(4)')
    if (!says(result)) return missing('检索的结果', '条例§36(4)')
    const kept = (texts: readonly string[]) => texts.map((text) => text.trim()).filter(says)
    return [
      event('retrievalRecorded', today, { places: kept(places), words: kept(words), by, found, result }),
    ]
  },
)
