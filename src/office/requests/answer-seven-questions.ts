import { event } from './events.ts'
import { isForInformation } from './guards.ts'
import { refuse } from './refusal.ts'
import { type Answers, type QuestionId, sevenQuestions } from './seven-questions.ts'
import { verb } from './verb.ts'

/** Keeps the answers given so far; `conclude` says where they lead, and a draft has to agree with its own. */
export const answerSevenQuestions = verb<{ readonly answers: Answers }>(
  'answerSevenQuestions',
  [isForInformation],
  (_, { answers }, { today }) => {
    const unknown = Object.entries(answers).find(
      ([question, answer]) =>
        !Object.hasOwn(sevenQuestions, question) ||
        !Object.hasOwn(sevenQuestions[question as QuestionId].answers, answer),
    )
    if (unknown !== undefined)
      return refuse('incomplete', `没有“${unknown.join('：')}”这一选项，请重新选择。`, '条例§36')
    return [event('questionsAnswered', today, { answers })]
  },
)
