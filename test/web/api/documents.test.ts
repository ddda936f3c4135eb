/** Documents over HTTP: from the draft to the reader, and nothing that is not for the reader. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documentClasses } from '../../../src/office/documents/classes.ts'
import { routes } from '../../../src/web/api/routes.ts'
import { formOf } from './support/form.ts'
import { type House, openHouse, organs, type Reply, staffId } from './support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const base = `organs/${organs.water}/documents`
const [handler, reviewer, head] = [staffId('handler'), staffId('reviewer'), staffId('head')]

interface Walked {
  readonly id: string
  readonly version: number
}

async function act(who: string, { id, version }: Walked, action: string, body: object = {}): Promise<Walked> {
  const reply = await house.ask(who, 'POST', `${base}/${id}/${action}`, {
    body,
    headers: { 'if-match': `"${version}"` },
  })
  expect([reply.status, reply.body.detail], action).toEqual([200, undefined])
  return reply.body
}

const draftOf = (mark: string, more: object = {}) => ({
  class: 'normative',
  title: `示例县水库管理办法${mark}`,
  docNo: `示水〔2026〕${mark.length + 1}号`,
  madeOn: '2026-03-02',
  effectiveOn: '2026-04-01',
  theme: 'agriculture',
  genre: 'notice',
  html: `<p onclick="x()">第一条　${mark}为加强水库管理，制定本办法。</p><script>alert(1)</script>`,
  ...more,
})

async function drafted(mark: string, more: object = {}): Promise<Walked> {
  const reply = await house.ask(handler, 'POST', base, { body: draftOf(mark, more) })
  expect([reply.status, reply.body.detail]).toEqual([201, undefined])
  return reply.body
}

interface Given {
  readonly class?: keyof typeof documentClasses
  readonly [field: string]: unknown
}

async function signed(
  mark: string,
  attribute: object = { attribute: 'proactive' },
  more: Given = {},
): Promise<Walked> {
  let at = await act(handler, await drafted(mark, more), 'decideAttribute', attribute)
  at = await act(handler, at, 'submitDocument')
  const actions = {
    content: 'Content',
    secrecy: 'Secrecy',
    privacy: 'Privacy',
    legality: 'Legality',
    competition: 'Competition',
  }
  for (const review of documentClasses[more.class ?? 'normative'].chain)
    at = await act(reviewer, at, `review${actions[review]}`)
  return act(head, at, 'signDocument')
}

const published = async (mark: string, more: Given = {}) =>
  act(handler, await signed(mark, { attribute: 'proactive' }, more), 'publishDocument', {
    channel: 'website',
  })

describe('条例§17 先审后发', () => {
  test('起草、确定属性、审查、签发、发布，公众读到的是清理过的正文，索引号随首次发布给定', async () => {
    const { id } = await published('甲')
    const { body, headers } = await house.ask(null, 'GET', `organs/${organs.water}/published/documents/${id}`)
    expect(body).toMatchObject({ shown: 'whole', tombstone: null, publisher: '示例县水利局' })
    expect(body.indexNo).toMatch(/\/2026-00001$/)
    expect(body.document.html).toBe('<p>第一条　甲为加强水库管理，制定本办法。</p>')
    expect(body.document.validity).toBe('notYet')
    const again = await house.ask(null, 'GET', `organs/${organs.water}/published/documents/${id}`, {
      headers: { 'if-none-match': String(headers.etag) },
    })
    expect(again.status).toBe(304)
  })

  test('一次在几处发布：每处记一笔，重发的请求不重复；有一处不能登记的，一处也不登记', async () => {
    const { id, version } = await signed('几')
    const post = (body: object, key: string) =>
      house.ask(handler, 'POST', `${base}/${id}/publishDocument`, {
        body,
        headers: { 'if-match': `"${version}"`, 'idempotency-key': key },
      })
    const refused = await post(
      { channel: 'website', also: [{ channel: 'gazette' }, { channel: 'wechat' }] },
      'publish-refused-1',
    )
    expect([refused.status, refused.body.detail]).toEqual([422, expect.stringContaining('账号')])
    const none = await house.ask(handler, 'GET', `${base}/${id}`)
    expect([none.body.indexNo, none.body.version]).toEqual([null, version])
    const sent = {
      channel: 'website',
      also: [
        { channel: 'gazette', place: '2026年第3期' },
        { channel: 'pressConference', account: null },
      ],
      time: '09:30',
    }
    const [first, again] = [await post(sent, 'publish-places-1'), await post(sent, 'publish-places-1')]
    expect([first.status, again.body]).toEqual([200, first.body])
    const { body } = await house.ask(handler, 'GET', `${base}/${id}`)
    expect(body.version).toBe(first.body.version)
    expect(body.versions.at(-1).acts).toMatchObject([
      { channel: 'website', place: null, time: '09:30' },
      { channel: 'gazette', place: '2026年第3期', time: '09:30' },
      { channel: 'pressConference', place: null },
    ])
  })

  test('没有提交、没有审完的不能签发；起草人不能审查自己的；每一处不足都说到', async () => {
    const start = await drafted('乙', { theme: null, docNo: null })
    const tooEarly = await house.ask(handler, 'POST', `${base}/${start.id}/submitDocument`, {
      body: {},
      headers: { 'if-match': `"${start.version}"` },
    })
    expect([tooEarly.status, tooEarly.body.errors.map(({ field }: { field: string }) => field)]).toEqual([
      422,
      ['theme', 'docNo', 'attribute'],
    ])
    const { body } = await house.ask(head, 'GET', `${base}/${start.id}`)
    const sign = body.moves.find(({ action }: { action: string }) => action === 'signDocument')
    expect([sign.open, sign.code]).toEqual([false, 'notSubmitted'])
  })

  test('公开以前由工作人员预览公众所见；两个版本逐行比较', async () => {
    const { id, version } = await published('预')
    const more = draftOf('预', {
      html: '<p>第一条　预为加强水库管理，制定本办法。</p><p>第二条　加一条。</p>',
    })
    const amended = await house.ask(handler, 'POST', `${base}/${id}/amendDocument`, {
      body: more,
      headers: { 'if-match': `"${version}"` },
    })
    expect(amended.status).toBe(200)
    const preview = await house.ask(reviewer, 'GET', `${base}/${id}/preview`)
    expect(preview.body.document).toMatchObject({ version: 2, current: true, updatedOn: null })
    expect(preview.body.document.html).toContain('加一条')
    const first = await house.ask(reviewer, 'GET', `${base}/${id}/preview?version=1`)
    const seen = await house.ask(null, 'GET', `organs/${organs.water}/published/documents/${id}`)
    expect(first.body.document.html).toBe(seen.body.document.html)
    expect((await house.ask(null, 'GET', `${base}/${id}/preview`)).status).toBe(401)
    expect((await house.ask(reviewer, 'GET', `${base}/${id}/preview?version=3`)).status).toBe(404)
    const { body } = await house.ask(reviewer, 'GET', `${base}/${id}/changes?from=1&to=2`)
    expect(body.rows).toEqual([
      { kind: 'same', text: '第一条　预为加强水库管理，制定本办法。' },
      { kind: 'added', text: '第二条　加一条。' },
    ])
  })

  test('有密级标志的内容和附件不收，什么也不留下', async () => {
    const secret = await house.ask(handler, 'POST', base, {
      body: draftOf('丙', { html: '<p>机密★一年</p><p>内容</p>' }),
    })
    expect([secret.status, secret.body.type]).toEqual([422, 'urn:gongkai:refusal:classified'])
    const { id } = await drafted('丙丙')
    const file = await house.ask(
      handler,
      'POST',
      `${base}/${id}/files`,
      formOf([{ name: 'file', file: '通知.txt', value: '秘密★一年\n内容' }]),
    )
    expect([file.status, file.body.type]).toEqual([422, 'urn:gongkai:refusal:classified'])
  })

  test('附件经核查放行才能提交，公众只下载放行的', async () => {
    const start = await act(handler, await drafted('附件'), 'decideAttribute', { attribute: 'proactive' })
    const text = '联系人手机13800138000\n'
    const added = await house.ask(
      handler,
      'POST',
      `${base}/${start.id}/files`,
      formOf([{ name: 'file', file: '附表.txt', value: text }]),
    )
    expect(added.status).toBe(201)
    const { file, version } = added.body
    const path = `${base}/${start.id}/files/${file}`
    const found = await house.ask(handler, 'GET', `${path}/inspection`)
    expect(found.body.personal).toHaveLength(1)
    const blocked = await house.ask(handler, 'POST', `${path}/clearance`, {
      body: { acknowledgements: [] },
      headers: { 'if-match': `"${version}"` },
    })
    expect(blocked.status).toBe(409)
    const cleared = await house.ask(handler, 'POST', `${path}/clearance`, {
      body: { acknowledgements: [{ finding: found.body.personal[0].id, reason: '公布的是值班电话' }] },
      headers: { 'if-match': `"${version}"` },
    })
    expect(cleared.status).toBe(200)
  })
})

describe('规范性文件通知 依据哪份文件废止、被取代', () => {
  const publicOf = async (id: string) =>
    (await house.ask(null, 'GET', `organs/${organs.water}/published/documents/${id}`)).body.document
  const linked = (document: { related: { caption: string; id: string }[] }) =>
    document.related.map(({ caption, id }) => [caption, id])

  test('按文号或者标题找到的，两边的公开页面可以互相点开；恢复效力后不再关联', async () => {
    const [old, now] = [
      await published('旧规', { docNo: '示水〔2025〕71号' }),
      await published('新规', { docNo: '示水〔2026〕72号' }),
    ]
    const offered = async (q: string) =>
      (await house.ask(head, 'GET', `${base}/suggestions?q=${encodeURIComponent(q)}`)).body.rows
    const label = '示水〔2026〕72号《示例县水库管理办法新规》'
    expect(await offered('示水[2026]72号')).toEqual([{ label, note: '示例县水利局' }])
    expect(await offered('管理办法新规')).toEqual([{ label, note: '示例县水利局' }])
    const ended = await act(head, old, 'supersedeDocument', { by: label, because: '重新制定。' })
    expect(await publicOf(old.id)).toMatchObject({ ending: { by: label, document: now.id } })
    expect(linked(await publicOf(old.id))).toEqual([['现行文件', now.id]])
    expect(linked(await publicOf(now.id))).toEqual([['取代的文件', old.id]])
    const links = async (id: string) => (await house.ask(head, 'GET', `${base}/${id}`)).body.links
    expect(await links(old.id)).toMatchObject([{ caption: '现行文件', id: now.id, shown: 'whole' }])
    const revived = await act(head, ended, 'reviveDocument', { because: '登记有误。' })
    expect([linked(await publicOf(old.id)), linked(await publicOf(now.id))]).toEqual([[], []])
    await act(head, revived, 'repealDocument', { by: '示水(2026)第72号', because: '重新制定。' })
    expect(linked(await publicOf(now.id))).toEqual([['废止的文件', old.id]])
  })

  test('不在本系统的照所写的登记；没有公开的、自身都不算找到', async () => {
    const hidden = await signed('未发', { attribute: 'proactive' }, { docNo: '示水〔2026〕73号' })
    const own = await published('自身', { docNo: '示水〔2026〕74号' })
    let at = own
    for (const by of ['国办发〔2026〕1号', '示水〔2026〕73号', hidden.id, '示水〔2026〕74号']) {
      at = await act(head, at, 'repealDocument', { by, because: '清理。' })
      const { ending, related } = await publicOf(own.id)
      expect([ending.by, ending.document, related]).toEqual([by, undefined, []])
      at = await act(head, at, 'reviveDocument', { because: '登记有误。' })
    }
  })
})

describe('公众所见：属性、状态、渠道，在每一个路由', () => {
  const marks = {
    起草: '无人可见之一',
    待发布: '无人可见之二',
    不予公开: '无人可见之三',
    限制: '暂不可见之四',
    撤下: '不再可见之五',
    公开: '人人可见之六',
    修改中: '人人可见之七',
  }
  const ids: Record<string, string> = {}
  let replies: readonly (readonly [string, Reply])[]

  beforeAll(async () => {
    ids.起草 = (await drafted(marks.起草)).id
    ids.待发布 = (await signed(marks.待发布)).id
    const withheld = { attribute: 'withheld', ground: 'thirdParty', because: '涉及商业秘密' }
    ids.不予公开 = (await signed(marks.不予公开, withheld)).id
    const restricted = await published(marks.限制)
    ids.限制 = (await act(head, restricted, 'restrictDocument', { because: '核查个人信息' })).id
    const gone = await published(marks.撤下)
    ids.撤下 = (await act(head, gone, 'withdrawDocument', { reason: 'error', told: '内容有误。' })).id
    ids.公开 = (await published(marks.公开)).id
    const live = await published(marks.修改中)
    ids.修改中 = (await act(handler, live, 'amendDocument', draftOf('尚未公开之八'))).id

    const special = await house.ask(handler, 'POST', `organs/${organs.water}/disclosure/special`, {
      body: { title: '水库安全' },
    })
    for (const document of [...Object.values(ids), ids.公开])
      await house.ask(handler, 'POST', `organs/${organs.water}/disclosure/special/${special.body.id}/note`, {
        body: { document },
      })

    const here = `organs/${organs.water}/published`
    const everything = Object.values(ids).flatMap((id) => [
      `${here}/documents/${id}`,
      `${here}/documents/${id}?version=1`,
      `${here}/documents/${id}?version=2`,
      `${here}/documents/${id}/files/x`,
      `${here}/documents/${id}/paper?format=docx`,
    ])
    const words = ['可见', '水库管理办法', '尚未公开', ...Object.values(marks)]
    const paths = [
      'published?limit=200',
      'published/tally?by=class&by=organ',
      `${here}/documents?limit=200`,
      `${here}/documents?title=${encodeURIComponent('可见')}`,
      `${here}/documents/tally?by=year&by=item`,
      'published/catalogue?limit=200&theme=agriculture',
      `${here}/catalogue?limit=200`,
      `${here}/file?format=csv`,
      `${here}/file?format=json&year=2026`,
      `${here}/specials/${special.body.id}`,
      ...['assessments', 'assessments/none', 'surveys/none'].map((path) => `${here}/${path}`),
      ...[here, 'search', 'search/suggestions'].flatMap((path) =>
        words.map((word) => `${path}?q=${encodeURIComponent(word)}`),
      ),
      ...everything,
    ]
    replies = await Promise.all(
      paths.map(async (path) => [path, await house.ask(null, 'GET', path)] as const),
    )
  })

  /** Texts in parts are put together again. */
  const textOf = ({ raw }: Reply) =>
    raw.toString('utf8').replaceAll(/","mark":(?:true|false)\},\{"text":"/g, '')

  test('矩阵看遍了每一个公开信息的读取路由', () => {
    const reading = routes.filter(
      ({ method, url, access }) =>
        method === 'GET' && access.to === 'everybody' && /published|^\/search/.test(url),
    )
    const others = ['findByAddress', 'readCorrection', 'listCalls', 'readCall', 'listSpecials']
    const asked = (url: string) =>
      replies.some(([path]) => {
        const parts = `/${path.split('?')[0]}`.split('/')
        return (
          url.split('/').length === parts.length &&
          url.split('/').every((part, n) => part.startsWith(':') || part === parts[n])
        )
      })
    expect(reading.filter(({ id, url }) => !others.includes(id) && !asked(url)).map(({ id }) => id)).toEqual(
      [],
    )
  })

  test.each(['起草', '待发布', '不予公开'] as const)('%s的，任何路由都没有一个字', (name) => {
    for (const [path, reply] of replies) {
      expect(textOf(reply).includes(marks[name]), path).toBe(false)
      if (path.includes(ids[name]!)) expect(reply.status, path).toBe(404)
    }
    expect(replies.some(([, reply]) => textOf(reply).includes('尚未公开之八'))).toBe(false)
  })

  test.each(['限制', '撤下'] as const)('%s的，只有自己的页面留有说明，没有正文和旧版本', (name) => {
    for (const [path, reply] of replies) {
      const own = path.endsWith(`/documents/${ids[name]}`)
      expect(textOf(reply).includes(marks[name]), path).toBe(own)
      if (own) expect(reply.body).toMatchObject({ shown: 'tombstone', document: null })
      const gone = name === '撤下' ? 410 : 404
      if (own) expect(reply.status, path).toBe(name === '撤下' ? 410 : 200)
      else if (path.includes(ids[name]!)) expect(reply.status, path).toBe(gone)
    }
  })

  test('公开目录的各项计数与列表一致，专题按列入的次序只有公开的', () => {
    const bodyOf = (part: string) => replies.find(([path]) => path.includes(part))![1].body
    const all = bodyOf('/catalogue?limit=200')
    expect(all.total).toBe(all.rows.length)
    const sum = (key: string) =>
      all.facets[key].reduce((count: number, value: { count: number }) => count + value.count, 0)
    for (const key of ['organ', 'item', 'class', 'year', 'theme', 'validity'])
      expect(sum(key), key).toBe(all.total)
    expect(all.facets.year).toEqual([{ key: '2026', count: all.total, newest: all.newest }])
    const listed = bodyOf('/specials/').documents.map(({ id }: { id: string }) => id)
    expect(listed).toEqual([ids.修改中, ids.公开])
    expect(bodyOf('/file?format=json').documents[0].url).toBe(
      `https://gk.example${bodyOf('/file?format=json').documents[0].path}`,
    )
  })

  test('公开的，列表、目录、查找和页面都有；正在修改的仍是原来的版本', () => {
    for (const name of ['公开', '修改中'] as const) {
      const shown = replies.filter(([, reply]) => textOf(reply).includes(marks[name])).map(([path]) => path)
      expect(shown.some((path) => path.startsWith('published?'))).toBe(true)
      for (const place of ['/published?q=', 'search?q=', 'search/suggestions?q='])
        expect(shown.some((path) => path.includes(place))).toBe(true)
      expect(shown).toContain(`organs/${organs.water}/published/documents/${ids[name]}`)
    }
  })
})

