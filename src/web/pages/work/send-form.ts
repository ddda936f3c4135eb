/** Sends a form and tells how much of it is on its way, from 0 to 1; `fetch` does not tell. Null where nothing came back. */
export const sendForm = (to: string, form: FormData, tell: (share: number) => void): Promise<unknown> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', to)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => tell(total === 0 ? 1 : loaded / total)
    request.onload = () => resolve(request.response)
    request.onerror = () => resolve(null)
    request.send(form)
  })
