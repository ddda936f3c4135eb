export interface MadePage {
  /** Content stream: text is set with `text`, lines with plain PDF operators. */
  readonly content: string
  readonly rotate?: number
  /** A form drawn by '/X Do' in the content. */
  readonly form?: { readonly content: string; readonly matrix: string }
}

/** Operators that set Chinese or Latin text at a position, in points from the bottom left corner. */
export const text = (x: number, y: number, content: string, size = 10, font = 'F'): string =>
  `BT /${font} ${size} Tf ${x} ${y} Td <${Buffer.from(content, 'utf16le').swap16().toString('hex')}> Tj ET`

/** Operators that draw a grid of lines through the given positions. */
export const grid = (xs: readonly number[], ys: readonly number[]): string =>
  [
    ...xs.map((x) => `${x} ${Math.min(...ys)} m ${x} ${Math.max(...ys)} l S`),
    ...ys.map((y) => `${Math.min(...xs)} ${y} m ${Math.max(...xs)} ${y} l S`),
  ].join('\n')

/** A PDF whose fonts are not embedded: the Chinese one needs the character maps that come with the library. */
export function makePdf(pages: readonly MadePage[], trailer = ''): Buffer {
  const objects: string[] = []
  const add = (body: string): number => objects.push(body)
  const stream = (dictionary: string, content: string): string =>
    `<<${dictionary}/Length ${content.length}>>\nstream\n${content}\nendstream`
  add('<</Type/Catalog/Pages 2 0 R>>')
  add('')
  const font = (encoding: string): number => {
    const descriptor = add(
      '<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
    )
    const descendant = add(
      `<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/W[1 95 500]/FontDescriptor ${descriptor} 0 R>>`,
    )
    return add(
      `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${encoding}/DescendantFonts[${descendant} 0 R]>>`,
    )
  }
  const fonts = `/Font<</F ${font('UniGB-UCS2-H')} 0 R/V ${font('UniGB-UCS2-V')} 0 R>>`
  const kids = pages.map(({ content, rotate = 0, form }) => {
    const drawn =
      form === undefined
        ? ''
        : `/XObject<</X ${add(stream(`/Type/XObject/Subtype/Form/BBox[0 0 600 850]/Matrix[${form.matrix}]/Resources<<${fonts}>>`, form.content))} 0 R>>`
    const contents = add(stream('', content))
    return `${add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate ${rotate}/Resources<<${fonts}${drawn}>>/Contents ${contents} 0 R>>`,
    )} 0 R`
  })
  objects[1] = `<</Type/Pages/Kids[${kids.join(' ')}]/Count ${kids.length}>>`
  let file = '%PDF-1.5\n'
  const offsets = objects.map((body, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${file.length}\n%%EOF`
  return Buffer.from(file, 'latin1')
}
