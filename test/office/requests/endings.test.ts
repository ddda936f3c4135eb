/** Every ending the law knows, walked from the day of arrival to the archive. */
import { describe, expect, test } from 'vitest'
import { type DispositionKey, dispositions } from '../../../src/law/dispositions.ts'
import {
  annualReadings,
  clockOf,
  countedCase,
  type EndingKey,
  endings,
  standingOf,
  statusOf,
} from '../../../src/office/requests/index.ts'
import { figureAt } from '../../../src/report/reading.ts'
import { preparations, start } from './preparations.ts'
import { answer, dispositionKeys, received, type Walk, walk } from './walk.ts'

const archived = { retention: 'years10', fileNo: '2026-公开-1' } as const

const title = (key: EndingKey) => `${endings[key].cites.join('、')} ${endings[key].caption}`

describe('申请的每一种结局', () => {
  const drafted = dispositionKeys.filter((key) => key !== 'withdrawn')

  test.each(drafted.map((key) => [title(key), key] as const))('%s', (_, key) => {
    const walked = answer((preparations[key] ?? ((same: Walk) => same))(received(start)), key)
    const { state, today } = walked
    expect(statusOf(state.progress)).toBe('served')
    expect(clockOf(state, walked.context('draft').calendar, today).problems).toEqual([])
    expect(countedCase(standingOf(state))).toEqual({
      receivedIn: 2026,
      closedIn: 2026,
      disposition: key,
      column: 'natural',
    })
    const readings = annualReadings([state], 2026)!
    expect(figureAt(readings, `requests/${dispositions[key].row}@natural`)).toBe(1)
    expect(figureAt(readings, 'requests/outcome.total@total')).toBe(1)
    expect(figureAt(readings, 'requests/carriedOut@total')).toBe(0)

    walked.do('archive', archived)
    expect(statusOf(walked.state.progress)).toBe('archived')
  })

  test('申请人撤回申请，计入其他处理', () => {
    const walked = received(start).on('2026-03-04').do('withdraw', { how: '书面' }, { role: 'applicant' })
    expect(statusOf(walked.state.progress)).toBe('withdrawn')
    expect(countedCase(standingOf(walked.state))?.disposition).toBe('withdrawn' satisfies DispositionKey)
    expect(figureAt(annualReadings([walked.state], 2026)!, 'requests/outcome.other.rest@natural')).toBe(1)
    expect(walked.do('archive', archived).state.progress.archived).toBe(true)
  })

  test.each(['recordCorrected', 'recordTransferred', 'recordDirected', 'recordKept'] as const)(
    '条例§41 更正申请：%s，不计入年度报告，不起算答复期限',
    (key) => {
      const walked = walk(start).do('receive', {
        number: '2026-更1',
        variant: 'recordCorrection',
        applicant: 'vault-1',
        applicantKind: 'natural',
        channel: 'inPerson',
        arrivedOn: start,
      })
      answer(walked, key)
      expect(statusOf(walked.state.progress)).toBe('served')
      expect(walked.state.clock).toEqual([])
      expect(countedCase(standingOf(walked.state))).toBeNull()
    },
  )

  test('条例§39¶1 信访件走错渠道：确认收到之前转出，可以计入', () => {
    const walked = walk(start)
      .do('receive', {
        number: '2026-2',
        applicant: 'vault-1',
        applicantKind: 'natural',
        channel: 'registeredPost',
        arrivedOn: start,
        doubtful: true,
      })
      .do('moveOn', { matter: 'petition', to: '县信访局', letterNo: '某公转〔2026〕1号' })
    expect(statusOf(walked.state.progress)).toBe('movedOn')
    expect(countedCase(standingOf(walked.state))).toMatchObject({ disposition: 'petition', closedIn: 2026 })
    const leftOut = {
      withdrawn: 'counted',
      rows: {},
      movedOn: { petition: null, complaint: null, inquiry: null },
    } as const
    expect(countedCase(standingOf(walked.state), leftOut)).toBeNull()
  })
})
