/** What holds of every document, whatever anybody tries to do to it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resolveCitation } from '../../../src/law/citation.ts'
import { documentClasses } from '../../../src/office/documents/classes.ts'
import { factsOf } from '../../../src/office/documents/facts.ts'
import { documentMovesOf } from '../../../src/office/documents/life/moves.ts'
import { documentRefusalCodes } from '../../../src/office/documents/life/refusal.ts'
import { stageOf, stages } from '../../../src/office/documents/life/state.ts'
import { readableVersions, shownOf } from '../../../src/office/documents/shown.ts'
import { attempts, type Taken, walk } from './histories.ts'

const always = (holds: (steps: readonly Taken[]) => void, numRuns = 300) =>
  fc.assert(
    fc.property(attempts, (all) => holds(walk(all))),
    { numRuns, seed: 20260302 },
  )

describe('文件的每一种经历', () => {
  test('各个阶段和各种不能办理的理由都出现过', () => {
    const [reached, refused] = [new Set<string>(), new Set<string>()]
    always((steps) => {
      for (const { after, decision } of steps) {
        if (after.version > 0) reached.add(stageOf(after))
        if (decision.refused) refused.add(decision.code)
      }
    }, 2000)
    expect(Object.keys(stages).filter((stage) => !reached.has(stage))).toEqual([])
    expect(documentRefusalCodes.filter((code) => !refused.has(code))).toEqual([])
  })

  test('拒绝的不留痕迹，写明理由和可以核对的依据；事件经得起保存', () =>
    always((steps) => {
      for (const { before, after, decision } of steps) {
        if (decision.refused) {
          expect(after).toBe(before)
          expect(decision.message).toMatch(/[。；]$/)
          expect(decision.cites.length).toBeGreaterThan(0)
          for (const cite of decision.cites) expect(resolveCitation(cite)).toHaveProperty('mark')
        } else expect(JSON.parse(JSON.stringify(decision.events))).toEqual(decision.events)
      }
    }))

  test('列出的步骤与实际一致：列为不能办理的，一定办不成', () =>
    always((steps) => {
      for (const { before, context, action, decision } of steps) {
        const move = documentMovesOf(before, context).find((each) => each.action === action)!
        if (move.refusal !== null) expect(decision).toEqual(move.refusal)
      }
    }))

  test('条例§17 先审后发：公众看得到的，各项审查都已通过，签发、审查的不是起草人', () =>
    always((steps) => {
      for (const { after } of steps)
        for (const { signedBy, drafters, passed, content, attribute } of readableVersions(after)) {
          expect(attribute.attribute).toBe('proactive')
          if (signedBy === null) continue
          expect(drafters).not.toContain(signedBy)
          expect(passed.map(({ review }) => review)).toEqual(documentClasses[content.class].chain)
          for (const { by } of passed) expect(drafters).not.toContain(by)
        }
    }))

  test('条例§13—§16 没有确定为主动公开的，任何时候都没有公开', () =>
    always((steps) => {
      for (const { after } of steps) {
        const facts = factsOf(after)
        if (facts === null || facts.shown !== 'whole') continue
        expect(facts.attribute).toBe('proactive')
        expect(after.withdrawn ?? after.restricted).toBeNull()
      }
    }))

  test('撤下之后只留说明，不再有任何改动', () =>
    always((steps) => {
      for (const { before, decision } of steps)
        if (before.withdrawn !== null) {
          expect(decision.refused).toBe(true)
          expect(shownOf(before)).toBe('tombstone')
        }
    }))

  test('目录指引 索引号一经给定不再改变；已经公开的版本不再改变', () =>
    always((steps) => {
      for (const { before, after } of steps) {
        if (before.indexNo !== null) expect(after.indexNo).toBe(before.indexNo)
        for (const [n, { acts, attribute, ...version }] of before.versions.entries())
          if (acts.length > 0) {
            const { acts: later, attribute: _, ...same } = after.versions[n]!
            expect(same).toEqual(version)
            expect(later.slice(0, acts.length)).toEqual(acts)
          }
      }
    }))
})
