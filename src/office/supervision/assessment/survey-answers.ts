/** Answers of a questionnaire and what each is worth, the best first. */
export const surveyAnswers = {
  excellent: { caption: '优', points: 10 },
  good: { caption: '良', points: 8 },
  fair: { caption: '一般', points: 6 },
  poor: { caption: '差', points: 0 },
} as const

export type SurveyAnswer = keyof typeof surveyAnswers
