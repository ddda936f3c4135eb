import { inspectPackage, isParts, type Parts, partsOf } from './office-package.ts'
import type { Inspector, Workroom } from './workroom.ts'
import { isOn, walkXml } from './xml.ts'

/** Excel: what is hidden or kept beside the sheets, and every cell for personal data. */
export const inspectXlsx: Inspector = async (bytes, room) => {
  const parts = await partsOf(bytes, room)
  if (!isParts(parts)) return parts
  inspectBook(parts, room)
  inspectSideParts(parts, room)
  return await inspectPackage(parts, room)
}

function inspectBook(parts: Parts, room: Workroom): void {
  const { findings } = room
  const targets = relationsOf(parts.get('xl/_rels/workbook.xml.rels'))
  const strings = sharedStrings(parts.get('xl/sharedStrings.xml'))
  const left = new Set(
    [...parts.keys()].filter((name) => /^xl\/(?:work|chart|dialog)sheets\/[^/]+\.xml$/.test(name)),
  )
  const book = parts.get('xl/workbook.xml')
  let number = 0
  if (book !== undefined) {
    walkXml(book, {
      open: (name, attribute) => {
        if (name === 'sheet') {
          number++
          const label = room.part(`第 ${number} 张工作表`)
          if (/hidden/i.test(attribute('state') ?? '')) findings.hide('hiddenSheet', label)
          findings.text(attribute('name') ?? '', label, '名称')
          const path = targets.get(attribute('id') ?? '') ?? ''
          const content = parts.get(path)
          if (content !== undefined) inspectSheet(content, strings, label, room)
          left.delete(path)
        } else if (name === 'definedName' && attribute('hidden') !== undefined) {
          // The range of a filter is hidden by Excel itself.
          if (isOn(attribute('hidden')) && !/^_xl/i.test(attribute('name') ?? ''))
            findings.hide('hiddenName', room.part('工作簿'))
        }
      },
    })
  }
  // A sheet that no list of sheets names is not shown by any program, and is in the file all the same.
  for (const path of left) {
    const label = room.part('未列入目录的工作表')
    findings.hide('hiddenSheet', label)
    inspectSheet(parts.get(path)!, strings, label, room)
  }
}

