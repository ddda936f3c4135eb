/** The jobs of the service, as data: what, from which hour on, for whom. */

import { backUpDaily } from './backups.ts'
import { keepCheckpoints } from './checkpoints.ts'
import type { DailyJob } from './jobs.ts'
import { addDays } from './law/day.ts'
import { sweepDocuments } from './office/documents/sweep-documents.ts'
import { recount } from './office/handling/publish-calendar.ts'
import type { Moment } from './office/ports.ts'
import { inspectDaily, sweepSupervision } from './office/supervision/sweep-supervision.ts'
import { sweep } from './office/sweep/sweep.ts'
import { JobRuns } from './store/job-runs.ts'
import type { Store } from './store/store.ts'
import type { Checkpoint } from './store/verify.ts'
import type { SignIn } from './web/sign-in/sign-in.ts'

export interface DailyParts {
  readonly store: Store
  readonly door: Pick<SignIn, 'prune'>
  /** Where the ends of the chains are kept. */
  readonly checkpoints: string
  /** Where backups go, and for how many days; null where none are made. */
  readonly backups: { readonly folder: string; readonly days: number } | null
  /** Whether links that lead elsewhere are looked at. */
  readonly outsideLinks: boolean
  /** Told of the ends of the chains, for the log. */
  readonly kept: (checkpoints: readonly Checkpoint[]) => void
}

/** Days for which the answer to a call is remembered under its idempotency key. */
const keysKept = 7
/** Days for which it is remembered what was done. */
const runsKept = 400

export const dailyJobs = ({
  store,
  door,
  checkpoints,
  backups,
  outsideLinks,
  kept,
}: DailyParts): readonly DailyJob[] => [
  {
    // A release brings a calendar of its own: due days that came from another are counted anew.
    name: 'recount',
    from: '00:10',
    scope: 'organ',
    run: async (organ) => void (await recount(store, organ)),
  },
  {
    // Organs that came since yesterday are counted from today on.
    name: 'countVisits',
    from: '00:05',
    scope: 'house',
    run: (_, { today }) => store.visits.begin(today),
  },
  {
    name: 'checkpoint',
    from: '00:20',
    scope: 'house',
    async run(_, { now }) {
      kept(await keepCheckpoints(store, checkpoints, now))
    },
  },
  ...(backups === null
    ? []
    : [
        {
          name: 'backup',
          from: '02:30',
          scope: 'house',
          run: (_, { today }) => backUpDaily(store, backups.folder, backups.days, today),
        } satisfies DailyJob,
      ]),
  {
    // Before the first hour at which anybody is reminded, and after the due days are counted anew.
    name: 'sweep',
    from: '06:00',
    scope: 'organ',
    run: async (organ, time) => void (await sweep(store, organ, time)),
  },
  {
    name: 'sweepDocuments',
    from: '06:10',
    scope: 'organ',
    run: async (organ, time) => void (await sweepDocuments(store, organ, time)),
  },
  ...(outsideLinks
    ? [
        {
          name: 'gatherLinks',
          from: '01:30',
          scope: 'organ',
          run: (organ) => store.links.gather(organ),
        } satisfies DailyJob,
      ]
    : []),
  {
    name: 'sweepSupervision',
    from: '06:20',
    scope: 'organ',
    run: async (organ, time) => void (await sweepSupervision(store, organ, time)),
  },
  {
    name: 'inspect',
    from: '06:30',
    scope: 'organ',
    run: (organ, time) => inspectDaily(store, organ, time),
  },
  {
    name: 'forgetKeys',
    from: '03:10',
    scope: 'organ',
    run: (organ, { now }) =>
      store.inTransaction(
        organ,
        async ({ keys }) => void (await keys.forgetBefore(daysBefore(now, keysKept))),
      ),
  },
  {
    name: 'forgetSessions',
    from: '03:15',
    scope: 'house',
    run: () => door.prune(),
  },
  {
    name: 'forgetRuns',
    from: '03:20',
    scope: 'house',
    run: (_, { today }) => new JobRuns(store).forgetBefore(addDays(today, -runsKept)),
  },
]

const daysBefore = (moment: Moment, days: number): Moment =>
  new Date(Date.parse(moment) - days * 86_400_000).toISOString()
