/** Sets letters in type, one after another, in a worker thread of its own. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const require = createRequire(import.meta.url)
const fontPath = (family: string, weight: string): string =>
  join(dirname(require.resolve(`@expo-google-fonts/${family}/package.json`)), weight)

// The workspace is empty: the document can reach no file, whatever its data says.
const workspace = mkdtempSync(join(tmpdir(), 'gongkai-'))
process.on('exit', () => rmSync(workspace, { recursive: true, force: true }))

const { fontPaths } = workerData as { readonly fontPaths: readonly string[] }
const compiler = NodeCompiler.create({
  workspace,
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
const template = readFileSync(new URL('./letter.typ', import.meta.url), 'utf8')

const compile = (letter: string): Uint8Array => {
  const { result } = compiler.compile({ mainFileContent: template, inputs: { letter } })
  if (!result) throw new Error('Typst did not compile the letter')
  try {
    return compiler.pdf(result, { pdfStandard: 'a-2b' })
  } catch {
    // PDF/A refuses characters that no typeface here has; the letter is worth more than the standard.
    return compiler.pdf(result, {})
  } finally {
    compiler.evictCache(0)
  }
}

parentPort?.on('message', (letter: string) => {
  try {
    parentPort?.postMessage({ bytes: compile(letter) })
  } catch (error) {
    parentPort?.postMessage({ error: String(error) })
  }
})
