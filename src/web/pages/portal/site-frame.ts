import type { PublicOrgan } from '../../ui/public-shell.tsx'

/** The frame of pages that belong to no single organ. */
export const siteFrame = (name: string): PublicOrgan => ({
  name,
  home: '/',
  government: null,
  search: '/search',
  contacts: [],
  footLinks: [
    { title: '政策文件库', href: '/policies' },
    { title: '工作人员登录', href: '/sign-in' },
  ],
  accessibility: null,
})

/** What the site is called: after the one organ at its top, or after none. */
export const siteName = (
  rows: readonly { readonly name: string; readonly parent: string | null }[],
): string => {
  const top = rows.filter(({ parent }) => parent === null)
  return top.length === 1 ? top[0]!.name : '各机关'
}
