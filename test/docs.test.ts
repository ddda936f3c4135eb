/** The pages of docs against the code they speak of. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { generated } from '../scripts/pages.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
  join('examples', 'README.md'),
]

const textOf = (page: string): string => readFileSync(join(root, page), 'utf8')

test('what the pages take from the program is what it says', async () => {
  for (const { page, text } of await generated())
    expect(textOf(page), 'run: npx node scripts/pages.ts').toBe(text)
})

describe.each(pages)('%s', (page) => {
  const text = textOf(page)

  test('every link leads to a file', () => {
    const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#]+)(?:#[^)]*)?\)/g)].map(
      ([, to]) => to as string,
    )
    expect(links.filter((to) => !existsSync(join(root, dirname(page), to)))).toEqual([])
  })

  test('every path of the package exists', () => {
    const named = [...text.matchAll(/`((?:src|test|docs|scripts|examples|bin)\/[\w./-]*)`/g)]
      .map(([, path]) => path as string)
      .filter((path) => !existsSync(join(root, path)))
    expect(named).toEqual([])
  })

  test('a name that links to a file is a name of that file', () => {
    const names = [...text.matchAll(/\[`(\w+)(?:\(\))?`\]\(([^)#]+\.ts)\)/g)]
    const missing = names
      .map(([, name = '', to = '']) => ({ name, file: join(root, dirname(page), to) }))
      .filter(
        ({ name, file }) =>
          !existsSync(file) || !new RegExp(`\\b${name}\\b`).test(readFileSync(file, 'utf8')),
      )
      .map(({ name, file }) => `${name} in ${file.slice(root.length)}`)
    expect(missing).toEqual([])
  })
})
