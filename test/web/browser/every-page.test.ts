/**
 * Every page that anybody can come to by following links, whoever they are: no dead link, no page that lacks what
 * every page must have, none that a stranger may read, and none that lets what was typed become markup.
 */
import { DomUtils } from 'htmlparser2'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '../../../src/law/day.ts'
import { dayAt } from '../../../src/office/beijing-time.ts'
import { demonstrationPassword } from '../../../src/office/demonstration/county.ts'
import { realWorld } from '../../../src/world.ts'
import { bePatient } from './support/patience.ts'
import {
  elements,
  filledIn,
  formsOf,
  type Reader,
  reader,
  type Seen,
  type SeenForm,
  text,
} from './support/reader.ts'
import { type ServedCounty, serveCounty } from './support/serve-county.ts'
import { formsAmong, kindOf, shapeOf, walk } from './support/walk.ts'

bePatient()

/** Whatever a text stands in, this would end it and begin an element that no page has. */
const hostile = `--></textarea></title></script></style>"'><xss-probe onload=probe()>{{7*7}}\${7*7}\u202e`

const today = dayAt(realWorld.now())
const acceptable = [
  addDays(today, 60),
  today,
  '1',
  '20',
  '13900001111',
  'somebody@mail.example',
  '110101190001011009',
  '材料',
]

const staff = [
  'education.handler',
  'education.reviewer',
  'education.head',
  'county.supervisor',
  'admin.system',
  'admin.security',
  'admin.audit',
] as const

let county: ServedCounty
const visitors = new Map<string, Reader>()
const seen = new Map<string, readonly Seen[]>()

async function signIn(account: string): Promise<Reader> {
  const visitor = reader(county.origin)
  const [form] = formsOf(await visitor.get('/sign-in'))
  const values = new FormData()
  values.set('account', account)
  values.set('password', demonstrationPassword)
  const opened = await visitor.send(form!, values)
  if (!opened.path.startsWith('/work')) throw new Error(`${account} could not sign in: ${opened.path}`)
  return visitor
}

beforeAll(async () => {
  county = await serveCounty({ RATE_FACTOR: '1000' })
  visitors.set('public', reader(county.origin))
  for (const account of [...staff, 'land.handler']) visitors.set(account, await signIn(account))
  for (const [name, visitor] of visitors)
    seen.set(name, await walk(visitor, county.origin, name === 'public' ? '/' : '/work'))
})
afterAll(() => county?.close())

const everybody = ['public', ...staff] as const
const pagesOf = (name: string): readonly Seen[] => (seen.get(name) ?? []).filter(isPage)
/** What is shown, not what is handed out as a file. */
const isPage = ({ type, headers }: Seen): boolean =>
  type.startsWith('text/html') && !(headers.get('content-disposition') ?? '').startsWith('attachment')

describe.each(everybody)('what %s comes to', (name) => {
  test('is there', () => {
    const dead = seen.get(name)!.filter(({ status }) => status !== 200)
    expect(dead.map(({ status, path }) => `${status} ${path}`)).toEqual([])
    expect(pagesOf(name).length).toBeGreaterThan(1)
  })

  test('has a title, a language, one heading of the first rank, ids that are its own, labels that lead somewhere', () => {
    expect(pagesOf(name).flatMap(faultsOf)).toEqual([])
  })

  test('comes under a policy that lets no foreign script or style in', () => {
    const weak = pagesOf(name).filter(({ headers }) => {
      const policy = headers.get('content-security-policy') ?? ''
      return !/script-src 'self'(?:;| 'nonce-)/.test(policy) || /unsafe-inline|unsafe-eval|\*/.test(policy)
    })
    expect(weak.map(({ path }) => path)).toEqual([])
    const sniffed = seen
      .get(name)!
      .filter(({ headers }) => headers.get('x-content-type-options') !== 'nosniff')
    expect(sniffed.map(({ path }) => path)).toEqual([])
  })
})

function faultsOf(page: Seen): readonly string[] {
  const ids = all(page, ({ attribs }) => attribs.id !== undefined).map(({ attribs }) => attribs.id!)
  const has = new Set(ids)
  const faults = [
    ...(elements(page, ['title']).some((title) => text(title) !== '') ? [] : ['no title']),
    ...(elements(page, ['html'])[0]?.attribs.lang === 'zh-CN' ? [] : ['no language']),
    ...(elements(page, ['h1']).length === 1 ? [] : [`${elements(page, ['h1']).length} h1`]),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `id ${id} twice`),
    ...elements(page, ['label'])
      .filter(({ attribs }) => attribs.for !== undefined && !has.has(attribs.for))
      .map(({ attribs }) => `label for ${attribs.for}`),
    ...all(page, ({ attribs }) => attribs.style !== undefined).map(({ name }) => `style on ${name}`),
  ]
  return faults.map((fault) => `${page.path}: ${fault}`)
}

