/** Says below a text how many characters are left. A character is what a reader takes for one. */
export function countCharacters(page: Document): void {
  page.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement) || target.dataset.limit === undefined) return
    const count = page.querySelector<HTMLElement>(`[data-count-of="${target.id}"]`)
    if (count === null) return
    const left = Number(target.dataset.limit) - [...target.value].length
    count.textContent = left < 0 ? `超出 ${-left} 字` : `还可以写 ${left} 字`
    count.toggleAttribute('data-over', left < 0)
  })
}
