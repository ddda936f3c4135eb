import { inspectPackage, isParts, partsOf } from './office-package.ts'
import type { Inspector } from './workroom.ts'
import { isOn, walkXml } from './xml.ts'

/** PowerPoint: hidden slides, notes and comments, and the text for personal data. */
export const inspectPptx: Inspector = async (bytes, room) => {
  const parts = await partsOf(bytes, room)
  if (!isParts(parts)) return parts
  const { findings } = room
  for (const [name, content] of parts) {
    const found = /^ppt\/(slides\/slide|notesSlides\/notesSlide|comments\/[^/]*?)(\d*)\.xml$/.exec(name)
    if (found === null) continue
    const [, folder = '', number = ''] = found
    const kind = folder.startsWith('slides') ? '幻灯片' : folder.startsWith('notes') ? '备注' : '批注'
    const part = room.part(kind === '批注' ? kind : `第 ${number} 页${kind}`)
    let text = ''
    let field = 0
    let says = false
    walkXml(content, {
      open: (element, attribute) => {
        if (element === 'sld' && !isOn(attribute('show'))) findings.hide('hiddenSlide', part)
        else if (element === 'cm' && kind === '批注') findings.hide('comment', part)
        else if (element === 'fld') field++
        else if (element === 'p') text = ''
      },
      text: (piece) => {
        text += piece
        // The number of the slide is a field and says nothing.
        if (field === 0 && piece.trim() !== '') says = true
      },
      close: (element) => {
        if (element === 'fld') field--
        else if (element === 'p' || element === 'text') findings.text(text, part)
      },
    })
    if (kind === '备注' && says) findings.hide('notes', part)
  }
  return await inspectPackage(parts, room)
}
