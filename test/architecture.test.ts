/**
 * The house as it is meant to stand: which room may import which, what the pure rooms may not touch, and that the
 * words of the form are written down once. Every file of src is read; nothing is executed.
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { editions } from '../src/report/editions/index.ts'
import type { Edition, Node } from '../src/report/form.ts'
import { scan } from './support/scan.ts'

const src = fileURLToPath(new URL('../src', import.meta.url))

/** Rooms each room may import from, itself included. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  law: ['law'],
  report: ['law', 'report'],
  'reader/formats': ['reader/formats'],
  reader: ['law', 'report', 'reader', 'reader/formats'],
  writer: ['law', 'report', 'writer'],
  office: ['law', 'report', 'reader', 'reader/formats', 'writer', 'office'],
  store: ['law', 'report', 'office', 'store'],
  carriers: ['law', 'office', 'carriers'],
  web: ['law', 'report', 'writer', 'office', 'web'],
  cli: ['law', 'report', 'reader', 'reader/formats', 'writer', 'office', 'cli'],
  main: [
    'law',
    'report',
    'reader',
    'reader/formats',
    'writer',
    'office',
    'store',
    'carriers',
    'web',
    'cli',
    'main',
  ],
}

/** Rooms that compute and do nothing else. */
const pure = ['law', 'report']

/** Dependencies that a pure room may have, by the files that may have them. */
const exceptions: readonly { readonly file: RegExp; readonly dependency: RegExp }[] = [
  { file: /^law\/calendar[\w-]*\.ts$/, dependency: /^chinese-days(?:\/|$)/ },
]

/** The clock, chance and the surroundings: what a pure function does not look at. */
const impure =
  /\b(?:async|await|Date|Math\.random|process|performance|crypto|fetch|setTimeout|setInterval|globalThis)\b/g

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => name.split(sep).join('/'))
  .sort()

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file)

const roomOf = (file: string): string => {
  if (file.startsWith('reader/formats/')) return 'reader/formats'
  return file.includes('/') ? (file.split('/')[0] as string) : 'main'
}

const sources = new Map(files.map((file) => [file, readFileSync(join(src, file), 'utf8')]))
const scanned = new Map([...sources].map(([file, text]) => [file, scan(text)]))

interface Import {
  readonly file: string
  readonly from: string
}

const importsOf = (file: string): readonly Import[] =>
  (scanned.get(file)?.imports ?? []).map((from) => ({ file, from }))

const isRelative = ({ from }: Import): boolean => from.startsWith('.')

/** The file of src that a relative import names, without what it asks of the bundler; outside of src it begins with `..`. */
const target = ({ file, from }: Import): string =>
  relative(src, join(src, file, '..', from.replace(/\?.*$/, '')))
    .split(sep)
    .join('/')

/** Whether the file is there. What is said of a route module stands in `+types`, and is made from it. */
const exists = (name: string): boolean =>
  sources.has(name) ||
  sources.has(name.replace(/\+types\/([\w-]+)\.ts$/, '$1.tsx')) ||
  (/\.(?:css|svg)$/.test(name) && existsSync(join(src, name)))

const production = files.filter((file) => !isTest(file))

describe('rooms', () => {
  test('there are files to look at', () => {
    expect(production.length).toBeGreaterThan(20)
    expect(production.flatMap(importsOf).length).toBeGreaterThan(production.length)
  })

  test('every room is known', () => {
    expect(production.filter((file) => !(roomOf(file) in mayImport))).toEqual([])
  })

  test('imports point one way', () => {
    const wrong = production
      .flatMap(importsOf)
      .filter(isRelative)
      .filter((found) => !mayImport[roomOf(found.file)]?.includes(roomOf(target(found))))
      .map(({ file, from }) => `${file} imports ${from}`)
    expect(wrong).toEqual([])
  })

  test('nothing outside of src is imported, except what the package itself states', () => {
    const wrong = production
      .flatMap(importsOf)
      .filter((found) => isRelative(found) && target(found).startsWith('..'))
      .filter((found) => target(found) !== '../package.json')
      .map(({ file, from }) => `${file} imports ${from}`)
    expect(wrong).toEqual([])
  })

  test('every relative import names its file in full, and the file exists', () => {
    const wrong = files
      .flatMap(importsOf)
      .filter((found) => isRelative(found) && !target(found).startsWith('..'))
      .filter((found) => !exists(target(found)) && !/\.d\.ts$/.test(target(found)))
      .map(({ file, from }) => `${file} imports ${from}`)
    expect(wrong).toEqual([])
  })
})

describe('pure rooms', () => {
  const inPureRooms = production.filter((file) => pure.includes(roomOf(file)))

  test('depend on nothing but each other', () => {
    const wrong = inPureRooms
      .flatMap(importsOf)
      .filter((found) => !isRelative(found))
      .filter((found) => !exceptions.some((e) => e.file.test(found.file) && e.dependency.test(found.from)))
      .map(({ file, from }) => `${file} imports ${from}`)
    expect(wrong).toEqual([])
  })

  test('know no clock, no chance, no surroundings, and do not wait', () => {
    const wrong = inPureRooms.flatMap((file) =>
      [...(scanned.get(file)?.code.matchAll(impure) ?? [])].map(([word]) => `${file} uses ${word}`),
    )
    expect(wrong).toEqual([])
  })
})

