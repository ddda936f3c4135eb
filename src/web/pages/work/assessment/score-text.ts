/** Points as they are printed: no noughts behind the last figure, two decimals at most. */
export const scoreText = (points: number): string =>
  String(Math.round(points * 100 + Math.sign(points) * 1e-7) / 100)

/** +1.5, −2, 持平. */
export const changeText = (change: number | null): string =>
  change === null
    ? '首次'
    : change === 0
      ? '持平'
      : change > 0
        ? `+${scoreText(change)}`
        : `−${scoreText(-change)}`
