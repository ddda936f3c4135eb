/** Lists of organs as files. What is written is read back letter by letter. */
import {
  type Grid,
  type ListKind,
  type ListRefusal,
  readList as read,
  writeListCsv,
  writeListXlsx,
} from '../lists/list-file.ts'
import { organFields } from './fields.ts'
import type { OrganRecord } from './organ.ts'

export { type Grid, type ListRefusal, readCsv } from '../lists/list-file.ts'

const [first, ...others] = organFields.map(({ head }) => head)

export const organList: ListKind = { what: '机关名录', heads: [first!, ...others] }

const linesOf = (organs: readonly OrganRecord[]): readonly (readonly string[])[] =>
  organs.map((organ) => organFields.map(({ write }) => write(organ)))

export const writeOrgansCsv = (organs: readonly OrganRecord[]): string =>
  writeListCsv(organList, linesOf(organs))

export const writeOrgansXlsx = (organs: readonly OrganRecord[]): Promise<Uint8Array> =>
  writeListXlsx(organList, linesOf(organs))

export const readList = (bytes: Uint8Array): Promise<Grid | ListRefusal> => read(bytes, organList)
