/** The sheet of every document that Word opens: A4 with the margins of GB/T 9704-2012. */
import { convertMillimetersToTwip } from 'docx'
import { page } from './measures.ts'

/** Word's unit, a twentieth of a point. */
export const twip = (mm: number): number => Math.round(convertMillimetersToTwip(mm))

/** @param footer from the edge of the paper to the footer, in mm */
export const sheet = (footer: number) => ({
  size: { width: twip(page.width), height: twip(page.height) },
  margin: {
    top: twip(page.top),
    right: twip(page.right),
    bottom: twip(page.bottom),
    left: twip(page.left),
    footer: twip(footer),
  },
})
