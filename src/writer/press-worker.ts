/** Sets documents in type, one after another, in a worker thread of its own. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PressWork } from './press.ts'

const { template, input, fontPaths } = workerData as PressWork

const require = createRequire(import.meta.url)
const fontPath = (family: string, weight: string): string =>
  join(dirname(require.resolve(`@expo-google-fonts/${family}/package.json`)), weight)

const file = fileURLToPath(new URL(`./${template}`, import.meta.url))
const compiler = NodeCompiler.create({
  // There is no folder below a file: the document can reach nothing, whatever its data says, and nothing is left
  // behind when the thread is stopped.
  workspace: join(file, 'nothing'),
  fontArgs: [
    {
      fontPaths: [
        ...fontPaths,
        fontPath('noto-serif-sc', '400Regular'),
        fontPath('noto-serif-sc', '700Bold'),
        fontPath('noto-sans-sc', '400Regular'),
      ],
    },
  ],
})
const mainFileContent = readFileSync(file, 'utf8')

const compile = (data: string): Uint8Array => {
  try {
    const compiled = compiler.compile({ mainFileContent, inputs: { [input]: data } })
    const { result } = compiled
    if (!result) {
      const said = compiled.takeError()?.shortDiagnostics.map(({ message }) => message) ?? []
      throw new Error(`${template}: ${said.join('; ')}`)
    }
    try {
      return compiler.pdf(result, { pdfStandard: 'a-2b' })
    } catch (error) {
      // PDF/A refuses characters that no typeface here has; the document is worth more than the standard. Any other
      // refusal is a fault of ours and must not pass for a document that keeps to it.
      if (!/could not be displayed/.test(String(error))) throw error
      return compiler.pdf(result, {})
    }
  } finally {
    compiler.evictCache(0)
  }
}

parentPort?.on('message', (data: string) => {
  try {
    parentPort?.postMessage({ bytes: compile(data) })
  } catch (error) {
    parentPort?.postMessage({ error: String(error) })
  }
})
