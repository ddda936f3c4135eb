/**
 * What public forms gain where script runs, in a few kilobytes and without a framework: everything here also works
 * without it. Listens at the document, so that it does not matter when a field appears.
 */
import { countCharacters } from './count-characters.ts'
import { dropFiles } from './drop-files.ts'
import { explainFocused, explainTerms } from './explain-terms.ts'
import { keepDraft } from './keep-draft.ts'
import { keepUnsaved } from './keep-unsaved.ts'
import { lookAhead } from './look-ahead.ts'
import { printPage } from './print-page.ts'
import { sharePage } from './share-page.ts'
import { suggestTitles } from './suggest-titles.ts'

countCharacters(document)
dropFiles(document)
explainTerms(document)
explainFocused(document)
keepDraft(document)
keepUnsaved(window)
lookAhead(document)
printPage(window)
sharePage(window)
suggestTitles(document)