describe('条例§47、§51 公众的意见', () => {
  test('征求意见期间提出意见，经办人看得到，主管部门看不到所写的；截止后不再接收', async () => {
    const opened = await house.ask(handler, 'POST', `organs/${organs.water}/disclosure/call`, {
      body: { document: 'd1', title: '水库管理办法征求意见', until: '2026-03-20' },
    })
    expect(opened.status).toBe(200)
    const path = `organs/${organs.water}/published/calls`
    const body = { text: '建议增加巡查次数。', contact: '13800138000' }
    const given = await house.ask(null, 'POST', `${path}/${opened.body.id}/opinions`, { body })
    expect(given.status).toBe(201)
    const told = await house.ask(null, 'GET', `${path}/${opened.body.id}`)
    expect(told.body).toMatchObject({ title: '水库管理办法征求意见', until: '2026-03-20', open: true })
    const list = (who: string) => house.ask(who, 'GET', `organs/${organs.water}/disclosure/opinion`)
    expect((await list(handler)).body.rows[0]).toMatchObject({ text: body.text, contact: body.contact })
    expect((await list(staffId('authority'))).body.rows[0]).toMatchObject({ text: null, contact: null })
    const events = await house.store.inTransaction(organs.water, (unit) => unit.events.read(0, 5000))
    expect(JSON.stringify(events)).not.toContain('13800138000')
    house.on('2026-03-23')
    const late = await house.ask(null, 'POST', `${path}/${opened.body.id}/opinions`, { body })
    expect(late.status).toBe(409)
    house.on('2026-03-02')
  })

  test('纠错五个工作日内答复，凭编号看答复', async () => {
    const path = `organs/${organs.water}/published/corrections`
    const told = await house.ask(null, 'POST', path, { body: { text: '电话号码打不通。' } })
    expect([told.status, told.body.due]).toEqual([201, '2026-03-09'])
    await house.ask(handler, 'POST', `organs/${organs.water}/disclosure/correction/${told.body.id}/close`, {
      body: { found: 'upheld', answer: '已经改正。' },
    })
    const { body } = await house.ask(null, 'GET', `${path}/${told.body.id}`)
    expect(body).toEqual({ due: '2026-03-09', answeredOn: '2026-03-02', answer: '已经改正。' })
  })

  test('政务舆情：五小时、二十四小时，以首次回应的时刻计算', async () => {
    const path = `organs/${organs.water}/disclosure/concern`
    const opened = await house.ask(handler, 'POST', path, {
      body: { title: '水库险情', level: 'major', source: '网络', at: '2026-03-01T20:00:00.000Z' },
    })
    await house.ask(handler, 'POST', `${path}/${opened.body.id}/note`, {
      body: { means: 'statement', title: '情况通报', at: '2026-03-02T00:59:00.000Z' },
    })
    const { body } = await house.ask(handler, 'GET', path)
    expect(body.rows[0].clocks.map(({ verdict }: { verdict: string }) => verdict)).toEqual([
      'onTime',
      'waiting',
    ])
  })
})

