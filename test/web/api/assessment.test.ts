/** A quarter's assessment over HTTP: who sees what when, what is told to whom, and what stays sealed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { blankOrgan } from '../../../src/office/organs/fields.ts'
import { rowOf } from '../../../src/office/organs/organ.ts'
import { streamOfSupervision } from '../../../src/office/streams.ts'
import { licheng2020 } from '../../../src/office/supervision/assessment/systems/licheng-2020.ts'
import { tellLosses } from '../../../src/office/supervision/assessment/tell-losses.ts'
import { namesIn } from '../../../src/reader/formats/zip.ts'
import { rebuild } from '../../../src/store/rebuild.ts'
import { verify } from '../../../src/store/verify.ts'
import { formOf } from './support/form.ts'
import { codes, type House, openHouse, organs, staffId } from './support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const above = `organs/${organs.county}`
const here = `organs/${organs.water}`
const supervisor = staffId('authority', 'county')
const head = staffId('head')

/** What came, where all is well. */
async function got(who: string | null, method: string, path: string, body?: unknown) {
  const reply = await house.ask(who, method, path, body === undefined ? {} : { body })
  expect(reply.status, `${method} ${path}: ${JSON.stringify(reply.body).slice(0, 400)}`).toBe(200)
  return reply.body
}

const opening = (quarter: number, system = 'licheng-2020') => ({
  system,
  period: { year: 2026, quarter },
  organs: [{ organ: organs.water, class: 'department' }],
  sampled: ['公共文化服务'],
})

const fault = (id: string, kind: string, times = 1) => ({
  id,
  kind,
  what: '三份文件没有索引号',
  where: '政策文件栏目',
  times,
})
const findings = (...found: readonly object[]) => ({ findings: { marks: { 1: { found } }, vetoes: [] } })

