/** Lists of organs as files. What is written is read back letter by letter. */
import {
  type Grid,
  type ListFormat,
  type ListKind,
  type ListRefusal,
  readList as read,
  writeList,
} from '../lists/list-file.ts'
import { organFields } from './fields.ts'
import type { OrganRecord } from './organ.ts'

export { type Grid, type ListRefusal, readCsv } from '../lists/list-file.ts'

const [first, ...others] = organFields.map(({ head }) => head)

export const organList: ListKind = { what: '机关名录', heads: [first!, ...others] }

const linesOf = (organs: readonly OrganRecord[]): readonly (readonly string[])[] =>
  organs.map((organ) => organFields.map(({ write }) => write(organ)))

/** The list of organs; without any, the template. */
export const writeOrgans = (organs: readonly OrganRecord[], format: ListFormat): Promise<Uint8Array> =>
  writeList(organList, linesOf(organs), format)

export const readList = (bytes: Uint8Array): Promise<Grid | ListRefusal> => read(bytes, organList)
