import { describe, expect, test } from 'vitest'
import { compose } from '../../src/office/letters/compose.ts'
import type { FactsFor } from '../../src/office/letters/letters.ts'
import { checkTemplate, letterKinds, letters, templateText } from '../../src/office/letters/letters.ts'
import { context, facts, organ } from './samples.ts'

type Anything = FactsFor<'notExist'>
const messages = (found: ReturnType<typeof compose>): readonly string[] =>
  'paragraphs' in found ? [] : found.map(({ message }) => message)

describe('缺少内容', () => {
  test.each(letterKinds)('%s缺什么就逐项说什么', (kind) => {
    const found = compose(kind, {} as never, organ, context())
    expect('paragraphs' in found).toBe(false)
    if ('paragraphs' in found) return
    expect(found.map(({ name }) => name).sort()).toEqual([...letters[kind].required].sort())
    for (const { message } of found) expect(message).toMatch(/^缺少“.+”。$/)
  })

  test('文号、日期、主送缺少的，一并说明', () =>
    expect(
      messages(
        compose('notExist', facts, organ, {
          number: ' ',
          date: '2026-02-30',
          addressee: { name: '', person: true },
        }),
      ),
    ).toEqual(['缺少“发文字号”。', '缺少“成文日期”。', '缺少“主送”。']))

  test('补正之日给出而告知补正之日没有给出的，说明缺哪一个', () => {
    const { correctionAskedOn: _, ...rest } = facts
    expect(messages(compose('notExist', rest, organ, context()))).toEqual(['缺少“告知补正之日”。'])
  })

  test('机关资料不全', () =>
    expect(
      messages(compose('receipt', facts, { ...organ, contact: { phone: '', address: '' } }, context())),
    ).toEqual(['机关资料中缺少“联系电话”，请先补全。', '机关资料中缺少“地址”，请先补全。']))
})

describe('内容不对', () => {
  test.each([
    ['receivedOn', '2026-02-30', '“收到申请之日”应当为存在的日期。'],
    ['channel', 'pigeon', '“提出方式”不是法定的提出方式。'],
    ['content', ' \u200b ', '“申请内容”应当为文字，不能为空。'],
    ['searchScope', 3, '“检索的范围”应当为文字，不能为空。'],
    ['toString', 'x', '没有名为“toString”的内容项，请核对。'],
  ])('%s = %j', (name, value, message) =>
    expect(messages(compose('notExist', { ...facts, [name]: value } as Anything, organ, context()))).toEqual([
      message,
    ]),
  )

  test.each([
    [
      'internalAffairs',
      'internalKind',
      '其他',
      '“内部事务信息的种类”只能在“人事管理”“后勤管理”“内部工作流程”中选择。',
    ],
    ['correctionNotice', 'corrections', [], '“补正事项”应当至少有一项，每一项不能为空。'],
    ['extensionNotice', 'extensionDays', 1.5, '“延长的工作日数”应当为不小于0的整数。'],
    ['partial', 'withheldParts', [null], '“不予公开的内容”应当逐项写明内容、理由和依据。'],
    [
      'partial',
      'withheldParts',
      [{ part: '甲', reason: '乙', ground: '第十七条' }],
      '“不予公开的内容”应当逐项写明内容、理由和依据。',
    ],
    ['feeNotice', 'fee', { basis: 'both' }, '“信息处理费”应当写明按件或者按量计收，以及件数或者页数。'],
    ['feeNotice', 'fee', { basis: 'piece', quantity: -1 }, '“信息处理费”件数应为不小于0的整数。'],
  ] as const)('%s的%s', (kind, name, value, message) =>
    expect(messages(compose(kind, { ...facts, [name]: value } as never, organ, context()))).toEqual([
      message,
    ]),
  )

  test('其他文书的内容不妨碍本文书', () =>
    expect(messages(compose('withdrawn', facts, organ, context()))).toEqual([]))
})