describe('条例§46 一轮考核', () => {
  let round = ''
  const sheet = () => `${above}/assessment/rounds/${round}/sheets/${organs.water}`

  test('只能考核下级机关；没有类别的不收', async () => {
    const elsewhere = { ...opening(1), organs: [{ organ: organs.mountain, class: 'department' }] }
    expect(
      (await house.ask(supervisor, 'POST', `${above}/assessment/rounds`, { body: elsewhere })).status,
    ).toBe(422)
    const unknown = { ...opening(1), organs: [{ organ: organs.water, class: 'nothing' }] }
    expect(
      (await house.ask(supervisor, 'POST', `${above}/assessment/rounds`, { body: unknown })).status,
    ).toBe(422)
    expect((await got(supervisor, 'GET', `${above}/assessment/rounds`)).rows).toEqual([])
  })

  test('自评、评分；反馈以前机关看不到评分', async () => {
    round = (await got(supervisor, 'POST', `${above}/assessment/rounds`, opening(1))).id
    await got(head, 'POST', `${here}/assessments/${round}/self`, findings())
    const assessed = await got(
      supervisor,
      'POST',
      sheet(),
      findings(fault('a', '1.elements', 3), fault('b', '1.body')),
    )
    expect(assessed.assessed.score.total).toBe(96)
    expect(assessed.self.score.total).toBe(100)
    const own = await got(head, 'GET', `${here}/assessments/${round}`)
    expect([own.assessed, own.state, own.result]).toEqual([null, 'selfScored', null])
    expect((await got(head, 'GET', `${here}/assessments`)).rows[0]).toMatchObject({
      total: null,
      selfScored: true,
    })
  })

  test('问题没有写明在哪里、写了手机号码的，不收', async () => {
    const nowhere = findings({ ...fault('a', '1.body'), where: '' })
    expect((await house.ask(supervisor, 'POST', sheet(), { body: nowhere })).body.detail).toContain('在哪里')
    const personal = findings({ ...fault('a', '1.body'), what: '联系人电话13900001111未遮蔽' })
    expect((await house.ask(supervisor, 'POST', sheet(), { body: personal })).status).toBe(422)
    const strange = findings(fault('a', '2.late'))
    expect((await house.ask(supervisor, 'POST', sheet(), { body: strange })).status).toBe(422)
  })

  test('取用系统检查的数字：没有检查过的说明原因；重新检查的以新数字为准，人工查到的留着', async () => {
    const take = () => house.ask(supervisor, 'POST', `${sheet()}/figures`)
    expect((await take()).body.detail).toContain('还没有对该机关做过系统检查')
    const by = { actor: supervisor, at: '2026-03-02T01:00:00.000Z' }
    const on = '2026-03-02'
    const inspected = (id: string, counts: Readonly<Record<string, number>>) =>
      house.store.inTransaction(organs.county, ({ events }) => {
        const opened = { kind: 'supervisionOpened', on, data: { about: null, due: null, data: {} } } as const
        const results = [{ organ: organs.water, counts, hash: '' }]
        const step = { step: 'look', state: 'open', closes: false, data: { results } }
        const looked = { kind: 'supervisionStepped', on, data: step } as const
        return events.append(streamOfSupervision('inspection', id), 0, [opened, looked], by)
      })
    await inspected('run-1', { 'requests.late': 1 })
    expect((await take()).body.assessed.score.total).toBe(90)
    await inspected('run-2', {})
    expect((await take()).body.assessed.score.total).toBe(96)
  })

  test('反馈后机关看到自己的失分，提出异议；成立的去掉该问题，没有答复的不能办结', async () => {
    await got(supervisor, 'POST', `${above}/assessment/rounds/${round}/feedback`, { objectBy: '2026-03-02' })
    const own = await got(head, 'GET', `${here}/assessments/${round}`)
    expect(own.assessed.score.total).toBe(96)
    const objected = await got(head, 'POST', `${here}/assessments/${round}/objections`, {
      leaf: '1',
      found: 'b',
      reason: '正文当日已经恢复显示',
    })
    const close = { body: { mendBy: '2026-04-30' } }
    const early = await house.ask(supervisor, 'POST', `${above}/assessment/rounds/${round}/close`, close)
    expect([early.status, early.body.detail]).toEqual([409, expect.stringContaining('异议没有答复')])
    const decided = await got(supervisor, 'POST', `${sheet()}/objections/${objected.objections[0].id}`, {
      upheld: true,
      reason: '经核查属实',
    })
    expect(decided.assessed.score.total).toBe(97)
  })

  test('办结封存结果，不能再改；每一处问题转入整改', async () => {
    await got(supervisor, 'POST', `${above}/assessment/rounds/${round}/close`, { mendBy: '2026-04-30' })
    const closed = await got(supervisor, 'GET', `${above}/assessment/rounds/${round}`)
    expect(closed.sealed).toMatch(/^[0-9a-f]{64}$/)
    expect(closed.results).toMatchObject([{ organ: organs.water, total: 97, rank: 1, grade: '优秀' }])
    expect((await house.ask(supervisor, 'POST', sheet(), { body: findings() })).status).toBe(409)
    const rows = await house.store.supervision.list(
      { organs: [organs.county], kind: 'finding', about: organs.water },
      { limit: 10 },
    )
    expect(rows.rows.map(({ data }) => [data.source, data.subject, data.where])).toEqual([
      ['assessment', '1.elements', '政策文件栏目'],
    ])
  })

  test('下一季度：名次和得分与上一季度相比；通报公布前公众看不到', async () => {
    const first = round
    round = (await got(supervisor, 'POST', `${above}/assessment/rounds`, opening(2))).id
    await got(supervisor, 'POST', sheet(), findings(fault('a', '1.elements', 8)))
    const open = await got(supervisor, 'GET', `${above}/assessment/rounds/${round}`)
    expect(open.results).toMatchObject([{ total: 92, points: -5, places: 0 }])
    await got(supervisor, 'POST', `${above}/assessment/rounds/${round}/feedback`, { objectBy: '2026-03-02' })
    await got(supervisor, 'POST', `${above}/assessment/rounds/${round}/close`, { mendBy: '2026-04-30' })
    const { notice } = await got(supervisor, 'GET', `${above}/assessment/rounds/${round}`)
    expect(notice.title).toBe('关于2026年第二季度政务公开考核情况的通报')
    expect(notice.paragraphs.join()).toContain('第1名，示例县水利局，92分（名次持平，减少5分）')
    const { title, paragraphs } = notice
    const path = `${above}/assessment/rounds/${round}/notice`
    for (const format of ['docx', 'pdf'])
      expect((await house.ask(supervisor, 'GET', `${path}/${format}`)).raw.length).toBeGreaterThan(2000)
    expect((await house.ask(null, 'GET', `${above}/published/assessments/${round}`)).status).toBe(404)
    await got(supervisor, 'POST', path, { title, paragraphs, publish: true })
    expect((await got(null, 'GET', `${above}/published/assessments`)).notices).toHaveLength(1)
    expect((await house.ask(supervisor, 'POST', path, { body: { title, paragraphs } })).status).toBe(409)
    expect((await house.ask(null, 'GET', `${above}/published/assessments/${first}`)).status).toBe(404)
  })

  test('夜里告知失分，早上七点以后才发；各机关只收到自己的；再告知不重复', async () => {
    await house.store.inTransaction(organs.water, async ({ staff }) => {
      const member = await staff.get(head)
      await staff.put({ ...member!, mail: 'head@water.example', phone: '13900002222' })
    })
    const path = `${above}/assessment/rounds/${round}/losses`
    const night = {
      organ: organs.county,
      on: '2026-03-02',
      by: { actor: supervisor, at: '2026-03-02T15:00:00.000Z' },
    } as const
    expect(await tellLosses(house.store, { ...night, round })).toMatchObject({ told: [{ outcome: 'sent' }] })
    expect((await got(supervisor, 'POST', path)).rows).toMatchObject([{ outcome: 'again' }])
    const { dispatch } = house.store
    expect(await dispatch.claim('2026-03-02T22:59:00.000Z', '2026-03-02T23:10:00.000Z', 10)).toEqual([])
    const sent = await dispatch.claim('2026-03-02T23:00:00.000Z', '2026-03-03T10:00:00.000Z', 10)
    const texts = sent.map(({ topic, payload }) => [topic, (payload as { text: string }).text] as const)
    expect(texts.map(([topic]) => topic).toSorted()).toEqual(['mail', 'sms'])
    expect(texts.find(([topic]) => topic === 'mail')![1]).toContain(
      '标题、索引号等要素未规范录入（8处）：8分',
    )
    expect(texts.find(([topic]) => topic === 'sms')![1]).not.toContain('索引号')
  })

  test('列表数据可以从日志重建，核对无误', async () => {
    const before = await got(supervisor, 'GET', `${above}/assessment/rounds/${round}`)
    await rebuild(house.store, organs.county, () => ({}) as never)
    expect(await got(supervisor, 'GET', `${above}/assessment/rounds/${round}`)).toEqual(before)
    const stray = house.store.database.updateTable('assessment_record').set({ state: 'open' })
    expect((await verify(house.store, organs.county)).faults).toEqual([])
    await stray.where('organ', '=', organs.county).where('kind', '=', 'round').execute()
    expect((await verify(house.store, organs.county)).faults.map(({ kind }) => kind)).toContain(
      'assessmentDiffers',
    )
    await rebuild(house.store, organs.county, () => ({}) as never)
  })
})

