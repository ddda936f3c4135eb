import { describe, expect, test } from 'vitest'
import { gate } from '../../src/office/attachments/gate.ts'
import { cleanName, inspect } from '../../src/office/attachments/inspect.ts'
import { core, makeDocx, paragraph } from './made-files.ts'
import { residentId } from './made-numbers.ts'

const id = residentId('330106', '19900101', '123')
const at = '2026-11-22T08:00:00.000Z'

describe('条例第十五条、第十七条：对外提供前的关口', () => {
  const file = makeDocx(paragraph(`申请人 ${id}`), { 'docProps/core.xml': core('李四') })

  test('没有发现的直接放行', async () => {
    const inspection = await inspect(makeDocx(paragraph('正文')), 'a.docx')
    expect(gate(inspection, [])).toEqual({
      decision: 'open',
      record: { sha256: inspection.sha256, findings: 0, acknowledged: [] },
    })
  })

  test('有发现的逐项由人说明理由才放行，并留下谁、何时、为何', async () => {
    const inspection = await inspect(file, 'a.docx')
    const findings = [...inspection.hidden, ...inspection.personal]
    expect(findings).toHaveLength(2)
    const acknowledge = (reason: string, person = 'staff-1') =>
      findings.map((finding) => ({ sha256: inspection.sha256, finding: finding.id, person, reason, at }))
    const codes = (given: ReturnType<typeof acknowledge>) => {
      const decided = gate(inspection, given)
      return decided.decision === 'open' ? 'open' : [...new Set(decided.reasons.map(({ code }) => code))]
    }
    expect(codes([])).toEqual(['unacknowledged'])
    expect(codes(acknowledge('本人信息，依申请提供给本人').slice(1))).toEqual(['unacknowledged'])
    expect(codes(acknowledge('可以'))).toEqual(['noReason'])
    expect(codes(acknowledge('本人信息，依申请提供', 'system'))).toEqual(['noPerson'])
    expect(codes(acknowledge(`是${id}本人的信息`))).toEqual(['personalReason'])
    const decided = gate(inspection, acknowledge('本人信息，依申请提供给本人'))
    expect(decided).toMatchObject({ decision: 'open', record: { findings: 2 } })
    expect(JSON.stringify(decided)).not.toContain(id)
  })

  test('内容一变，原来的确认不再有效', async () => {
    const before = await inspect(file, 'a.docx')
    const after = await inspect(
      makeDocx(paragraph(`申请人 ${id}。`), { 'docProps/core.xml': core('李四') }),
      'a.docx',
    )
    const given = [...before.hidden, ...before.personal].map((finding) => ({
      sha256: before.sha256,
      finding: finding.id,
      person: 'staff-1',
      reason: '本人信息，依申请提供',
      at,
    }))
    expect(gate(before, given).decision).toBe('open')
    expect(gate(after, given).decision).toBe('blocked')
  })

  test('拒收的文件没有确认的余地', async () => {
    const inspection = await inspect(makeDocx(paragraph('机密★10年')), 'a.docx')
    const decided = gate(inspection, [
      {
        sha256: inspection.sha256,
        finding: 'secrecyMark@正文',
        person: 'staff-1',
        reason: '已经核对无误',
        at,
      },
    ])
    expect(decided).toMatchObject({ decision: 'blocked', reasons: [{ code: 'refused', finding: null }] })
  })
})

test('文件名去掉路径、控制字符和倒写标记，过长的截短而保留扩展名', () => {
  expect(cleanName('../../etc/passwd')).toBe('passwd')
  expect(cleanName('C:\\a\\b.docx')).toBe('b.docx')
  expect(cleanName('a\u202efdp.exe')).toBe('afdp.exe')
  expect(cleanName('..')).toBe('附件')
  expect(cleanName(`${'长'.repeat(200)}.pdf`)).toBe(`${'长'.repeat(116)}.pdf`)
})
