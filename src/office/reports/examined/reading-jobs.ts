/** What is done to the bytes of a kept report away from the thread that answers requests. */
import { createHash } from 'node:crypto'
import { isUnpackRefusal, unpack } from '../../../reader/formats/unpack.ts'
import { isUnread, read } from '../../../reader/read.ts'
import type { ReadingRecord } from './events.ts'
import { checked, keptBlocks, packed, toldOf } from './reading.ts'

export interface Bytes {
  readonly bytes: Uint8Array
  readonly name: string
}

/** Why a document gave no reading, in the reader's words. */
export interface NotRead {
  readonly refusal: { readonly code: string; readonly message: string }
}

/** A reading ready to be sealed, with its record for the log. `codes`: where codes of organs may stand. */
export interface ReadBytes {
  readonly told: Omit<ReadingRecord, 'reading' | 'source'>
  readonly reading: Uint8Array
  readonly source: Uint8Array
  readonly codes: string
}

/** A document to be kept byte for byte with its digest, or why it cannot be. */
export type Unpacked = Bytes & { readonly hash: string }
export type NotUnpacked = { readonly name: string; readonly message: string }

export const readingJobs = {
  /** Reads and checks one document. */
  async read({ bytes, name }: Bytes): Promise<ReadBytes | NotRead> {
    const [found, ...more] = await read(bytes, name)
    if (found === undefined || more.length > 0) return { refusal: severalDocuments }
    if (isUnread(found)) return { refusal: { code: found.refusal.code, message: found.refusal.message } }
    const reading = checked(found.report, found.findings)
    const content = packed(reading)
    if (content.length > mostPacked) return { refusal: tooLong }
    return {
      told: toldOf(reading),
      reading: content,
      source: packed(keptBlocks(found.source)),
      codes: `${name} ${found.report.publication.indexNumber ?? ''}`,
    }
  },

  /** Takes an archive apart; anything else is itself the one document. */
  async unpack({ bytes, name }: Bytes): Promise<readonly (Unpacked | NotUnpacked)[]> {
    return (await unpack(bytes, name)).map(({ name: inside, content }) => {
      if (isUnpackRefusal(content)) return { name: inside, message: content.message }
      return { name: inside, bytes: content, hash: createHash('sha256').update(content).digest('hex') }
    })
  },
}

export type ReadingJob = keyof typeof readingJobs

/** Bytes of a packed reading; an annual report has some tens of thousands. */
const mostPacked = 5_000_000

const severalDocuments = {
  code: 'several',
  message: '这个文件里不是恰好一份报告，未读取。请拆成单份报告后分别上传。',
}

const tooLong = {
  code: 'too-large',
  message: '这份材料的文字过多，不像一份年度报告，未读取。请只保留报告正文后重新上传。',
}