describe('指标体系', () => {
  const path = `${above}/assessment/systems`

  test('导出为 Excel 再导入，一字不差；每次保存为新的版本', async () => {
    for (const id of ['licheng-2020', 'websites-2019', 'baoji-2020']) {
      const before = (await got(supervisor, 'GET', `${path}/${id}`)).system
      for (const format of ['xlsx', 'json']) {
        const file = await house.ask(supervisor, 'GET', `${path}/${id}/file/${format}`)
        const form = formOf([{ name: 'file', file: `体系.${format}`, value: file.raw }])
        const read = await house.ask(supervisor, 'POST', `${path}/file`, form)
        expect(read.status, JSON.stringify(read.body)).toBe(200)
        expect((await got(supervisor, 'GET', `${path}/${id}`)).system, `${id} ${format}`).toEqual(before)
      }
      expect((await got(supervisor, 'GET', `${path}/${id}`)).versions).toHaveLength(2)
    }
  })

  test('分值不符的不保存，逐处说明；不是体系的文件不收', async () => {
    const wrong = { ...licheng2020, indicators: licheng2020.indicators.slice(1) }
    const refused = await house.ask(supervisor, 'POST', path, { body: { system: wrong, reason: '删去一项' } })
    expect([refused.status, refused.body.errors[0].message]).toEqual([
      422,
      expect.stringContaining('合计 90 分'),
    ])
    const form = formOf([{ name: 'file', file: 'a.json', value: '{"format": 1}' }])
    expect((await house.ask(supervisor, 'POST', `${path}/file`, form)).status).toBe(422)
  })

  test('用上一轮的事实试算另一个体系，不改变任何记录', async () => {
    const { rows } = await got(supervisor, 'GET', `${above}/assessment/rounds`)
    const dearer = structuredClone(licheng2020) as unknown as {
      indicators: { rule: { faults: { each: number }[] } }[]
    }
    dearer.indicators[0]!.rule.faults[1]!.each = 2
    const simulated = await got(
      supervisor,
      'POST',
      `${above}/assessment/rounds/${rows.find((each: { period: { quarter: number } }) => each.period.quarter === 1).id}/simulation`,
      {
        system: dearer,
      },
    )
    expect(simulated.rows).toMatchObject([{ before: 97, after: 94, open: 0 }])
  })
})

