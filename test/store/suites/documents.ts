import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { nationalCalendar } from '../../../src/law/calendar.ts'
import { addDays, addMonths, type Day } from '../../../src/law/day.ts'
import { checkLinks } from '../../../src/office/documents/check-links.ts'
import {
  checkDocuments,
  type DocumentFinding,
  findingsOf,
} from '../../../src/office/documents/checks/check-documents.ts'
import { blankContent, type DocumentContent } from '../../../src/office/documents/content.ts'
import { facetKeys } from '../../../src/office/documents/facets.ts'
import { type DocumentEvent, event as made } from '../../../src/office/documents/life/events.ts'
import { validities, validityOn } from '../../../src/office/documents/validity.ts'
import type { DocumentFilter, DocumentRow, PageRequest, Probed } from '../../../src/office/ports.ts'
import { alike } from '../../../src/office/search/alike.ts'
import { rebuild } from '../../../src/store/rebuild.ts'
import { verify } from '../../../src/store/verify.ts'
import { type Bench, by, deriveDue, organ } from '../support/office.ts'

const here = 'documents'
const there = 'documents-other'
const organs = [here, there]
const first: Day = '2026-01-01'

const open = { attribute: 'proactive', ground: null, law: null, because: null, reviewOn: null } as const

const body = { hash: 'a', length: 9, excerpt: '', links: [], quotes: [], personal: {} }

/** Texts in which checks find something, or nothing. */
const bodies: readonly DocumentContent['body'][] = [
  null,
  body,
  { ...body, personal: { mobile: 2 } },
  { ...body, quotes: ['示水〔2026〕8号'] },
  { ...body, links: ['/organs/documents/documents/nowhere', '/organs/documents/documents/doc-002'] },
]

const content = (n: number): DocumentContent => ({
  ...blankContent(n % 3 === 0 ? 'normative' : n % 3 === 1 ? 'budget' : 'policy'),
  title: `第${n}号文件`,
  issuer: '示例县水利局',
  docNo: `示水〔2026〕${n + 1}号`,
  madeOn: addDays(first, n),
  effectiveOn: addDays(first, n + 5),
  expiresOn: n % 4 === 0 ? addDays(first, n + 20) : null,
  theme: n % 2 === 0 ? 'finance' : 'agriculture',
  genre: 'notice',
  field: n % 5 === 0 ? 'budget' : null,
  audiences: n % 2 === 0 ? ['farmer', 'enterprise'] : [],
  abstract: `关于第${n}号水库的内容`,
  body: bodies[n % 5] ?? null,
})

/** Every sixth is drafted only, every seventh withdrawn, every eighth withheld, every ninth repealed. */
function historyOf(n: number): readonly DocumentEvent[] {
  const day = addDays(first, n + 1)
  const drafted = made('documentDrafted', day, { content: content(n) })
  if (n % 6 === 5) return [drafted]
  const signed = [drafted, ...(n % 8 === 7 ? [withheld(day)] : [made('attributeDecided', day, open)])]
  if (n % 8 === 7) return [...signed, made('documentSigned', day, { remark: null })]
  const act = { channel: 'website', account: null, place: null, time: null, number: 1 } as const
  return [
    ...signed,
    made('submitted', day, {}),
    made('documentSigned', day, { remark: null }),
    made('indexNumberGiven', day, { indexNo: `X/${n}` }),
    made('publishedVia', day, act),
    ...(n % 2 === 0
      ? [made('publishedVia', addDays(day, 2), { ...act, channel: 'wechat', account: 'a1', place: null })]
      : []),
    ...(n % 9 === 8
      ? [made('documentEnded', addDays(day, 10), { as: 'repealed', by: null, because: '已有新规定' })]
      : []),
    ...(n % 7 === 6
      ? [made('documentWithdrawn', addDays(day, 3), { reason: 'error', told: '内容有误，已撤下。' })]
      : []),
    ...(n > 0 ? [made('documentLinked', day, { relation: 'seeAlso', target: id(n - 1), title: '' })] : []),
  ]
}

