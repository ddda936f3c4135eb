/** Where kept reports are opened and read: warm worker threads, so that no file can hold up or end the service. */
import { LIMITS } from '../../../reader/formats/limits.ts'
import { type Outcome, WorkerPool } from '../../../reader/formats/worker-pool.ts'
import type { Bytes, NotRead, NotUnpacked, ReadBytes, ReadingJob, Unpacked } from './reading-jobs.ts'

export interface ReadingRoom {
  /** Never rejects. 'closed': the room was closed meanwhile, and nothing is known of the document. */
  read(document: Bytes): Promise<ReadBytes | NotRead | 'closed'>
  /** Never rejects. */
  unpack(document: Bytes): Promise<readonly (Unpacked | NotUnpacked)[]>
  close(): Promise<void>
}

/** Seconds for one document, beyond what the reader allows its own workers. */
const secondsToRead = LIMITS.pdfSeconds + 20
const secondsToUnpack = 30

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
const ownModule = new URL(`./reading-worker.${extension}`, import.meta.url)

/**
 * @param most documents read at once; each may take the memory of a worker
 * @param module the module of the workers
 */
export function readingRoom(most = 2, module = ownModule): ReadingRoom {
  const pool = new WorkerPool<ReadingJob>({ module, most, megabytes: LIMITS.workerMegabytes })
  return {
    async read(document) {
      const outcome = await pool.run<ReadBytes | NotRead>('read', document, secondsToRead)
      if (outcome.ok) return outcome.value
      return outcome.reason === 'closed' ? 'closed' : { refusal: refusals[outcome.reason] }
    },
    async unpack(document) {
      const outcome = await pool.run<readonly (Unpacked | NotUnpacked)[]>('unpack', document, secondsToUnpack)
      return outcome.ok ? outcome.value : [{ name: document.name, message: notUnpacked }]
    },
    close: () => pool.close(),
  }
}

type Reason = Exclude<Extract<Outcome<never>, { ok: false }>['reason'], 'closed'>

const tooMuch =
  '这份材料过于庞杂，在限定的时间和内存内没有读完。请只保留报告正文，另存后重新上传；原文件仍保留。'

const refusals: Readonly<Record<Reason, { readonly code: string; readonly message: string }>> = {
  timeout: { code: 'timeout', message: tooMuch },
  memory: { code: 'timeout', message: tooMuch },
  failed: {
    code: 'damaged',
    message: '读取这份材料时出错中断，没有读出内容。请用原软件打开后另存为新的文件重新上传；原文件仍保留。',
  },
}

const notUnpacked = '压缩包没有能够打开。请解压后直接上传里面的报告文件。'