describe('综合得分', () => {
  /** Weighed otherwise, and kept under another id. */
  const composing = (id: string, parts: object) =>
    got(supervisor, 'POST', `${above}/assessment/systems`, {
      system: { ...licheng2020, id, name: `鲤城（${id}）`, composite: parts },
      reason: '加综合得分',
    })
  const closed = async (opening: object, found: Readonly<Record<string, readonly object[]>>) => {
    const { id } = await got(supervisor, 'POST', `${above}/assessment/rounds`, opening)
    const path = `${above}/assessment/rounds/${id}`
    for (const [organ, faults] of Object.entries(found))
      await got(supervisor, 'POST', `${path}/sheets/${organ}`, findings(...faults))
    await got(supervisor, 'POST', `${path}/feedback`, { objectBy: '2026-03-02' })
    await got(supervisor, 'POST', `${path}/close`, { mendBy: '2026-04-30' })
    return { id, ...(await got(supervisor, 'GET', path)) }
  }

  test('全年的得分由本次和两个季度的平均组成，封存后写明每一部分；没有的部分权重并入其他', async () => {
    await composing('yearly', [
      { of: 'own', caption: '年终考核', weight: 50 },
      { of: 'quarters', caption: '季度考核', weight: 30 },
      { of: 'social', caption: '社会评议', weight: 20 },
    ])
    const year = {
      ...{ system: 'yearly', period: { year: 2026, quarter: null } },
      organs: [{ organ: organs.water, class: 'department' }],
    }
    const round = await closed(year, { [organs.water]: [fault('y', '1.elements', 4)] })
    // 97 and 92 of the quarters; 96 × 50/80 + 94.5 × 30/80.
    const result = {
      total: 96,
      composed: 95.44,
      grade: '优秀',
      parts: [
        { of: 'own', mean: 96, scores: 1, weight: 50, points: 60 },
        { of: 'quarters', mean: 94.5, scores: 2, weight: 30, points: 35.44 },
        { of: 'social', mean: null, scores: 0, weight: 20, points: 0 },
      ],
    }
    expect(round.results).toMatchObject([result])
    expect(round.sealed).toMatch(/^[0-9a-f]{64}$/)
    const own = await got(head, 'GET', `${here}/assessments/${round.id}`)
    expect(own.result).toMatchObject(result)
    expect(round.notice.paragraphs.join()).toContain('95.44分')
  })

  test('部门的得分由自己和下级单位的平均组成，同一轮考核的、先行考核的下级单位都算；别的部门的不算', async () => {
    const stations = ['east', 'west', 'gauge'].map((key) => `organ-water-${key}`)
    const [east, west, gauge] = stations as [string, string, string]
    for (const [at, id] of stations.entries())
      await house.store.organs.put(
        rowOf(
          { ...blankOrgan, code: codes.spare[at]!, name: `示例水管站${at + 1}`, parent: codes.water },
          id,
          organs.water,
        ),
      )
    await composing('with-units', [
      { of: 'own', caption: '本机关', weight: 60 },
      { of: 'below', caption: '下级单位平均', weight: 40 },
    ])
    const opened = (assessed: readonly string[]) => ({
      ...{ system: 'with-units', period: { year: 2027, quarter: 1 } },
      organs: assessed.map((organ) => ({ organ, class: 'department' })),
    })
    // Before: 100 - 10 = 90, with nothing below it to be composed of.
    const before = await closed(opened([gauge]), { [gauge]: [fault('g', '1.elements', 10)] })
    expect(before.results).toMatchObject([{ total: 90, composed: 90 }])
    const round = await closed(opened([organs.water, east, west]), {
      [organs.water]: [fault('a', '1.elements', 4)],
      [east]: [fault('e', '1.elements', 10)],
      [west]: [],
    })
    // 96 of its own; 90, 100 and the 90 of before below it: 96 × 60% + 93.33… × 40% = 57.6 + 37.33.
    const of = (organ: string) => round.results.find((each: { organ: string }) => each.organ === organ)
    expect(of(organs.water)).toMatchObject({
      ...{ total: 96, composed: 94.93, rank: 2 },
      parts: [
        { of: 'own', mean: 96, scores: 1, points: 57.6 },
        { of: 'below', mean: 93.33, scores: 3, points: 37.33 },
      ],
    })
    expect([of(west), of(east)]).toMatchObject([
      { total: 100, composed: 100, rank: 1 },
      { total: 90, composed: 90, rank: 3 },
    ])
    expect((await got(head, 'GET', `${here}/assessments/${round.id}`)).result).toMatchObject({
      composed: 94.93,
    })
  })
})

