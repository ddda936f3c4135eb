/**
 * Shows the button that gives a page on, by what the device offers for it; where it offers nothing, the one that copies
 * the address. Without script neither is seen: code and address beside them serve.
 */
export function sharePage({ document: page, navigator }: Window): void {
  for (const place of page.querySelectorAll<HTMLElement>('[data-share]')) {
    const { share: url = '', title = '' } = place.dataset
    const [share, copy] = place.querySelectorAll('button')
    const said = place.querySelector('[role=status]')
    if (!share || !copy || !said) continue
    const say = (text: string) => () => {
      said.textContent = text
    }
    // Both are wanting where the page did not come by HTTPS.
    share.hidden = navigator.share === undefined
    copy.hidden = !share.hidden || navigator.clipboard === undefined
    // Whoever closes what the device offers has changed their mind: that is no fault.
    share.addEventListener('click', () => navigator.share({ title, url }).catch(() => {}))
    copy.addEventListener('click', () =>
      navigator.clipboard
        .writeText(url)
        .then(say('网址已经复制，可以粘贴给别人。'), say('浏览器不让复制，请选中下面的网址复制。')),
    )
  }
}
