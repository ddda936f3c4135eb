import { describe, expect, test } from 'vitest'
import { formatCitationForPublic } from '../../src/law/citation.ts'
import { dispositions } from '../../src/law/dispositions.ts'
import { compose } from '../../src/office/letters/compose.ts'
import { factDefinitions } from '../../src/office/letters/facts.ts'
import {
  checkTemplate,
  isLetterKind,
  letterKinds,
  letters,
  templateText,
} from '../../src/office/letters/letters.ts'
import { render } from '../../src/office/letters/render.ts'
import { type EndingKey, endings, isDisposition } from '../../src/office/requests/index.ts'
import type { Letter } from '../../src/writer/letter.ts'
import { allNames, context, facts, organ } from './samples.ts'

const letterOf = (kind: (typeof letterKinds)[number], more = {}): Letter => {
  const letter = compose(kind, facts, organ, context(more))
  if (!('paragraphs' in letter)) throw new Error(JSON.stringify(letter))
  return letter
}

const endingKeys = Object.keys(endings) as readonly EndingKey[]

/** What the text itself says where no fact is to state what the law wants stated. */
const statedByText: Readonly<Record<string, RegExp>> = {
  不予公开的决定: /本机关决定不予公开/,
  不作为政府信息公开申请处理: /不作为政府信息公开申请处理/,
  逾期未补正的事实: /逾期未补正/,
  逾期未缴费的事实: /逾期未按照收费通知要求缴纳/,
}

describe('整套文书', () => {
  test('domain的二十四种文书一个不缺', () => {
    const ids = new Set(letterKinds.map((kind) => letters[kind].id))
    const wanted = Array.from({ length: 24 }, (_, i) => String(i + 1))
    expect([...wanted, '4b', '7b', '19b'].filter((id) => !ids.has(id))).toEqual([])
  })

  test.each(letterKinds)('%s的模板没有差错，中文占位符写法也没有差错', (kind) => {
    expect(checkTemplate(kind, letters[kind].text.join('\n'))).toEqual([])
    expect(checkTemplate(kind, templateText(kind))).toEqual([])
    expect(templateText(kind)).not.toMatch(/\{\{[?!]?[a-zA-Z.]+\}\}/)
  })

  test('每个内容项有自己的名称，并且至少有一种文书使用', () => {
    const captions = allNames.map((name) => factDefinitions[name].caption)
    expect(new Set(captions).size).toBe(captions.length)
    const used = new Set(
      letterKinds.flatMap((kind) => [...letters[kind].required, ...letters[kind].optional]),
    )
    expect(allNames.filter((name) => !used.has(name))).toEqual([])
  })

  test('定义是纯数据', () => expect(JSON.parse(JSON.stringify(letters))).toEqual(letters))
})

describe('条例§36至§39、§41各种处理决定都有文书', () => {
  test.each(endingKeys)('%s', (key) => {
    const { letter, letterTitle, mustState, cites } = endings[key]
    const row = isDisposition(key) ? dispositions[key].row : null
    expect(isLetterKind(key)).toBe(true)
    if (!isLetterKind(key)) return
    const definition = letters[key]
    expect(definition).toMatchObject({ id: letter, title: letterTitle, row, to: 'applicant' })

    const text = letterOf(key).paragraphs.join('\n')
    // Basis
    for (const cite of cites.filter((place) => place.includes('§')))
      expect(text).toContain(formatCitationForPublic(cite).replace(/^《.*》/, ''))
    // Facts
    expect(definition.states.length).toBe(mustState.length)
    definition.states.forEach((names, i) => {
      if (names.length === 0) expect(text).toMatch(statedByText[mustState[i] as string] as RegExp)
      for (const name of names) {
        const said = render(name, facts[name])
        if ('wrong' in said) throw new Error(said.wrong)
        for (const item of said.items) expect(text).toContain(item.replace(/[。；]$/, ''))
      }
    })
    // What was asked, when and how
    for (const words of ['2026-0087', '2026年7月6日', '互联网', facts.content]) expect(text).toContain(words)
  })
})

