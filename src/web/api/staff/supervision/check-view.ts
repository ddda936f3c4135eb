import type { InspectionReader } from '../../../../office/supervision/inspection/checks.ts'

/** The checks of all rooms in their order, each with the room that it looks at. */
export const checksInOrder = (readers: readonly InspectionReader[]) =>
  readers.flatMap(({ caption: room, checks }) =>
    Object.entries(checks).map(([id, { caption, advice, cites }]) => ({
      ...{ id, caption, room, advice, cites: [...cites] },
    })),
  )