describe('个保法§6 文书中的个人信息', () => {
  const id = '11010519491231002X'
  test.each([id, '1101051949123１００２X', '110105 19491231 002x'])('公民身份号码不得出现：%s', (number) => {
    const found = compose('notExist', { ...facts, content: `张某某（${number}）的档案` }, organ, context())
    expect(messages(found)).toEqual(['“申请内容”中有公民身份号码，文书中不得出现，请删去。'])
  })

  test('主送和附件名称中也不得出现', () =>
    expect(
      messages(
        compose('granted', facts, organ, {
          ...context(),
          addressee: { name: `张某某${id}`, person: true },
          attachments: [id],
        }),
      ),
    ).toHaveLength(2))

  test('不是身份号码的长数字不受影响', () =>
    expect(
      messages(compose('notExist', { ...facts, content: '订单110105194912310021的材料' }, organ, context())),
    ).toEqual([]))

  test.each([
    'thirdPartyConsultation',
    'organConsultation',
    'otherOrganConsultation',
    'thirdPartyDecision',
  ] as const)('%s不透露申请人是谁', (kind) => {
    const more = { addressee: { name: '示例建设有限公司', person: false }, applicantName: '张某某' }
    const letter = compose(kind, facts, organ, context(more))
    expect(JSON.stringify(letter)).not.toContain('张某某')
    expect(
      messages(compose(kind, { ...facts, information: '张某某所要的合同' }, organ, context(more))),
    ).toEqual(['“所涉政府信息”中有申请人的姓名或者名称，本文书不得透露申请人的身份，请删去。'])
  })
})

describe('内容只作为文字', () => {
  const hostile = '{{organ}} #import "x": * $1 <b>&amp; \\ [链接](x) \u202e倒置\u0007\n第二行 {{?findings}}'
  test('内容中的占位符和记号照印，不起作用', () => {
    const letter = compose('notExist', { ...facts, content: hostile }, organ, context())
    if (!('paragraphs' in letter)) throw new Error(JSON.stringify(letter))
    expect(letter.paragraphs[0]).toContain(
      '{{organ}} #import "x": * $1 <b>&amp; \\ [链接](x) 倒置\ufffd 第二行 {{?findings}}。',
    )
  })

  test('句末已有句号的不印两个', () => {
    const letter = compose('notExist', { ...facts, searchResult: '没有。' }, organ, context())
    expect(JSON.stringify(letter)).toContain('检索的结果：没有。"')
  })
})

describe('机关自定模板', () => {
  const template = templateText('notExist')

  test('改动文字，必要内容和依据仍在，即可使用', () => {
    const own = template.replace('特此告知。', '专此告知。')
    expect(checkTemplate('notExist', own)).toEqual([])
    const letter = compose('notExist', facts, organ, context({ template: own }))
    expect(JSON.stringify(letter)).toContain('专此告知。')
    expect(JSON.stringify(letter)).toContain('申请行政复议')
  })

  test.each([
    ['占位符不存在', '{{检索范围}}', '占位符“{{检索范围}}”不存在，请核对名称。'],
    ['占位符不存在', '{{__proto__}}', '占位符“{{__proto__}}”不存在，请核对名称。'],
    ['条款不存在', '{{条例§99}}', '占位符“{{条例§99}}”不存在，请核对名称。'],
    ['不能用于本文书', '{{缴纳方式}}', '占位符“{{缴纳方式}}”不能用于本文书。'],
    ['花括号不成对', '{{检索的范围', '占位符的双花括号不成对，应当写作“{{名称}}”。'],
    ['没有这个部分', '{{检索的范围.数额}}', '占位符“{{检索的范围.数额}}”不存在，请核对名称。'],
  ])('%s：%s', (_, text, message) =>
    expect(checkTemplate('notExist', `${template}\n${text}`).map((problem) => problem.message)).toEqual([
      message,
    ]),
  )

  test('删去必要内容的，指出是哪一项', () =>
    expect(checkTemplate('notExist', template.replace('{{检索的方法}}', '照章检索'))).toMatchObject([
      {
        problem: 'missingPlaceholder',
        name: 'searchMethod',
        message: '占位符“{{检索的方法}}”是本文书的必要内容，模板中没有。',
      },
    ]))

  test('只在有条件的段落里写的，不算写了', () =>
    expect(
      checkTemplate('notExist', `${template.replace('{{检索的方法}}', '')}\n{{?查明的事实}}{{检索的方法}}`),
    ).toMatchObject([{ problem: 'missingPlaceholder', name: 'searchMethod' }]))

  test('删去法律依据的，指出是哪一条', () =>
    expect(checkTemplate('notExist', template.replace('{{条例§36(4)}}', '有关规定'))).toMatchObject([
      {
        problem: 'missingBasis',
        message: '模板中没有依据“{{条例§36(4)}}”（《政府信息公开条例》第三十六条第（四）项）。',
      },
    ]))

  test('空模板', () =>
    expect(checkTemplate('notExist', ' \n ')).toContainEqual({
      problem: 'emptyTemplate',
      name: '',
      message: '模板没有内容。',
    }))

  test('有差错的模板不能作出文书', () =>
    expect(messages(compose('notExist', facts, organ, context({ template: `${template}\n{{甲}}` })))).toEqual(
      ['占位符“{{甲}}”不存在，请核对名称。'],
    ))
})
