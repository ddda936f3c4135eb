/**
 * How fast reports are read: `npm run bench:reading`, `--quick` for a short run.
 *
 * 1. On one core: bytes of text, HTML and PDF to a report with its figures and claims.
 * 2. HTML against the same bytes merely tokenised, in the same rounds. The aim is at most three times as long.
 * 3. A folder of 10,000 web pages read, checked and written as JSON lines, in one thread and over two workers.
 */

import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { Parser, Tokenizer } from 'htmlparser2'
import { eachFile } from '../src/cli/pool.ts'
import { hasFailed, type Outcome, readJob } from '../src/cli/read-job.ts'
import { isUnread, read } from '../src/reader/read.ts'
import { reportJson } from '../src/writer/json.ts'
import { htmlSamples, type Sample, textSamples } from './corpus.ts'
import { race, table } from './measure.ts'
import { pdfSamples } from './pdf-corpus.ts'

const aim = 3
const quick = process.argv.includes('--quick')
const plan = quick
  ? { samples: 30, pdfs: 6, rounds: 5, warm: 2, files: 1_000, distinct: 100 }
  : { samples: 120, pdfs: 20, rounds: 21, warm: 5, files: 10_000, distinct: 500 }

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
const megabytes = (samples: readonly Sample[]): number => sum(samples.map(({ bytes }) => bytes.length)) / 1e6

const readAll = async (samples: readonly Sample[]): Promise<void> => {
  for (const { bytes, name } of samples) await read(bytes, name)
}

/** Figures read as printed, in percent of those printed; a figure read wrongly ends the run. */
const rightly = async (samples: readonly Sample[]): Promise<string> => {
  let printed = 0
  let got = 0
  for (const sample of samples) {
    const [result] = await read(sample.bytes, sample.name)
    if (!result || isUnread(result)) throw new Error(`${sample.name} was not read`)
    for (const [key, text] of Object.entries(sample.printed)) {
      if (!/\d/.test(text)) continue
      printed++
      const reading = result.report.readings[key]
      if (!reading || !('value' in reading)) continue
      if (reading.value !== Number(text)) throw new Error(`${sample.name}: ${key} was read wrongly`)
      got++
    }
  }
  return printed === 0 ? '-' : `${((100 * got) / printed).toFixed(1)} %`
}

const tokenised = (samples: readonly Sample[]): void => {
  const nothing = () => {}
  const callbacks = {
    onattribdata: nothing,
    onattribentity: nothing,
    onattribend: nothing,
    onattribname: nothing,
    oncdata: nothing,
    onclosetag: nothing,
    oncomment: nothing,
    ondeclaration: nothing,
    onend: nothing,
    onopentagend: nothing,
    onopentagname: nothing,
    onprocessinginstruction: nothing,
    onselfclosingtag: nothing,
    ontext: nothing,
    ontextentity: nothing,
    isInForeignContext: () => false,
  }
  for (const { bytes } of samples) {
    const tokenizer = new Tokenizer({}, callbacks)
    tokenizer.write(new TextDecoder().decode(bytes))
    tokenizer.end()
  }
}

const parsed = (samples: readonly Sample[]): void => {
  for (const { bytes } of samples) {
    const parser = new Parser({})
    parser.write(new TextDecoder().decode(bytes))
    parser.end()
  }
}

const oneCore = async (): Promise<void> => {
  const formats = [
    ['text', textSamples(plan.samples), plan.rounds],
    ['HTML', htmlSamples(plan.samples), plan.rounds],
    ['PDF', await pdfSamples(plan.pdfs), Math.ceil(plan.rounds / 4)],
  ] as const
  const rows: string[][] = []
  for (const [format, samples, rounds] of formats) {
    if (samples.length === 0) {
      console.log(`${format}: no files to read, left out\n`)
      continue
    }
    const { all } = await race({ all: () => readAll(samples) }, rounds, plan.warm)
    const size = megabytes(samples)
    rows.push([
      format,
      String(samples.length),
      `${((1000 * size) / samples.length).toFixed(1)} kB`,
      `${(all.median / samples.length).toFixed(2)} ms`,
      `${((1000 * samples.length) / all.median).toFixed(0)}`,
      `${((1000 * size) / all.median).toFixed(1)}`,
      `${(all.least / samples.length).toFixed(2)}-${(all.most / samples.length).toFixed(2)} ms`,
      await rightly(samples),
    ])
  }
  const head = ['one core', 'reports', 'mean size', 'a report', 'reports/s', 'MB/s', 'range', 'figures read']
  table(head, rows)
}

