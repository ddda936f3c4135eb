import { isRouteErrorResponse } from 'react-router'

const words: Readonly<Record<number, { readonly title: string; readonly says: string }>> = {
  403: { title: '没有权限看这个页面', says: '需要查看的，请联系本机关的安全管理员。' },
  429: { title: '请求过于频繁', says: '一分钟内从您这里来的请求太多。请等一分钟再打开这个页面。' },
  503: { title: '系统繁忙', says: '现在使用的人很多，请等几秒再打开这个页面。' },
  410: { title: '已经撤下', says: '该内容已经撤下，不再提供。撤下的日期和原因，见该信息的页面。' },
  404: { title: '没有这个页面', says: '网址可能写错了，或者内容已经移走。请从首页重新查找。' },
}

const unforeseen = {
  title: '系统出了问题',
  says: '刚才的操作可能没有完成。请稍后再试；一直不行的，请联系本机关。',
}

/** What is said where a page cannot be shown. What went wrong inside is no business of the reader. */
export const Trouble = ({ error }: { readonly error: unknown }) => (
  <TroubleOf status={isRouteErrorResponse(error) ? error.status : 500} />
)

export function TroubleOf({ status }: { readonly status: number }) {
  const { title, says } = words[status] ?? unforeseen
  return (
    <main className="alone" id="main">
      <title>{`${title} · 政府信息公开`}</title>
      <div className="panel stack">
        <h1>{title}</h1>
        <p>{says}</p>
        <p>
          <a href="/">回到首页</a>
        </p>
      </div>
    </main>
  )
}
