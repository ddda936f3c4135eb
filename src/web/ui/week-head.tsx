import { weekdayCaptions } from '../../law/day.ts'

/** Head of a month's table: the days of the week, short to the eye and whole to the ear. */
export const WeekHead = () => (
  <thead>
    <tr>
      {Object.values(weekdayCaptions).map((caption) => (
        <th key={caption} scope="col" abbr={caption}>
          {caption.at(-1)}
        </th>
      ))}
    </tr>
  </thead>
)
