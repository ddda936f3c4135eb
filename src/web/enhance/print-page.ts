/** Shows the buttons that print the page, which without script could not: the browser's own menu can. */
export function printPage(window: Window): void {
  for (const button of window.document.querySelectorAll<HTMLElement>('[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => window.print())
  }
}
