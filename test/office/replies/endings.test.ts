/** Every lawful ending of a request and of a demand to correct a record, from the counter to the file, by use cases. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nationalCalendar } from '../../../src/law/calendar.ts'
import { demonstrationThirdParty } from '../../../src/office/demonstration/applicants.ts'
import { prepare } from '../../../src/office/demonstration/preparations.ts'
import { draftedEndings, replyFor } from '../../../src/office/demonstration/replies.ts'
import { letters } from '../../../src/office/letters/letters.ts'
import { openCase } from '../../../src/office/replies/case-file.ts'
import { factsOfCase } from '../../../src/office/replies/facts-of-case.ts'
import { printLetter } from '../../../src/office/replies/print-letter.ts'
import { letterKindOf } from '../../../src/office/replies/reply.ts'
import { endings, isDisposition, statusOf } from '../../../src/office/requests/index.ts'
import type { Store } from '../../../src/store/store.ts'
import { verify } from '../../../src/store/verify.ts'
import { application, here, openHouse, personal, recordApplication, start } from './house.ts'
import { must, viewerOf, walkOffice } from './walk-office.ts'

let store: Store
beforeAll(async () => {
  store = await openHouse()
})
afterAll(() => store.close())

describe('条例§36至§41 各种处理决定从登记到归档', () => {
  test.each(draftedEndings)('%s', async (ending) => {
    const request = `case-${ending}`
    const walked = walkOffice(store, { organ: here, request, today: start })
    await walked.receive(isDisposition(ending) ? application : recordApplication)
    const { facts } = replyFor(ending)
    const reply = replyFor(ending, { facts: { ...facts, ...(await prepare(ending, walked, store)) } })
    const letter = await walked.decide(reply)

    const { title, series } = letters[letterKindOf(ending)]
    expect(letter.letter.title).toBe(title)
    expect(letter.letterNo).toMatch(new RegExp(`^示自然资${series}〔2026〕\\d+号$`))
    expect(letter.letter.addressee).toBe('欧阳示例')
    await walked.on(walked.today).deliver(walked.today)
    await walked.archive()
    expect(statusOf(walked.state.progress)).toBe('archived')

    // What the law wants stated stands in the log, said once: by the facts of the letter.
    for (const [i, must] of endings[ending].mustState.entries())
      expect(walked.state.draft?.statements[i], must).toBeTruthy()
    const given = ending === 'granted' || ending === 'partial'
    expect(walked.state.draft?.provision).toEqual(given ? { form: '电子文件', delivery: '网上获取' } : null)
    // What was typed, the file could not know.
    const file = await store.inTransaction(here, (unit) =>
      openCase(unit, request, walked.acting('draft').context, nationalCalendar),
    )
    const { known } = factsOfCase(file)
    expect(Object.keys(reply.facts).filter((name) => Object.hasOwn(known, name))).toEqual([])
  })

  test('条例§29 撤回的申请，确认书随撤回发出', async () => {
    const walked = walkOffice(store, { organ: here, request: 'case-withdrawn', today: start })
    await walked.receive(application)
    await walked.notice('withdraw', { how: '书面方式' })
    expect(walked.letters.at(-1)).toMatchObject({
      kind: 'withdrawn',
      letterNo: expect.stringContaining('公开终'),
    })
    expect(walked.letters.at(-1)?.letter.paragraphs.join('')).toContain('2026年3月2日以书面方式撤回')
    await walked.archive()
  })

  test.each(['docx', 'pdf'] as const)('归档的答复可以印成%s', async (format) => {
    const viewer = viewerOf(here, 'handler')
    const [letterId] = await store.inTransaction(here, async ({ vault }) =>
      vault.find('letter', 'number', '示自然资公开〔2026〕1号'),
    )
    const request = 'case-granted'
    const printed = must(
      'print',
      await printLetter(store, { organ: here, request, letterId: letterId!, viewer, format }),
    )
    expect(printed.name).toBe(`政府信息予以公开告知书 示自然资公开〔2026〕1号.${format}`)
    expect(new TextDecoder('latin1').decode(printed.bytes.slice(0, 4))).toBe(
      format === 'pdf' ? '%PDF' : 'PK\u0003\u0004',
    )
    expect(personal.filter((word) => printed.name.includes(word))).toEqual([])
  })

  test('个保法§6 事件中没有任何人的个人信息，链条、台账、文号完整', async () => {
    const events = await store.inTransaction(here, ({ events }) => events.read(0, 10_000))
    expect(events.length).toBeGreaterThan(300)
    const text = JSON.stringify(events)
    expect(
      [...personal, demonstrationThirdParty.name, '工业路'].filter((word) => text.includes(word)),
    ).toEqual([])
    expect((await verify(store, here)).faults).toEqual([])
  })
})
