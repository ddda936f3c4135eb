import { inspectPackage, isParts, partsOf } from './office-package.ts'
import type { Inspector, Workroom } from './workroom.ts'
import { isOn, walkXml } from './xml.ts'

/** Parts with running text, by the name of their outermost element. */
const texts: Readonly<Record<string, string>> = {
  document: '正文',
  hdr: '页眉页脚',
  ftr: '页眉页脚',
  footnotes: '脚注',
  endnotes: '尾注',
  comments: '批注',
  glossaryDocument: '自动图文集',
}

const changes = new Set([
  'ins',
  'del',
  'moveFrom',
  'moveTo',
  'cellIns',
  'cellDel',
  'cellMerge',
  'rPrChange',
  'pPrChange',
  'tblPrChange',
  'trPrChange',
  'tcPrChange',
  'sectPrChange',
  'numberingChange',
])

const black = (value: string | undefined): boolean => /^(?:0{6}|black)$/i.test(value ?? '')
const white = (value: string | undefined): boolean => /^(?:f{6}|white)$/i.test(value ?? '')

/** Word: tracked changes, comments, hidden and blackened text, and the text itself for personal data. */
export const inspectDocx: Inspector = async (bytes, room) => {
  const parts = await partsOf(bytes, room)
  if (!isParts(parts)) return parts
  const hiddenStyles = new Set<string>()
  const styles = parts.get('word/styles.xml')
  if (styles !== undefined) collectHiddenStyles(styles, hiddenStyles)
  for (const [name, content] of parts) {
    if (!/\.xml$/i.test(name) || /^(?:docProps|customXml)\//.test(name)) continue
    if (/\/(?:theme\d*|styles|fontTable|numbering|webSettings|stylesWithEffects)\.xml$/.test(name)) continue
    walkText(content, hiddenStyles, room)
  }
  return await inspectPackage(parts, room)
}

/** Styles that hide their text, so that no run needs to say so itself. */
function collectHiddenStyles(bytes: Uint8Array, hidden: Set<string>): void {
  let style = ''
  walkXml(bytes, {
    open: (name, attribute) => {
      if (name === 'style') style = attribute('styleId') ?? ''
      else if (name === 'vanish' && style !== '' && isOn(attribute('val'))) hidden.add(style)
    },
  })
}

interface Run {
  hidden: boolean
  blackened: boolean
  white: boolean
}

function walkText(bytes: Uint8Array, hiddenStyles: ReadonlySet<string>, room: Workroom): void {
  const { findings } = room
  let part: string | undefined
  let rooted = false
  let paragraph = 0
  let fallback = 0
  let reading = false
  let styleHides = false
  let run: Run = { hidden: false, blackened: false, white: false }
  const open: { number: number; text: string[] }[] = []
  const spot = (): string => (open.length > 0 ? `第 ${open.at(-1)!.number} 段` : '')

  walkXml(bytes, {
    open: (name, attribute) => {
      if (!rooted) {
        rooted = true
        const label = texts[name]
        part = label === undefined ? undefined : room.part(label)
        if (name === 'settings') part = room.part('文档设置')
      }
      if (part === undefined) return
      if (name === 'Fallback') fallback++
      if (fallback > 0) return
      const value = attribute('val')
      if (name === 'p') {
        open.push({ number: ++paragraph, text: [] })
        styleHides = false
      } else if (name === 'r') run = { hidden: styleHides, blackened: false, white: false }
      else if (name === 't' || name === 'delText' || name === 'instrText') reading = true
      else if (name === 'tab' || name === 'br' || name === 'cr') open.at(-1)?.text.push(' ')
      else if (name === 'pStyle') styleHides = hiddenStyles.has(value ?? '')
      else if (name === 'rStyle') run.hidden ||= hiddenStyles.has(value ?? '')
      else if (name === 'vanish' || name === 'webHidden') run.hidden = name === 'vanish' && isOn(value)
      else if (name === 'highlight') run.blackened ||= black(value)
      else if (name === 'shd') run.blackened ||= black(attribute('fill'))
      else if (name === 'color') run.white = white(value)
      else if (name === 'comment') findings.hide('comment', part)
      else if (name === 'docVar') findings.hide('customData', part)
      else if (changes.has(name)) findings.hide('trackedChange', part, spot())
    },
    text: (text) => {
      if (part === undefined || fallback > 0 || !reading) return
      open.at(-1)?.text.push(text)
      if (text.trim() === '') return
      if (run.hidden) findings.hide('hiddenText', part, spot())
      // White letters on black are a heading; black on black is somebody's idea of a redaction.
      if (run.blackened && !run.white) findings.hide('coveredText', part, spot())
    },
    close: (name) => {
      if (part === undefined) return
      if (name === 'Fallback') fallback--
      else if (fallback > 0) return
      else if (name === 't' || name === 'delText' || name === 'instrText') reading = false
      else if (name === 'p') {
        const done = open.pop()
        if (done !== undefined) findings.text(done.text.join(''), part, `第 ${done.number} 段`)
      }
    },
  })
}
