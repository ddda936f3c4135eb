import { faultOf } from './disposition-rules.ts'
import type { DraftData } from './draft-data.ts'
import { event } from './events.ts'
import { areConsultationsEnded, isInHandling, isNobodyAwaited, isNotApproved } from './guards.ts'
import { verb } from './verb.ts'

/** A draft as it is handed in: the ending and its texts, the rest where it applies. */
export type DraftCommand = Pick<DraftData, 'ending' | 'facts' | 'statements'> & Partial<DraftData>

/**
 * 拟稿: the decision with its facts, reasons and grounds (条例§36–39). A new draft takes the place of the one before
 * and has to be reviewed again.
 */
export const draft = verb<DraftCommand>(
  'draft',
  [isInHandling, isNotApproved, isNobodyAwaited, areConsultationsEnded(false)],
  (state, command, { today }) => {
    const drafted: DraftData = {
      ending: command.ending,
      facts: command.facts,
      statements: command.statements,
      withheld: command.withheld ?? [],
      law: command.law ?? null,
      override: command.override ?? null,
      provision: command.provision ?? null,
      answers: command.answers ?? null,
      attachments: command.attachments ?? [],
    }
    return faultOf(state, drafted) ?? [event('drafted', today, drafted)]
  },
)