const withheld = (day: Day) =>
  made('attributeDecided', day, {
    ...{ attribute: 'withheld', ground: 'thirdParty', law: null },
    ...{ because: '涉及商业秘密', reviewOn: addDays(day, 365) },
  })

const id = (n: number) => `doc-${String(n).padStart(3, '0')}`
const count = 40

const nameOf = ({ check, id: of }: DocumentFinding): string => `${of} ${check}`

export function testDocuments({ store, fresh }: Bench): void {
  describe('documents', () => {
    beforeAll(async () => {
      await store().organs.put(organ(here))
      await store().organs.put(organ(there, here))
      for (let n = 0; n < count; n++)
        await store().inTransaction(organs[n % 2]!, (unit) =>
          unit.events.append(`document/${id(n)}`, 0, historyOf(n), by),
        )
    })

    const all = (filter: Partial<DocumentFilter> = {}, limit = 200) =>
      pages((page) => store().documents.list({ organs, ...filter }, page), limit)

    test('visits are added up by month, from whatever server, and nobody is counted whom no organ has', async () => {
      const { visits } = store()
      const visit = (n: number, count: number) => ({ organ: organs[n % 2]!, document: id(n), count })
      await visits.add([visit(2, 3), visit(1, 1), { ...visit(0, 9), organ: 'nowhere' }], '2027-12-31')
      await Promise.all([1, 2, 3].map((times) => visits.add([visit(4, times), visit(2, 1)], '2028-01-15')))
      await visits.add([], '2028-01-15')
      const counts = async (since: Day) =>
        [...(await visits.of(organs, [id(1), id(2), id(4)], since))].toSorted()
      expect(await counts('2027-12-20')).toEqual([
        [id(1), 1],
        [id(2), 6],
        [id(4), 6],
      ])
      expect(await counts('2028-01-31')).toEqual([
        [id(2), 3],
        [id(4), 6],
      ])
      expect(await visits.of(organs, [], first)).toEqual(new Map())
      expect(await visits.byClass(organs, '2028-01-01')).toEqual([
        { organ: here, class: 'budget', count: 6 },
        { organ: here, class: 'policy', count: 3 },
      ])
    })

    test('links elsewhere are looked at a few at a time, found broken the second day, and forgotten', async () => {
      const own = await fresh()
      await own.organs.put(organ(here))
      const at = (name: string) => `https://${name}.example/`
      const having = (links: readonly string[]) => ({ ...content(0), body: { ...body, links } })
      const names = ['opens', 'gone', 'inside', 'lost']
      const [drafted, ...rest] = historyOf(0)
      const links = [...names.map(at), '/organs/documents/documents/none', 'mailto:a@b.example']
      const begun = { ...drafted!, data: { content: having(links) } } as DocumentEvent
      await own.inTransaction(here, (unit) => unit.events.append('document/d', 0, [begun, ...rest], by))
      const told: Readonly<Record<string, Probed>> = {
        [at('opens')]: 'good',
        [at('gone')]: 'bad',
        [at('inside')]: 'private',
        [at('lost')]: 'unreached',
      }
      const asked: string[] = []
      const look = (today: Day, probe = (address: string) => told[address]!) =>
        checkLinks(
          own,
          async (address) => {
            asked.push(address)
            return probe(address)
          },
          today,
        )
      await own.links.gather(here)
      await own.links.gather(here)
      // Cut off from the net nothing is recorded, so it is asked again.
      expect(await look('2026-02-01', () => 'unreached')).toBe(4)
      expect(await look('2026-02-01')).toBe(4)
      expect(asked.toSorted()).toEqual([...names, ...names].map(at).toSorted())
      expect([await look('2026-02-01'), await own.links.broken(here)]).toEqual([0, []])
      expect(await look('2026-02-02', () => 'bad')).toBe(2)
      const dead = (await own.links.broken(here)).map(({ address }) => address)
      expect(dead.toSorted()).toEqual([at('gone'), at('lost')])
      const found = await checkDocuments(own, here, '2026-02-02')
      expect(found.filter(({ check }) => check === 'brokenLink')).toMatchObject([
        { message: expect.stringContaining('没有对应的页面') },
      ])
      expect(await look('2026-02-08', () => 'good')).toBe(4)
      expect(await own.links.broken(here)).toEqual([])
      for (const day of ['2026-02-15', '2026-02-16'] as const) await look(day, () => 'bad')
      expect(await own.links.broken(here)).toContainEqual({ address: at('opens'), goodOn: '2026-02-08' })
      await own.inTransaction(here, (unit) =>
        unit.events.append(
          'document/d',
          1 + rest.length,
          [made('documentRestricted', '2026-02-16', { because: '核查' })],
          by,
        ),
      )
      await own.links.gather(here)
      expect([await own.links.broken(here), await look('2026-03-01')]).toEqual([[], 0])
    })

    test('counting begins once for an organ, and is left alone when everything else is made anew', async () => {
      const own = await fresh()
      await own.organs.put(organ('one'))
      await own.visits.begin('2026-03-01')
      await own.organs.put(organ('two', 'one'))
      await own.visits.begin('2026-04-01')
      const begun = () => Promise.all(['one', 'two', 'three'].map((each) => own.visits.begunOn(each)))
      expect(await begun()).toEqual(['2026-03-01', '2026-04-01', null])
      await own.visits.add([{ organ: 'one', document: 'd', count: 2 }], '2026-04-01')
      await rebuild(own, 'one', deriveDue)
      expect(await begun()).toEqual(['2026-03-01', '2026-04-01', null])
      expect(await own.visits.of(['one'], ['d'], '2026-04-30')).toEqual(new Map([['d', 2]]))
    })

    test('whatever a check finds lies among the suspects, and not everything does', async () => {
      const visited = new Map<string, Day>([
        [id(2), '2028-01-01'],
        [id(4), '2028-01-01'],
        [id(1), '2027-12-01'],
      ])
      const opened = (of: string, today: Day) => (visited.get(of) ?? '') >= addMonths(today, -25)
      await sql`insert into visits_begun values (${here}, '2026-03-01')`.execute(store().database)
      const rows = await all()
      const days: readonly Day[] = [
        ...(['2026-01-20', '2026-02-10', '2026-06-01', '2027-02-01', '2028-02-29', '2028-03-01'] as const),
        '2028-12-01',
        '2031-03-01',
      ]
      for (const today of days)
        for (const of of organs) {
          const mine = rows.filter((row) => row.organ === of)
          const byHand = await Promise.all(
            mine.map(async (row) =>
              findingsOf(row, {
                ...{ today, calendar: nationalCalendar },
                related: await store().documents.related(of, row.id),
                numbered: (docNo) => rows.filter((each) => each.docNo === docNo),
                // A page of another organ is that organ's to keep.
                document: (at, other) =>
                  at === of ? (mine.find((each) => each.id === other) ?? null) : { ...row, shown: 'whole' },
                broken: () => null,
                opened: (each) => (of === here && today >= '2028-03-01' ? opened(each, today) : null),
              }),
            ),
          )
          const found = await checkDocuments(store(), of, today)
          expect(found.map(nameOf).toSorted(), today).toEqual(byHand.flat().map(nameOf).toSorted())
        }
      const unread = (await checkDocuments(store(), here, '2028-03-01')).filter(
        ({ check }) => check === 'longUnread',
      )
      expect(unread.map((each) => each.id)).toContain(id(0))
      expect(unread.map((each) => each.id)).not.toContain(id(4))
      const suspects = await all({ suspectOn: days[0]! })
      expect(suspects.length).toBeLessThan(rows.length)
    })

    test('a row follows its events in the same transaction, and not where the unit is abandoned', async () => {
      const seen = await store().inTransaction(here, async (unit) => {
        await unit.events.append('document/passing', 0, historyOf(42), by)
        const row = await unit.documents.get(here, 'passing')
        unit.abandon()
        return row
      })
      expect(seen).toMatchObject({ id: 'passing', stage: 'published', shown: 'whole', title: '第42号文件' })
      expect(await store().documents.get(here, 'passing')).toBeNull()
    })

    test('lists page by page, whatever the size of the page', async () => {
      const whole = await all()
      expect(whole).toHaveLength(count)
      expect(await all({}, 3)).toEqual(whole)
      const days = whole.map(({ publishedOn }) => publishedOn ?? '9999')
      expect(days).toEqual(days.toSorted().reverse())
      await expect(store().documents.list({ organs }, { limit: 1, after: 'nonsense' })).rejects.toThrow(
        RangeError,
      )
    })

    test('every filter gives the rows of which it is true, and counts as many', async () => {
      const rows = await all()
      const cases: readonly (readonly [Partial<DocumentFilter>, (row: DocumentRow) => boolean])[] = [
        [{ shown: ['whole'] }, ({ shown }) => shown === 'whole'],
        [{ shown: ['whole', 'tombstone'] }, ({ shown }) => shown !== null],
        [{ stage: ['drafting'] }, ({ stage }) => stage === 'drafting'],
        [{ class: ['normative', 'budget'] }, (row) => row.class === 'normative' || row.class === 'budget'],
        [{ attribute: ['withheld'] }, ({ attribute }) => attribute === 'withheld'],
        [{ item: ['budget'], shown: ['whole'] }, (row) => row.item === 'budget' && row.shown === 'whole'],
        [{ theme: ['finance'], genre: ['notice'] }, ({ theme }) => theme === 'finance'],
        [{ field: ['budget'] }, ({ field }) => field === 'budget'],
        [{ audience: 'farmer' }, ({ audiences }) => audiences.includes('farmer')],
        [{ year: 2026 }, ({ publishedOn }) => publishedOn?.startsWith('2026') === true],
        [{ year: 2025 }, () => false],
        [
          { made: { from: '2026-01-05', to: '2026-01-09' } },
          ({ madeOn }) => madeOn! >= '2026-01-05' && madeOn! <= '2026-01-09',
        ],
        [{ docNos: ['示水〔2026〕3号'] }, ({ docNo }) => docNo === '示水〔2026〕3号'],
        [{ title: '第1' }, ({ title }) => title.includes('第1')],
        [{ title: '%' }, () => false],
        [{ reviewBy: '2027-01-20' }, ({ reviewOn }) => reviewOn !== null && reviewOn <= '2027-01-20'],
        [{ ids: [id(1), id(2), 'none'] }, (row) => row.id === id(1) || row.id === id(2)],
      ]
      for (const on of ['2026-01-10', '2026-01-25', '2026-03-01'] as const)
        for (const is of Object.keys(validities) as (keyof typeof validities)[])
          expect((await all({ validity: { is, on } })).map((row) => row.id)).toEqual(
            rows.filter((row) => validityOn(row, on) === is).map((row) => row.id),
          )
      for (const [filter, holds] of cases) {
        const found = await all(filter)
        expect(
          found.map((row) => row.id),
          JSON.stringify(filter),
        ).toEqual(rows.filter(holds).map((row) => row.id))
        expect(await store().documents.tally({ organs, ...filter }, [])).toMatchObject([
          { count: found.length },
        ])
      }
    })

    test('counts by several keys at once add up', async () => {
      const counted = await store().documents.tally({ organs }, ['organ', 'class', 'year', 'theme'])
      expect(counted.reduce((sum, row) => sum + row.count, 0)).toBe(count)
      expect(counted.every(({ year }) => year === null || year === 2026)).toBe(true)
      const published = (await all({ class: ['budget'] })).flatMap((row) => row.publishedOn ?? [])
      const [budget] = await store().documents.tally({ organs, class: ['budget'] }, [])
      expect(budget?.newest).toBe(published.toSorted().at(-1))
    })

    test('facets counted together are what each counts alone, without what is chosen of itself', async () => {
      const on = '2026-01-25'
      const filters: readonly Partial<DocumentFilter>[] = [
        {},
        { shown: ['whole'] },
        { theme: ['finance'] },
        { class: ['normative', 'budget'], year: 2026, shown: ['whole'] },
        { validity: { is: 'inForce', on }, item: ['budget'], genre: ['notice'] },
        { organs: [here], field: ['budget'], title: '1' },
        { year: 2025, theme: ['finance'] },
        {
          ...{
            organs: [there],
            item: ['budget'],
            localMatter: 'none',
            theme: ['finance'],
            genre: ['notice'],
          },
          ...{ field: ['budget'], class: ['budget'], year: 2026, validity: { is: 'inForce', on } },
        },
      ]
      for (const more of filters) {
        const filter = { organs, ...more }
        const { facets, total, newest } = await store().documents.facets(filter, organs, on)
        const [all] = await store().documents.tally(filter, [])
        expect({ count: total, newest }, JSON.stringify(more)).toEqual(all)
        for (const key of facetKeys) {
          const { [key as 'class']: _, ...others } = filter
          const counted =
            key === 'validity'
              ? await Promise.all(
                  (Object.keys(validities) as (keyof typeof validities)[]).map(async (is) => {
                    const [one] = await store().documents.tally({ ...filter, validity: { is, on } }, [])
                    return { ...one!, key: is as string }
                  }),
                )
              : (
                  await store().documents.tally(key === 'organ' ? { ...filter, organs } : others, [key])
                ).flatMap((row) =>
                  row[key] === null ? [] : [{ key: `${row[key]}`, count: row.count, newest: row.newest }],
                )
          expect(facets[key], JSON.stringify([more, key])).toEqual(counted.filter(({ count }) => count > 0))
        }
      }
    })

    test('acts of publication are counted by channel, account and class', async () => {
      const rows = await all()
      const acts = rows.flatMap((row) => row.acts)
      const counted = await store().documents.acts(organs)
      expect(counted.reduce((sum, row) => sum + row.count, 0)).toBe(acts.length)
      const wechat = counted.filter(({ channel }) => channel === 'wechat')
      expect(new Set(wechat.map(({ account }) => account))).toEqual(new Set(['a1']))
      const january = await store().documents.acts([here], { from: '2026-01-01', to: '2026-01-31' })
      const expected = rows
        .filter((row) => row.organ === here)
        .flatMap((row) => row.acts)
        .filter(({ on }) => on <= '2026-01-31')
      expect(january.reduce((sum, row) => sum + row.count, 0)).toBe(expected.length)
    })

    test('links are found from either side, over organs', async () => {
      const found = await store().documents.related(here, id(2))
      expect(found.map(({ relation, inverse, row }) => [relation, inverse, row.id]).toSorted()).toEqual([
        ['seeAlso', false, id(1)],
        ['seeAlso', true, id(3)],
      ])
      expect((await store().documents.withNumbers(['示水〔2026〕3号'])).map((row) => row.id)).toEqual([id(2)])
    })

    test('what the public sees is found before an application, and nothing else', async () => {
      const rows = await all()
      for (const row of rows)
        expect((await store().search.get(row.organ, 'document', row.id)) !== null, row.id).toBe(
          row.shown === 'whole',
        )
      const [found] = await alike(store().search, organs, '示水〔2026〕5号', 1)
      expect(found).toMatchObject({ id: id(4), address: `/organs/${here}/documents/${id(4)}` })
    })

    test('an address of before leads to the document that came from it', async () => {
      const address = `https://old.county.example/${'x'.repeat(3000)}`
      const imported = { content: content(1), address, publishedOn: first, source: 'csv' }
      await store().inTransaction(here, (unit) =>
        unit.events.append(
          'document/old',
          0,
          [made('indexNumberGiven', first, { indexNo: 'X/old' }), made('documentImported', first, imported)],
          by,
        ),
      )
      expect(await store().documents.atAddress(address)).toMatchObject({ id: 'old', oldAddress: address })
      expect(await store().documents.atAddress(`${address}y`)).toBeNull()
    })

    test('records beside the documents follow their events, page by page, and are verified', async () => {
      for (let n = 0; n < 5; n++)
        await store().inTransaction(here, async (unit) => {
          const opened = {
            about: n % 2 === 0 ? 'd1' : null,
            due: addDays(first, n),
            data: { title: `第${n}` },
          }
          const stream = `record/account/r${n}`
          await unit.events.append(stream, 0, [{ kind: 'recordOpened', on: first, data: opened }], by)
          if (n === 3)
            await unit.events.append(
              stream,
              1,
              [{ kind: 'recordClosed', on: first, data: { data: { because: '停用' } } }],
              by,
            )
        })
      const list = (more: object = {}, limit = 10) =>
        store().records.list({ organs, kind: 'account', ...more }, { limit })
      expect((await list()).rows.map((row) => row.id)).toEqual(['r4', 'r3', 'r2', 'r1', 'r0'])
      const half = await list({}, 2)
      const rest = await store().records.list({ organs, kind: 'account' }, { limit: 9, after: half.next! })
      expect(rest.rows.map((row) => row.id)).toEqual(['r2', 'r1', 'r0'])
      expect((await list({ state: 'closed' })).rows).toMatchObject([
        { id: 'r3', version: 2, data: { because: '停用' } },
      ])
      expect((await list({ about: 'd1' })).rows).toHaveLength(3)
      expect((await list({ dueBy: addDays(first, 1) })).rows).toHaveLength(2)
      const faults = async () =>
        (await verify(store(), here, { deriveDue })).faults.map(({ kind, stream }) => [kind, stream])
      await sql`update disclosure_record set state = 'x' where organ = ${here} and id = 'r1'`.execute(
        store().database,
      )
      await sql`update disclosure_record set id = 'r9' where organ = ${here} and id = 'r2'`.execute(
        store().database,
      )
      expect(await faults()).toEqual(
        ['r1', 'r2', 'r9'].map((id) => ['recordDiffers', `record/account/${id}`]),
      )
      await rebuild(store(), here, deriveDue)
      expect(await faults()).toEqual([])
    })

    test('verification finds rows, acts, links and finds that were changed; rebuild puts them right', async () => {
      const tampering = [
        sql`update document set title = 'x' where organ = ${here} and id = ${id(0)}`,
        sql`update document set shown = 'whole' where organ = ${here} and id = ${id(6)}`,
        sql`delete from publication_act where organ = ${here} and document = ${id(2)}`,
        sql`delete from document_link where organ = ${here} and document = ${id(4)}`,
        sql`delete from document where organ = ${here} and id = ${id(10)}`,
      ]
      const faults = async () =>
        (await verify(store(), here, { deriveDue })).faults.map(({ kind, stream }) => [kind, stream])
      expect(await faults()).toEqual([])
      for (const each of tampering) await each.execute(store().database)
      expect(await faults()).toEqual(
        [0, 10, 2, 4, 6].map((n) => ['documentDiffers', `document/${id(n)}`]).toSorted(),
      )
      await rebuild(store(), here, deriveDue)
      expect(await faults()).toEqual([])
    })
  })
}

async function pages(
  query: (page: PageRequest) => Promise<{ rows: readonly DocumentRow[]; next: string | null }>,
  limit: number,
) {
  const rows: DocumentRow[] = []
  for (let after: string | undefined; ; ) {
    const page = await query({ limit, after })
    rows.push(...page.rows)
    if (page.next === null) return rows
    after = page.next
  }
}
