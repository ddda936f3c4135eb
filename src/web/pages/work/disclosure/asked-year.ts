/** The year that an address asks for; null where it asks for none that there can be. */
export function askedYear(search: URLSearchParams): number | null {
  const year = Number(search.get('year'))
  return Number.isInteger(year) && year >= 1949 && year <= 2999 ? year : null
}