describe('佐证材料', () => {
  test('随时留存，一次打包；移出的不在其中', async () => {
    const form = (title: string) =>
      formOf([
        { name: 'system', value: 'licheng-2020' },
        { name: 'leaf', value: '9' },
        { name: 'title', value: title },
        { name: 'file', file: '培训通知.txt', value: '示例县水利局关于举办培训的通知' },
      ])
    const upload = (title: string) => house.ask(head, 'POST', `${here}/evidence/files`, form(title))
    const [kept, removed] = [await upload('培训通知'), await upload('误传的')]
    expect(kept.status, JSON.stringify(kept.body)).toBe(200)
    await got(head, 'POST', `${here}/evidence/${removed.body.id}/removal`, { reason: '传错了' })
    const { rows, leaves } = await got(head, 'GET', `${here}/evidence`)
    expect(rows).toMatchObject([{ leaf: '9', kind: 'file', title: '培训通知' }])
    expect(leaves.find(({ leaf }: { leaf: string }) => leaf === '9').wants).toContain('培训')
    const wrong = await house.ask(head, 'POST', `${here}/evidence`, {
      body: { system: 'licheng-2020', leaf: '9', kind: 'document', ref: 'nothing' },
    })
    expect(wrong.status).toBe(404)
    const pack = await house.ask(supervisor, 'GET', `${here}/evidence/packs/2026`)
    const names = await namesIn(pack.raw)
    expect(names).toEqual(['佐证材料目录.xlsx', '9 组织保障和整改/培训通知.txt'])
  })

  test('督办任务报送的文件：上级和本机关看得到，别的机关看不到；按名称找到任务留存，也在打包中', async () => {
    const task = (title: string) =>
      got(supervisor, 'POST', `${above}/supervision/task`, {
        ...{ about: organs.water, due: '2026-12-31' },
        data: { title, plan: '2026年工作要点' },
      })
    const [{ id }, other] = [await task('公开水库安全责任人名单'), await task('公开河长名单')]
    const mending = (organ: string, record: string) =>
      `organs/${organ}/mending/${organs.county}/task/${record}`
    const report = (record: string, file: string) =>
      house.ask(
        head,
        'POST',
        mending(organs.water, record),
        formOf([
          { name: 'answer', value: JSON.stringify({ data: { text: '已经公开', link: '' } }) },
          { name: 'files', file, value: '责任人名单已公开的截图说明' },
        ]),
      )
    const named = await report(id, '13912345678的截图.txt')
    expect(named.status).toBe(422)
    expect(named.body.detail).toContain('文件名')
    const [done] = [await report(id, '截图.txt'), await report(other.id, '河长.txt')]
    expect(done.status, JSON.stringify(done.body)).toBe(200)
    const [file] = done.body.steps[0].data.files
    expect(file).toMatchObject({ name: '截图.txt' })
    const ofSupervisor = `${above}/supervision/task/${id}/files/${file.id}`
    const ofOrgan = `${mending(organs.water, id)}/files/${file.id}`
    const said = async (who: string, path: string) => (await house.ask(who, 'GET', path)).status
    expect((await house.ask(supervisor, 'GET', ofSupervisor)).raw.toString('utf8')).toContain('截图说明')
    expect(await said(head, ofOrgan)).toBe(200)
    expect(await said(head, ofSupervisor)).toBe(404)
    expect(await said(staffId('head', 'mountain'), ofOrgan)).toBe(404)
    expect(await said(staffId('head', 'mountain'), `${mending(organs.mountain, id)}/files/${file.id}`)).toBe(
      404,
    )

    const find = async (text: string) =>
      (await got(head, 'GET', `${here}/evidence/things?text=${encodeURIComponent(text)}`)).rows
    const [thing, ...more] = await find('水库安全')
    expect([thing, more]).toMatchObject([{ kind: 'task', ref: id, label: '公开水库安全责任人名单' }, []])
    const called = await got(head, 'GET', `${here}/evidence/things?text=nothing&thing=${other.id}`)
    expect(called.rows).toMatchObject([{ kind: 'task', ref: other.id, label: '公开河长名单' }])
    const { kind, ref } = thing
    await got(head, 'POST', `${here}/evidence`, { system: 'licheng-2020', leaf: '9', kind, ref })
    const pack = await house.ask(supervisor, 'GET', `${here}/evidence/packs/2026`)
    const names = (await namesIn(pack.raw)) as readonly string[]
    expect(names).toEqual(
      expect.arrayContaining(['9 组织保障和整改/截图.txt', '督办任务 公开河长名单/河长.txt']),
    )
    expect(names.filter((name) => name.includes('截图'))).toHaveLength(1)
  })
})

