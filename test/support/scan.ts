/** What can be told of a TypeScript file without a compiler: its imports, its strings, its code without either. */

export interface Scanned {
  /** Module names of every import, export … from, import() and of files started by URL. */
  readonly imports: readonly string[]
  /** Contents of the string and template literals, without the parts computed in templates. */
  readonly strings: readonly string[]
  /** The code with comments removed and the contents of strings and regular expressions blanked. */
  readonly code: string
}

const comment = /^(?:\/\/[^\n]*|\/\*[\s\S]*?\*\/)/
const quoted = /^(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/
const regex = /^\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/
/** Before a slash: the end of a value, so that the slash divides. */
const value = /(?:[\w)\]}]|\+\+|--)\s*$/
const keyword = /\b(?:return|typeof|case|in|of|yield|await)\s*$/

/** Reads a source file from beginning to end. */
export const scan = (text: string): Scanned => {
  const strings: string[] = []
  let code = ''
  let at = 0
  /** Depth of braces within each open template: `}` at depth 0 closes a computed part. */
  const templates: number[] = []

  const template = (): void => {
    const found = /^(?:[^`\\$]|\\[\s\S]|\$(?!\{))*/.exec(text.slice(at))?.[0] ?? ''
    strings.push(found)
    at += found.length
    if (text[at] === '`') {
      at++
      code += '`'
      return
    }
    at += 2
    code += '${'
    templates.push(0)
  }

  while (at < text.length) {
    const rest = text.slice(at, at + 20_000)
    const note = comment.exec(rest)?.[0]
    const literal = quoted.exec(rest)?.[0]
    // What matters stands close before; looking through all of the code each time made long files slow.
    const before = code.slice(-80)
    const pattern = value.test(before) && !keyword.test(before) ? undefined : regex.exec(rest)?.[0]
    if (note) {
      at += note.length
      code += ' '
    } else if (literal) {
      at += literal.length
      strings.push(literal.slice(1, -1))
      code += "''"
    } else if (pattern) {
      at += pattern.length
      code += '/ /'
    } else if (text[at] === '`') {
      at++
      code += '`'
      template()
    } else {
      const c = text[at++] as string
      const depth = templates.at(-1)
      if (depth !== undefined && c === '{') templates[templates.length - 1] = depth + 1
      if (depth !== undefined && c === '}') {
        if (depth === 0) {
          templates.pop()
          code += '}'
          template()
          continue
        }
        templates[templates.length - 1] = depth - 1
      }
      code += c
    }
  }
  return { imports: importsIn(text), strings, code }
}

const statements = [
  /^(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm,
  /^import\s*['"]([^'"]+)['"]/gm,
  /\bimport\(\s*['"]([^'"]+)['"]/g,
  /\bnew URL\(\s*['"`](\.[^'"`$]+\.tsx?)['"`]\s*,\s*import\.meta\.url/g,
]

const importsIn = (text: string): readonly string[] =>
  statements.flatMap((statement) => [...text.matchAll(statement)].map((found) => found[1] as string))
