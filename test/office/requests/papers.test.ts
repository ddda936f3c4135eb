/** Papers on file, enclosures that leave, letters that are kept. */
import { describe, expect, test } from 'vitest'
import { paperPurposes, qualityGate, statusOf } from '../../../src/office/requests/index.ts'
import { start } from './preparations.ts'
import { answer, draftOf, letterOf, paperOf, post, received, remediesFor, sealed, walk } from './walk.ts'

const enclosure = paperOf('enclosure')
const nothingFound = { hash: enclosure.hash, findings: 0, acknowledged: [] } as const

describe('条例§45 案卷中的材料', () => {
  test('收到之前即可添加申请材料；内容相同、用途不同的，各是一份材料', () => {
    const walked = walk(start)
      .do('receive', {
        number: '2026-9',
        applicant: 'vault-1',
        applicantKind: 'natural',
        channel: 'ordinaryPost',
        arrivedOn: start,
      })
      .do('addPaper', paperOf('application'), { role: 'applicant' })
      .do('addPaper', paperOf('evidence'), { role: 'thirdParty' })
    expect(statusOf(walked.state.progress)).toBe('arrived')
    expect(walked.state.papers).toEqual([
      {
        paper: 'vault-a',
        hash: enclosure.hash,
        purpose: 'application',
        addedOn: start,
        addedBy: 'applicant-1',
        decided: null,
      },
      {
        paper: 'vault-a',
        hash: enclosure.hash,
        purpose: 'evidence',
        addedOn: start,
        addedBy: 'thirdParty',
        decided: null,
      },
    ])
  })

  test.each(Object.entries(paperPurposes))('%s：答复之后能否添加依用途而定', (purpose, { afterwards }) => {
    const walked = answer(received(start), 'granted')
    expect(walked.attempt('addPaper', paperOf(purpose as keyof typeof paperPurposes)).refused).toBe(
      !afterwards,
    )
  })

  test('校验值中恰有手机号码、身份证号码样的数字，不是个人信息', () => {
    const hash = `13800000000a11010519491231002${'f'.repeat(35)}`
    received(start).do('addPaper', { ...paperOf('record'), hash })
  })
})

describe('条例§15、§17 随附的文件核查之后发出', () => {
  test('核查只及于随附的那一份', () => {
    const walked = received(start)
      .do('addPaper', enclosure)
      .do('addPaper', paperOf('record'))
      .do('clearPaper', nothingFound)
    expect(walked.state.papers.map(({ decided }) => decided?.as ?? null)).toEqual(['cleared', null])
    expect(walked.events.at(-1)).toEqual({
      kind: 'paperCleared',
      on: start,
      actor: 'staff-1',
      data: nothingFound,
    })
    post(sealed(walked, 'granted', { attachments: [enclosure.hash] }))
    expect(statusOf(walked.state.progress)).toBe('dispatched')
  })

  test('条例§37 决定不提供的留在卷内，可以另有处理后的文件；改变决定的，重新核查', () => {
    const redacted = paperOf('enclosure', 'b')
    const walked = received(start)
      .do('addPaper', enclosure)
      .do('addPaper', redacted)
      .do('withholdPaper', { hash: enclosure.hash, because: '含第三人住址', replacedBy: redacted.hash })
    expect(walked.state.papers[0]!.decided).toEqual({
      as: 'withheld',
      on: start,
      by: 'staff-1',
      because: '含第三人住址',
      replacedBy: redacted.hash,
    })
    const left = () => post(sealed(walked, 'granted', { attachments: [enclosure.hash] }))
    expect(left).toThrow('enclosureNotCleared')
    walked.do('clearPaper', nothingFound)
    expect(walked.state.papers[0]!.decided?.as).toBe('cleared')
  })

  test('用印之后才发现没有核查的，核查后即可发出', () => {
    const walked = sealed(received(start).do('addPaper', enclosure), 'granted', {
      attachments: [enclosure.hash],
    })
    const gate = () =>
      qualityGate(walked.state, { method: 'post', remedies: remediesFor(walked) }, walked.context('dispatch'))
        .filter(({ refusal }) => refusal !== null)
        .map(({ id }) => id)
    expect(gate()).toEqual(['enclosures'])
    walked.do('clearPaper', nothingFound)
    expect(gate()).toEqual([])
  })
})

describe('条例§45 发出的文书留存在卷', () => {
  test('登记回执由系统留存，不代替答复的文书', () => {
    const walked = received(start).do('issueLetter', letterOf('某公收〔2026〕1号'), { role: 'system' })
    expect(walked.state.letters).toEqual([{ ...letterOf('某公收〔2026〕1号'), issuedOn: start }])
    sealed(walked, 'granted')
    expect(walked.state.letters.map(({ letterNo }) => letterNo)).toEqual([
      '某公收〔2026〕1号',
      '某公复〔2026〕1号',
    ])
  })

  test('退回重拟的，原文号已经用过：另行编号用印，文书另行留存', () => {
    const walked = sealed(received(start), 'granted')
      .do('returnDraft', { remarks: '数据有误。' })
      .do('draft', draftOf('granted'))
      .do('review', {})
      .do('approve', {})
    const again = { seal: '行政机关印章', letterNo: '某公复〔2026〕2号' } as const
    expect(walked.refusal('seal', { ...again, letterNo: '某公复〔2026〕1号' }).code).toBe('letterRepeated')
    walked.do('seal', again)
    expect(() => post(walked)).toThrow('letterNotIssued')
    expect(statusOf(post(walked.do('issueLetter', letterOf(again.letterNo))).state.progress)).toBe(
      'dispatched',
    )
  })
})