function relationsOf(bytes: Uint8Array | undefined): ReadonlyMap<string, string> {
  const targets = new Map<string, string>()
  if (bytes === undefined) return targets
  walkXml(bytes, {
    open: (_, attribute) => {
      const [id, target] = [attribute('Id'), attribute('Target')]
      if (id !== undefined && target !== undefined)
        targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`)
    },
  })
  return targets
}

function sharedStrings(bytes: Uint8Array | undefined): readonly string[] {
  const strings: string[] = []
  if (bytes === undefined) return strings
  let text = ''
  let reading = false
  let phonetic = false
  walkXml(bytes, {
    open: (name) => {
      if (name === 'si') text = ''
      else if (name === 't') reading = !phonetic
      else if (name === 'rPh') phonetic = true
    },
    text: (piece) => {
      if (reading) text += piece
    },
    close: (name) => {
      if (name === 'si') strings.push(text)
      else if (name === 't') reading = false
      else if (name === 'rPh') phonetic = false
    },
  })
  return strings
}

/** Column of a reference like 'AB12', from 1; 0 where there is none. */
function columnOf(reference: string): number {
  let column = 0
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64
    if (value < 1 || value > 26) break
    column = column * 26 + value
  }
  return column
}

function inspectSheet(bytes: Uint8Array, strings: readonly string[], part: string, room: Workroom): void {
  const { findings } = room
  const hiddenRanges: [number, number][] = []
  const hiddenColumns = new Set<number>()
  const heads = new Map<number, string>()
  let row = 0
  let column = 0
  let rowHidden = false
  let rowFilled = false
  let hiddenRows = 0
  let type = ''
  let reference = ''
  let value = ''
  let reading = false
  const endCell = (): void => {
    const text = (type === 's' ? strings[Number(value)] : value) ?? ''
    if (text.trim() === '') return
    rowFilled = true
    if (hiddenRanges.some(([from, to]) => column >= from && column <= to)) hiddenColumns.add(column)
    findings.text(text, part, reference || `第 ${row} 行`, heads.get(column) ?? '')
    // The nearest short text without figures above a cell is the head of its column.
    if (text.length <= 20 && !/\d/.test(text)) heads.set(column, text.trim())
  }
  walkXml(bytes, {
    open: (name, attribute) => {
      if (name === 'col') {
        const from = Number(attribute('min')) || 1
        const narrow = attribute('width') !== undefined && Number(attribute('width')) === 0
        if ((attribute('hidden') !== undefined && isOn(attribute('hidden'))) || narrow)
          hiddenRanges.push([from, Number(attribute('max')) || from])
      } else if (name === 'row') {
        row = Number(attribute('r')) || row + 1
        column = 0
        rowFilled = false
        const flat = attribute('ht') !== undefined && Number(attribute('ht')) === 0
        rowHidden = (attribute('hidden') !== undefined && isOn(attribute('hidden'))) || flat
      } else if (name === 'c') {
        reference = attribute('r') ?? ''
        column = columnOf(reference) || column + 1
        type = attribute('t') ?? ''
        value = ''
      } else if (name === 'v' || name === 't' || name === 'oddHeader' || name === 'oddFooter') {
        if (name.startsWith('odd')) value = ''
        reading = true
      }
    },
    text: (piece) => {
      if (reading) value += piece
    },
    close: (name) => {
      if (name === 'c') endCell()
      else if (name === 'row' && rowHidden && rowFilled) hiddenRows++
      else if (name === 'oddHeader' || name === 'oddFooter') findings.text(value, part, '页眉页脚')
      if (name === 'v' || name === 't' || name.startsWith('odd')) reading = false
    },
  })
  if (hiddenRows > 0) findings.hide('hiddenRows', part, '', hiddenRows)
  if (hiddenColumns.size > 0) findings.hide('hiddenColumns', part, '', hiddenColumns.size)
}

/** Folders of a workbook whose presence is the finding. */
const kept = [
  [/^xl\/pivotCache\/pivotCacheDefinition[^/]*\.xml$/, 'pivotCache'],
  [/^xl\/externalLinks\/externalLink[^/]*\.xml$/, 'externalLink'],
  [/^xl\/connections\.xml$/, 'dataConnection'],
  [/^xl\/revisions\/revisionLog[^/]*\.xml$/, 'history'],
] as const

function inspectSideParts(parts: Parts, room: Workroom): void {
  const { findings } = room
  for (const [name, bytes] of parts) {
    for (const [pattern, kind] of kept) if (pattern.test(name)) findings.hide(kind, room.part('工作簿'))
    const comments = /^xl\/(?:comments|threadedComments\/)[^/]*\.xml$/.test(name)
    const cached = /^xl\/(?:pivotCache|externalLinks|revisions)\//.test(name)
    if (!comments && !cached && !/^xl\/(?:drawings|charts|diagrams)\/[^/]*\.xml$/.test(name)) continue
    const part = room.part(comments ? '批注' : cached ? '缓存数据' : '图形中的文字')
    walkXml(bytes, {
      open: (element, attribute) => {
        if (/^(?:comment|threadedComment)$/.test(element) && comments)
          findings.hide('comment', part, attribute('ref') ?? '')
        // Caches keep their values in attributes: <s v="…"/>.
        const value = cached ? attribute('v') : undefined
        if (value !== undefined) findings.text(value, part)
      },
      text: (text) => findings.text(text, part),
    })
  }
  // Beyond XML there is the binary workbook, which is not read.
  for (const name of parts.keys())
    if (/^xl\/worksheets\/[^/]+\.bin$/.test(name)) room.findings.hide('notChecked', room.part('二进制工作表'))
}
