/**
 * How things stand, as a page shows it: by shape, word and colour together, so that it survives grey printing.
 * `late` is for what is overdue or wrong, and the only solid one; `fix` asks for something to be mended.
 */
export type StateMark = 'ok' | 'soon' | 'late' | 'fix' | 'prov' | 'wait' | 'new' | 'plain'
