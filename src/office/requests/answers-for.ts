import type { EndingKey } from './endings.ts'
import { type Answers, conclude, type QuestionId, sevenQuestions } from './seven-questions.ts'

/**
 * Answers to the seven questions that lead to the ending; null for endings that
 * the questions do not lead to. Pure.
 */
export function answersFor(ending: EndingKey): Answers | null {
  return answersTo.get(ending) ?? null
}

/** Found by looking, not written down again. */
const answersTo: ReadonlyMap<EndingKey, Answers> = new Map(
  pathsFrom('correction', {}).flatMap((answers) => {
    const { disposition } = conclude(answers)
    return disposition === null ? [] : [[disposition, answers] as const]
  }),
)

function pathsFrom(question: QuestionId, answers: Answers): readonly Answers[] {
  return Object.entries(sevenQuestions[question].answers).flatMap(([id, { next }]) => {
    const given = { ...answers, [question]: id } as Answers
    return next === null ? [given] : pathsFrom(next, given)
  })
}