const all = (page: Seen, is: (element: { name: string; attribs: Record<string, string> }) => boolean) =>
  DomUtils.findAll(is, page.document.children)

describe('a stranger', () => {
  const ofEducation = (): readonly string[] => [
    ...new Set(
      staff
        .filter((account) => account.startsWith('education'))
        .flatMap((account) => seen.get(account)!.map(({ path }) => path))
        .filter((path) => path.startsWith('/work/education/')),
    ),
  ]

  test('who has not signed in is sent to the door', async () => {
    expect(ofEducation().length).toBeGreaterThan(5)
    for (const path of ofEducation()) {
      const { path: at, status } = await visitors.get('public')!.get(path)
      expect(at.startsWith('/sign-in') || status === 404 || status === 401, `${status} ${path}`).toBe(true)
    }
  })

  test('from another organ finds nothing there', async () => {
    for (const path of ofEducation()) {
      const { status, html } = await visitors.get('land.handler')!.get(path)
      expect([403, 404], path).toContain(status)
      expect(html).not.toContain('教育局')
    }
  })
})

describe('what is typed', () => {
  test('stays what it is, in every field of every form, and wherever it is shown afterwards', async () => {
    let sent = 0
    const taken = new Set<string>()
    const broken: string[] = []
    const look = (name: string, what: string, { status, path, ...page }: Seen) => {
      if (status >= 500) broken.push(`${name}: ${status} ${what}`)
      for (const { name: tag } of marks({ status, path, ...page }))
        broken.push(`${name}: <${tag}> at ${what}`)
    }
    for (const name of everybody) {
      const visitor = visitors.get(name)!
      for (const known of formsAmong(pagesOf(name))) {
        // Whoever sends it, a form of the same shape goes the same way; what was taken once need not be again.
        const kind = kindOf(known[0]!)
        const form = taken.has(kind) ? null : await stillThere(visitor, known)
        if (form === null) continue
        const values = filledIn(form, hostile)
        if ([...values.keys()].length === 0) continue
        const what = `${form.method} ${form.action} of ${shapeOf(form.page)}`
        let answer = await visitor.send(form, values)
        look(name, what, answer)
        // What has to be a number, a telephone or a day is made one, so that the texts beside it are taken.
        for (const word of acceptable) {
          const wrong = refusedFields(answer)
          if (wrong.length === 0) break
          for (const field of wrong) values.set(field, word)
          answer = await visitor.send(form, values)
          look(name, what, answer)
        }
        if (answer.status === 200) taken.add(kind)
        sent++
      }
    }
    expect(sent).toBeGreaterThan(20)
    expect(taken.size).toBeGreaterThan(15)
    for (const name of everybody) {
      const visitor = visitors.get(name)!
      for (const page of await walk(visitor, county.origin, name === 'public' ? '/' : '/work', files()))
        look(name, page.path, page)
    }
    expect(broken).toEqual([])
  })
})

/** Shapes of addresses that only files were handed out at, in which no element can be brought. */
function files(): ReadonlySet<string> {
  const all = [...seen.values()].flat()
  const shapes = (pages: readonly Seen[]) => new Set(pages.map(({ path }) => shapeOf(path)))
  return shapes(all.filter((each) => !isPage(each))).difference(shapes(all.filter(isPage)))
}

/** Elements, and addresses that are script, which only the hostile text can have brought. */
const marks = (page: Seen) =>
  all(
    page,
    ({ name, attribs }) =>
      name === 'xss-probe' ||
      Object.keys(attribs).some((each) => /^on[a-z]+$/.test(each)) ||
      /^\s*javascript:/i.test(attribs.href ?? ''),
  )

/** The form on its page as it is now: one that was opened before something else was done is refused, and rightly. */
async function stillThere(visitor: Reader, known: readonly SeenForm[]): Promise<SeenForm | null> {
  for (const before of known) {
    const now = formsOf(await visitor.get(before.page)).find((each) => kindOf(each) === kindOf(before))
    if (now !== undefined) return now
  }
  return null
}

const refusedFields = (page: Seen): readonly string[] =>
  all(page, ({ attribs }) => attribs['aria-invalid'] === 'true' && attribs.name !== undefined).map(
    ({ attribs }) => attribs.name!,
  )