describe('社会评议', () => {
  let survey = ''
  const opened = { title: '2026年政务公开社会评议', year: 2026, organs: [organs.water], until: '2026-03-31' }
  const answers = (answer: string) => ({ subject: organs.water, answers: { q1: answer, q2: answer } })

  test('不记名回答；答不全的不收；优10良8一般6差0', async () => {
    survey = (
      await got(supervisor, 'POST', `${above}/surveys`, { ...opened, questions: ['是否及时', '是否好找'] })
    ).id
    const path = `${above}/published/surveys/${survey}`
    await Promise.all(
      ['excellent', 'fair', 'poor', 'excellent'].map((each) =>
        got(null, 'POST', `${path}/answers`, answers(each)),
      ),
    )
    const partial = { subject: organs.water, answers: { q1: 'good' } }
    expect((await house.ask(null, 'POST', `${path}/answers`, { body: partial })).status).toBe(422)
    const { results } = await got(supervisor, 'GET', `${above}/surveys/${survey}`)
    expect(results).toMatchObject([{ ballots: 4, mean: 65, ratings: 0 }])
    expect((await got(null, 'GET', path)).results).toBeNull()
  })

  test('公布后谁都能看到结果，不再收答卷', async () => {
    await got(supervisor, 'POST', `${above}/surveys/${survey}/close`, { published: true })
    const path = `${above}/published/surveys/${survey}`
    expect((await got(null, 'GET', path)).results).toMatchObject([{ ballots: 4, mean: 65 }])
    expect((await house.ask(null, 'POST', `${path}/answers`, { body: answers('good') })).status).toBe(409)
  })
})

describe('谁能看到', () => {
  test('机关只看到自己的；别处的、下级的主管部门都看不到上级的', async () => {
    const { rows } = await got(supervisor, 'GET', `${above}/assessment/rounds`)
    const sheet = `${above}/assessment/rounds/${rows[0].id}/sheets/${organs.water}`
    const matrix = {
      [supervisor]: [200, 200, 404],
      [staffId('authority')]: [404, 200, 404],
      [head]: [404, 200, 404],
      [staffId('authority', 'mountain')]: [404, 404, 200],
      [staffId('head', 'mountain')]: [404, 404, 200],
      [staffId('systemAdmin', 'county')]: [403, 404, 404],
    }
    for (const [who, wanted] of Object.entries(matrix)) {
      const paths = [sheet, `${here}/assessments`, `organs/${organs.mountain}/assessments`]
      const statuses = await Promise.all(
        paths.map(async (path) => (await house.ask(who, 'GET', path)).status),
      )
      expect(statuses, who).toEqual(wanted)
    }
    expect(
      (await got(staffId('head', 'mountain'), 'GET', `organs/${organs.mountain}/assessments`)).rows,
    ).toEqual([])
    const foreign = `organs/${organs.mountain}/assessments/${rows[0].id}`
    expect((await house.ask(staffId('head', 'mountain'), 'GET', foreign)).status).toBe(404)
  })
})
