/**
 * How personal values look where they need not be known (个保法§6): enough to tell two apart, too little to use.
 * Pure; whatever comes in, at most the named places of it come out.
 */

/** Keeps `head` and `tail` characters; a value too short to hide anything that way loses all but its first. */
function keep(value: string, head: number, tail: number, stars?: number): string {
  const characters = [...value.trim()]
  if (characters.length < head + tail + 3) return `${characters.slice(0, 1).join('')}***`
  const hidden = '*'.repeat(stars ?? characters.length - head - tail)
  return characters.slice(0, head).join('') + hidden + characters.slice(characters.length - tail).join('')
}

/** 3301************2X: the numbers of identity papers. */
export const maskIdentity = (number: string): string => keep(number, 4, 2)

/** 35*************123: as it may stand in a published text, where region and birth are of no use to a reader. */
export const maskIdentityForPublic = (number: string): string => keep(number, 2, 3)

/** 138****1234; a landline keeps its area code: 0571-****4321. */
export function maskPhone(number: string): string {
  const bare = number.replace(/[^\d]/g, '').replace(/^(?:0086|86)(?=1\d{10}$)/, '')
  if (/^0\d{9,11}$/.test(bare)) {
    const area = /^0(?:10|2\d)/.test(bare) ? 3 : 4
    return `${bare.slice(0, area)}-****${bare.slice(-4)}`
  }
  return keep(bare, 3, 4, 4)
}

/** 6222************0123. */
export const maskCard = (number: string): string => keep(number.replace(/\D/g, ''), 4, 4)

/** 浙A***45. */
export const maskPlate = (plate: string): string => keep(plate.replace(/[^\p{L}\p{N}]/gu, ''), 2, 2)

/** E*******89. */
export const maskPassport = (number: string): string => keep(number, 1, 2)

/** z***@example.cn; a text that is no address keeps its first character alone. */
export function maskEmail(address: string): string {
  const text = address.trim()
  const at = text.lastIndexOf('@')
  return at > 0 ? `${[...text][0]}***${text.slice(at)}` : keep(text, 1, 0, 3)
}

/** 浙江省杭州市****: down to the city or county and no further. */
export const maskAddress = (address: string): string => keep(address, 6, 0, 4)

/** 示例县东河镇: of an address in a published text no more than the township, else the county or city. */
export function maskAddressToTownship(address: string): string {
  const [township] = /^.*?(?:街道|镇(?!市)|乡|苏木)/.exec(address) ?? []
  const [county] = /^.*?[县区旗](?!域)/.exec(address) ?? /^.*?市/.exec(address) ?? []
  return township ?? county ?? maskAddress(address)
}

/** 张**. A compound surname loses its second character too, since nobody can tell it for certain. */
export function maskName(name: string): string {
  const characters = [...name.trim()]
  if (characters.length === 0) return ''
  return characters[0] + '*'.repeat(Math.max(1, Math.min(characters.length - 1, 3)))
}
