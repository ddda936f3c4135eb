import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import type { Inspection } from './inspection.ts'
import { attachmentLimits } from './limits.ts'
import type { Look } from './look.ts'
import { refused } from './refused.ts'
import { attachmentKinds } from './sniff.ts'

/**
 * Looks into an attachment before it is taken in or let out: what it is, by content; what it hides; what personal
 * data it has; or why it is refused. Runs in a worker thread of its own, with a limit of memory and time. Never
 * rejects. Of a classified file nothing may be stored: the caller drops the bytes.
 */
export async function inspect(bytes: Uint8Array, name: string): Promise<Inspection> {
  const facts = {
    name: cleanName(name),
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
  const found = bytes.length > attachmentLimits.bytes ? tooLarge(bytes.length) : await inTurn(bytes, name)
  return { ...facts, type: attachmentKinds[found.kind].type, ...found }
}

/** A name fit to be shown and saved: no folders, no control characters or marks that turn the writing round. */
export function cleanName(name: string): string {
  const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  const clean = last
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff<>:"|?*]/g, '')
    .replace(/^\.+|[. ]+$/g, '')
    .trim()
  const characters = [...clean]
  if (characters.length <= 120) return clean === '' ? '附件' : clean
  const dot = clean.lastIndexOf('.')
  const extension = dot > 0 && clean.length - dot <= 10 ? clean.slice(dot) : ''
  return characters.slice(0, 120 - extension.length).join('') + extension
}

const nothing = { kind: 'unknown', hidden: [], personal: [] } as const

function tooLarge(size: number): Look {
  const megabytes = (value: number): string => (value / 1_000_000).toFixed(0)
  const message = `文件有 ${megabytes(size)} MB，超过 ${megabytes(attachmentLimits.bytes)} MB 的上限。请分成几份或者压缩图片后再上传。`
  return { ...nothing, refused: refused('tooLarge', message) }
}

const waiting: (() => void)[] = []
let running = 0

async function inTurn(bytes: Uint8Array, name: string): Promise<Look> {
  if (running >= attachmentLimits.workers) await new Promise<void>((go) => waiting.push(go))
  else running++
  try {
    return await inWorker(bytes, name)
  } finally {
    const next = waiting.shift()
    if (next === undefined) running--
    else next()
  }
}

/** A worker for one file only: what a file does to it, it does to no other. */
function inWorker(bytes: Uint8Array, name: string): Promise<Look> {
  return new Promise((resolve) => {
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
    const worker = new Worker(new URL(`./inspect-worker.${extension}`, import.meta.url), {
      workerData: { bytes, name },
      resourceLimits: { maxOldGenerationSizeMb: attachmentLimits.megabytes, maxYoungGenerationSizeMb: 64 },
      execArgv: [],
    })
    const settle = (outcome: Look): void => {
      clearTimeout(timer)
      resolve(outcome)
      void worker.terminate()
    }
    const fail = (reason: 'tooComplex' | 'damaged', message: string) => (): void =>
      settle({ ...nothing, refused: refused(reason, message) })
    const complex = fail(
      'tooComplex',
      '文件过于庞杂，在限定的时间和内存内没有检查完。请拆分或者另存后再上传。',
    )
    const damaged = fail('damaged', '文件已损坏，无法检查。请用原软件打开后另存为新的文件。')
    const timer = setTimeout(complex, attachmentLimits.seconds * 1000)
    worker.on('message', (message: Look | 'failed') => (message === 'failed' ? damaged() : settle(message)))
    worker.on('error', (error: Error & { code?: string }) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? complex() : damaged(),
    )
    worker.on('exit', damaged)
  })
}