describe('条例§6 文件撤下、限制、废止，解读连同办理', () => {
  const staffView = async ({ id }: { readonly id: string }) =>
    (await house.ask(head, 'GET', `${base}/${id}`)).body
  const publicly = async ({ id }: { readonly id: string }) =>
    (await house.ask(null, 'GET', `organs/${organs.water}/published/documents/${id}`)).body

  /** A document and what explains it, both public. */
  async function explained(mark: string, number: string) {
    const rules = await published(mark, { docNo: `示水〔2026〕${number}号` })
    const reading = await published(`${mark}解读`, { class: 'interpretation', form: 'text', docNo: null })
    const body = { relation: 'interprets', target: rules.id }
    return { rules, reading: await act(handler, reading, 'linkDocument', body) }
  }

  test('限制查看、解除限制，各记一笔，理由写明随哪份文件', async () => {
    const { rules, reading } = await explained('连同一', '81')
    const along = [reading.id]
    const restricted = await act(head, rules, 'restrictDocument', { because: '核查附表', along })
    expect([(await publicly(rules)).shown, (await publicly(reading)).shown]).toEqual([
      'tombstone',
      'tombstone',
    ])
    expect((await staffView(reading)).restricted.because).toBe(
      '所解读的示水〔2026〕81号《示例县水库管理办法连同一》限制查看：核查附表',
    )
    expect((await staffView(rules)).links).toMatchObject([{ id: reading.id, stage: 'restricted' }])
    await act(head, restricted, 'liftRestriction', { because: '核查完毕', along })
    expect([(await publicly(rules)).shown, (await publicly(reading)).shown]).toEqual(['whole', 'whole'])
  })

  test('撤下：解读撤下，公众读到原因；没有勾选的不动', async () => {
    const [one, three] = [await explained('连同二', '82'), await explained('连同四', '84')]
    const gone = { reason: 'error', told: '附表有误。' }
    await act(head, one.rules, 'withdrawDocument', { ...gone, along: [one.reading.id] })
    expect((await publicly(one.reading)).tombstone).toMatchObject({
      final: true,
      told: '所解读的示水〔2026〕82号《示例县水库管理办法连同二》已经撤下：附表有误。',
    })
    await act(head, three.rules, 'withdrawDocument', gone)
    expect((await publicly(three.reading)).shown).toBe('whole')
  })

  test('废止、失效、被取代：解读继续公开，注明所解读的文件不再有效，检索中也是；恢复效力的一并去掉', async () => {
    const { rules, reading } = await explained('连同三', '83')
    const plain = await published('连同三另一解读', { class: 'interpretation', form: 'text', docNo: null })
    const other = await act(handler, plain, 'linkDocument', { relation: 'interprets', target: rules.id })
    const along = [reading.id, other.id]
    const onOwn = await act(head, other, 'repealDocument', { because: '先行注明。' })
    const by = '示水〔2026〕9号'
    const ended = await act(head, rules, 'repealDocument', { because: '清理。', by, along })
    expect((await publicly(rules)).document.validity).toBe('repealed')
    const told = (await publicly(reading)).document
    expect(told).toMatchObject({
      validity: 'repealed',
      ending: { because: expect.stringMatching(/^所解读的示水〔2026〕83号《.*连同三》已经废止。$/), by },
    })
    // One that said so already is left as it stands.
    expect((await staffView(other)).version).toBe(onOwn.version)
    const search = (query: string) =>
      house.ask(null, 'GET', `search?q=${encodeURIComponent('示例县水库管理办法连同三')}${query}`)
    const found = (await search('&validity=repealed')).body.rows.map(({ id }: { id: string }) => id)
    expect(found).toEqual(expect.arrayContaining([rules.id, reading.id]))
    const checked = await house.ask(head, 'GET', `${base}/checks?check=interpretsEnded`)
    expect(checked.status).toBe(200)
    const named = checked.body.rows.map(({ id }: { id: string }) => id)
    expect(along.filter((id) => named.includes(id))).toEqual([])
    await act(head, ended, 'reviveDocument', { because: '登记有误。', along: [reading.id] })
    expect((await publicly(reading)).document.validity).toBeNull()
    expect((await publicly(other)).document.validity).toBe('repealed')
  })

  test('不是它的解读，或者解读不能由本人、现在办理的，一份也不动', async () => {
    const { rules, reading } = await explained('连同五', '85')
    const other = await explained('连同六', '86')
    await act(head, other.reading, 'withdrawDocument', { reason: 'error', told: '有误。' })
    const refused = async (who: string, { id, version }: Walked, along: readonly string[]) => {
      const reply = await house.ask(who, 'POST', `${base}/${id}/restrictDocument`, {
        body: { because: '核查', along },
        headers: { 'if-match': `"${version}"` },
      })
      return [reply.status, reply.body.detail]
    }
    expect(await refused(head, rules, [reading.id, other.rules.id])).toEqual([
      409,
      expect.stringContaining('不是这份文件的解读'),
    ])
    expect(await refused(head, other.rules, [other.reading.id])).toEqual([
      409,
      expect.stringContaining('解读《示例县水库管理办法连同六解读》：文件已经撤下'),
    ])
    for (const each of [rules, reading, other.rules]) {
      const { version, shown } = await staffView(each)
      expect([version, shown]).toEqual([each.version, 'whole'])
    }
  })
})