const againstTokens = async (): Promise<void> => {
  const samples = htmlSamples(plan.samples)
  const took = await race(
    {
      tokenizer: () => tokenised(samples),
      parser: () => parsed(samples),
      read: () => readAll(samples),
    },
    plan.rounds,
    plan.warm,
  )
  const row = (name: string, time: number, base: number) => [
    name,
    `${(time / samples.length).toFixed(2)} ms`,
    `${((1000 * megabytes(samples)) / time).toFixed(1)}`,
    `${(time / base).toFixed(2)} x`,
  ]
  const base = took.parser.median
  table(
    ['HTML, same bytes, same rounds', 'a page', 'MB/s', 'of Parser'],
    [
      row('htmlparser2 Tokenizer, empty handlers', took.tokenizer.median, base),
      row('htmlparser2 Parser, empty handlers', base, base),
      row('bytes to report with claims', took.read.median, base),
    ],
  )
  for (const [name, time] of [
    ['Parser', base],
    ['Tokenizer', took.tokenizer.median],
  ] as const) {
    const ratio = took.read.median / time
    const verdict = ratio <= aim ? 'met' : 'not met'
    console.log(`against ${name}: ${ratio.toFixed(2)} x, aim at most ${aim} x: ${verdict}`)
  }
  console.log()
}

/** What `gongkai read --json` does with an answer: a line that a worker made, or an outcome made a line here. */
type Answer = readonly ({ readonly line: string } | Outcome)[]

const lineOf = (answer: Answer[number]): string => {
  if ('line' in answer) return answer.line
  if (hasFailed(answer)) throw new Error(`${answer.file}: ${answer.error}`)
  return JSON.stringify(reportJson(answer.report, answer.findings, answer.file))
}

const batch = async (files: readonly string[], threads: number, into: string) => {
  const out = createWriteStream(into)
  let peak = 0
  const start = performance.now()
  const inline = readJob as (file: string) => Promise<Answer>
  for await (const { index, answer } of eachFile(files, inline, true, threads)) {
    for (const one of answer) out.write(`${lineOf(one)}\n`)
    if (index % 50 === 0) peak = Math.max(peak, process.memoryUsage.rss())
  }
  out.end()
  await finished(out)
  return { seconds: (performance.now() - start) / 1000, peak }
}

const folder = async (): Promise<void> => {
  const path = await mkdtemp(join(tmpdir(), 'gongkai-bench-'))
  try {
    const samples = htmlSamples(plan.distinct)
    const own = samples.map(({ name }) => join(path, name))
    for (const [i, { bytes }] of samples.entries()) await writeFile(own[i] as string, bytes)
    const files = Array.from({ length: plan.files }, (_, i) => own[i % own.length] as string)
    const into = join(path, 'out.jsonl')
    const rows: string[][] = []
    let single = 0
    for (const threads of [1, 2]) {
      await batch(files.slice(0, plan.distinct), threads, into)
      // One pass: it reads every distinct file many times over, minutes long.
      const { seconds, peak } = await batch(files, threads, into)
      if (threads === 1) single = seconds
      rows.push([
        threads === 1 ? 'in the main thread' : `over ${threads} workers`,
        `${seconds.toFixed(1)} s`,
        (files.length / seconds).toFixed(0),
        `${(single / seconds).toFixed(2)} x`,
        `${(peak / 1e6).toFixed(0)} MB`,
      ])
    }
    const head = `${plan.files} HTML reports (${plan.distinct} distinct) to JSON lines`
    table([head, 'total', 'reports/s', 'scaling', 'peak RSS'], rows)
  } finally {
    await rm(path, { recursive: true, force: true })
  }
}

console.log(
  `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}${quick ? ', quick run' : ''}\n`,
)
await oneCore()
await againstTokens()
await folder()
console.log(`peak RSS of the whole run: ${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB`)
// The workers that read PDF files stay warm for a next one; there is none.
process.exit(0)