describe('文书的固定要素', () => {
  test.each(letterKinds)('%s有机关标志、文号、标题、主送、署名、日期、联系方式', (kind) => {
    expect(letterOf(kind)).toMatchObject({
      head: '示例县自然资源局',
      number: '示公开〔2026〕12号',
      title: letters[kind].title,
      addressee: '张某某',
      signature: '示例县自然资源局',
      date: '2026-08-03',
      note: '联系单位：示例县自然资源局办公室；地址：示例县人民路1号；邮政编码：000000；电话：0000-12345678',
    })
  })

  test.each(letterKinds)('%s的文字没有残留的占位符，没有重复的标点', (kind) => {
    const text = letterOf(kind).paragraphs.join('\n')
    expect(text).not.toMatch(/[{}]|undefined|null|[。，；：、]{2}/)
    expect(letterOf(kind).paragraphs.every((paragraph) => /[。：；]$/.test(paragraph))).toBe(true)
  })

  test('自然人称“你”，单位称“你单位”', () => {
    const unit = letterOf('notExist', { addressee: { name: '示例商贸有限公司', person: false } })
    expect(unit.paragraphs.join('')).toMatch(/收到你单位以.*本机关没有你单位申请公开/)
    expect(letterOf('notExist').paragraphs.join('')).not.toContain('你单位')
  })
})

describe('条例§32 征求第三方意见', () => {
  test('写明15个工作日和逾期由机关决定，不是视为同意', () => {
    const text = letterOf('thirdPartyConsultation').paragraphs.join('')
    expect(text).toMatch(/15个工作日/)
    expect(text).toMatch(/逾期未提出意见的，由本机关依照.*决定是否公开/)
    expect(text).not.toContain('视为同意')
  })

  test('条例§34 征求共同制作机关意见，逾期视为同意公开', () =>
    expect(letterOf('organConsultation').paragraphs.join('')).toContain('逾期未提出意见的，视为同意公开'))

  test('条例§11¶1 征求有关机关意见，写明期限，逾期不视为同意', () => {
    const text = letterOf('otherOrganConsultation').paragraphs.join('')
    expect(text).toMatch(/第十一条第一款.*至迟于2026年7月24日书面提出意见/)
    expect(text).toMatch(/逾期未提出意见的，不视为同意.*由本机关.*决定/)
  })

  test('条例§32 决定公开的，把内容和理由书面告知第三方', () => {
    const text = letterOf('thirdPartyDecision').paragraphs.join('')
    expect(text).toContain(facts.disclosureReason)
    expect(text).toContain(`决定公开下列政府信息：${facts.information}`)
    expect(text).toContain('《政府信息公开条例》第十五条、第三十二条')
  })
})

describe('程序性文书', () => {
  test('条例§30 补正告知书一次列明全部事项、期限和逾期后果', () => {
    const text = letterOf('correctionNotice').paragraphs.join('\n')
    expect(text).toMatch(/（一）明确所申请.*\n（二）提供身份证明的清晰复印件。/)
    expect(text).toMatch(/2026年7月24日.*视为放弃申请/)
  })

  test('条例§33¶2 延期告知书写明理由、工作日数和新的期限', () => {
    const text = letterOf('extensionNotice').paragraphs.join('')
    expect(text).toMatch(/需要逐卷查阅.*第三十三条第二款.*工作机构负责人同意.*20个工作日.*2026年8月31日/)
  })

  test('办法§6 收费通知书写明依据、标准、数额、缴纳方式和期限', () => {
    const text = letterOf('feeNotice').paragraphs.join('\n')
    expect(text).toContain('《政府信息公开信息处理费管理办法》第三条、第四条')
    expect(text).toContain('收费标准：按件计收，第11至30件每件100元，20件计2000元；')
    expect(text).toContain('收费数额：5500元。')
    expect(text).toContain('缴纳方式：')
    expect(text).toMatch(/次日起20个工作日内缴纳。逾期未缴纳的，视为放弃申请/)
  })

  test('免费范围以内的，收费通知书不能作出', () =>
    expect(
      compose('feeNotice', { ...facts, fee: { basis: 'page', quantity: 30 } }, organ, context()),
    ).toMatchObject([{ problem: 'wrongFact', message: '“信息处理费”在免费范围以内，不得收费。' }]))
})
