/** Sets reports in type, one after another, in a worker thread of its own. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const require = createRequire(import.meta.url)
const fontPath = (family: string, weight: string): string =>
  join(dirname(require.resolve(`@expo-google-fonts/${family}/package.json`)), weight)

// The workspace is empty: the document can reach no file, whatever its data says.
const workspace = mkdtempSync(join(tmpdir(), 'gongkai-'))
process.on('exit', () => rmSync(workspace, { recursive: true, force: true }))

const compiler = NodeCompiler.create({
  workspace,
  fontArgs: [
    {
      fontPaths: [
        fontPath('noto-serif-sc', '400Regular'),
        fontPath('noto-serif-sc', '700Bold'),
        fontPath('noto-sans-sc', '400Regular'),
      ],
    },
  ],
})
const template = readFileSync(new URL('./report.typ', import.meta.url), 'utf8')

const compile = (report: string): Uint8Array => {
  const { result } = compiler.compile({ mainFileContent: template, inputs: { report } })
  if (!result) throw new Error('Typst did not compile the report')
  try {
    return compiler.pdf(result, { pdfStandard: 'a-2b' })
  } catch (error) {
    // PDF/A refuses characters that no typeface here has; the report is worth more than the standard. Any other
    // refusal is a fault of ours and must not pass for a document that keeps to it.
    if (!/could not be displayed/.test(String(error))) throw error
    return compiler.pdf(result, {})
  } finally {
    compiler.evictCache(0)
  }
}

parentPort?.on('message', (report: string) => {
  try {
    parentPort?.postMessage({ bytes: compile(report) })
  } catch (error) {
    parentPort?.postMessage({ error: String(error) })
  }
})