/** What Vite bundles for the server and for browsers. */
const bundled = /^web\/(?:pages|ui|enhance)\//

/** What may be in the bundle beside our own files: nothing that keeps state, starts a worker or touches a file. */
const inBundle =
  /^(?:react|react-dom|react-router|react-aria-components|qrcode|chinese-days|@react-router\/dev\/routes)(?:\/|$)/

/** The one file that only the server runs, and what it needs. */
const atTheServer: Import[] = ['node:stream', '@react-router/node'].map((from) => ({
  file: 'web/pages/entry.server.tsx',
  from,
}))

const typeImport = /^(?:import|export)\s+type\b[^'"]*?['"]([^'"]+)['"]/gm

/** Imports of which something is left when the types are gone. */
const valueImportsOf = (file: string): readonly Import[] => {
  const types = [...(sources.get(file)?.matchAll(typeImport) ?? [])].map(([, from]) => from)
  return importsOf(file).filter(({ from }) => !types.includes(from))
}

describe('pages', () => {
  const reached = new Set(production.filter((file) => bundled.test(file)))
  for (const file of reached)
    for (const found of valueImportsOf(file)) {
      const next = target(found)
      if (isRelative(found) && sources.has(next)) reached.add(next)
    }

  test('are there, and reach the law', () => {
    expect([...reached].filter((file) => /^web\/pages\//.test(file)).length).toBeGreaterThan(5)
    expect(reached).toContain('law/clock.ts')
  })

  test('bring into the bundle nothing that keeps state, starts a worker or touches a file', () => {
    const wrong = [...reached]
      .flatMap(valueImportsOf)
      .filter((found) => !isRelative(found) && !inBundle.test(found.from))
      .filter((found) => !atTheServer.some(({ file, from }) => file === found.file && from === found.from))
      .map(({ file, from }) => `${file} imports ${from}`)
    const located = [...reached].filter((file) => scanned.get(file)?.code.includes('import.meta'))
    expect([...wrong, ...located]).toEqual([])
  })

  test('are read by the bundler alone: Node takes no types out of JSX', () => {
    const wrong = production
      .filter((file) => !bundled.test(file))
      .flatMap(valueImportsOf)
      .filter(({ from }) => from.endsWith('.tsx'))
      .map(({ file, from }) => `${file} imports ${from}`)
    expect(wrong).toEqual([])
  })
})

/** The migrations that databases have been through. What is added must come after them in the order of the names. */
const inUse = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16, 17, 20]

describe('files', () => {
  test('none has more than 350 lines', () => {
    const long = [...sources]
      .map(([file, text]) => ({ file, lines: text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > 350)
      .map(({ file, lines }) => `${file}: ${lines} lines`)
    expect(long).toEqual([])
  })

  test('names are kebab-case', () => {
    const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:test|d|server|client))?\.tsx?$/
    expect(files.filter((file) => !kebab.test(file.split('/').at(-1) ?? ''))).toEqual([])
  })

  test('a migration is added behind those of databases that are in use, with the next number', () => {
    const numbers = files.flatMap((file) => /^store\/migrations\/(\d{4})-/.exec(file)?.[1] ?? []).map(Number)
    const added = numbers.length - inUse.length
    expect(numbers).toEqual([...inUse, ...Array.from({ length: added }, (_, n) => inUse.at(-1)! + 1 + n)])
  })

  test('no path of one machine is written down', () => {
    const absolute = /^(?:file:\/\/)?\/(?:home|root|tmp|usr|var|opt|etc|mnt|srv|Users)\/|^[A-Za-z]:\\/
    const wrong = files.flatMap((file) =>
      (scanned.get(file)?.strings ?? [])
        .filter((text) => absolute.test(text))
        .map((text) => `${file}: ${text}`),
    )
    expect(wrong).toEqual([])
  })
})

/** Every caption, band and corner of an edition, and the other captions it accepts. */
const captionsOf = (edition: Edition): readonly string[] => {
  const below = (nodes: readonly Node[]): readonly string[] =>
    nodes.flatMap((node) => [
      node.caption,
      ...(node.also ?? []),
      ...(node.kind === 'group' ? below(node.nodes) : []),
    ])
  return [
    edition.title,
    ...edition.sections.map(({ title }) => title),
    ...edition.tables.flatMap(({ band, corner, over, rows, columns }) => [
      ...[band, corner, over].filter((text) => text !== undefined),
      ...below(rows),
      ...below(columns),
    ]),
  ]
}

describe('the words of the form', () => {
  const captions = [...new Set(Object.values(editions).flatMap(captionsOf))].filter(
    (caption) => [...caption].length >= 6,
  )

  test('are in the editions', () => expect(captions.length).toBeGreaterThan(30))

  test('are retyped nowhere else', () => {
    // The words of sentences, by which claims are found, are no captions, though some of them coincide.
    const home = /^(?:law|report\/editions|report\/claims)\//
    const wrong = production
      .filter((file) => !home.test(file))
      .flatMap((file) =>
        (scanned.get(file)?.strings ?? [])
          .filter((text) => captions.includes(text.trim()))
          .map((text) => `${file}: ${text}`),
      )
    expect(wrong).toEqual([])
  })
})
