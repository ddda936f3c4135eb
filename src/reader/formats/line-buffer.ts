/** Gathers running text into lines, with white space collapsed like a browser does unless told to keep it. */
export class LineBuffer {
  private text = ''
  private readonly emit: (line: string) => void
  private readonly keepSpaces: boolean

  /** `emit` receives every line that is not blank. `keepSpaces` is for sources whose spaces are all meant. */
  constructor(emit: (line: string) => void, keepSpaces = false) {
    this.emit = emit
    this.keepSpaces = keepSpaces
  }

  append(text: string, pre: boolean): void {
    if (pre) {
      const [first = '', ...rest] = text.split(/\r\n|\n|\r/)
      this.text += first
      for (const line of rest) {
        this.flush()
        this.text = line
      }
    } else if (this.keepSpaces) this.text += text
    else {
      const collapsed = text.replaceAll(/[ \t\n\r\f]+/g, ' ')
      const joined = this.text === '' || this.text.endsWith(' ') ? collapsed.replace(/^ /, '') : collapsed
      this.text += joined
    }
  }

  flush(): void {
    const line = this.keepSpaces ? this.text : this.text.replace(/ $/, '')
    this.text = ''
    if (line.trim() !== '') this.emit(line)
  }
}
