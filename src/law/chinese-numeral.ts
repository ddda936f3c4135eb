/** 1 to 9999 in words, as articles and sections are numbered: 10 十, 36 三十六, 103 一百零三, 201 二百零一. */
export function chineseNumeral(number: number): string {
  const digits = '零一二三四五六七八九'
  const units = ['', '十', '百', '千']
  const figures = [...String(number)].map(Number)
  let text = ''
  let zeroPending = false
  figures.forEach((figure, index) => {
    if (figure === 0) {
      zeroPending = true
      return
    }
    if (zeroPending && text !== '') text += '零'
    zeroPending = false
    text += digits[figure]! + units[figures.length - 1 - index]!
  })
  return text.replace(/^一十/, '十')
}
