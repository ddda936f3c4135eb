import type { Citation } from '../../law/citation.ts'

/** Where something is made public. `account`: on an account that has to be on the register of new media. */
export interface PublicationChannel {
  readonly caption: string
  readonly account: boolean
  readonly cites: readonly Citation[]
}

/** The channels of publication (条例§23、§25). */
export const publicationChannels = {
  website: { caption: '政府网站', account: false, cites: ['条例§23', '条例§24'] },
  gazette: { caption: '政府公报', account: false, cites: ['条例§23'] },
  wechat: { caption: '政务微信', account: true, cites: ['条例§23', '新媒体意见'] },
  weibo: { caption: '政务微博', account: true, cites: ['条例§23', '新媒体意见'] },
  app: { caption: '移动客户端', account: true, cites: ['条例§23', '新媒体意见'] },
  pressConference: { caption: '新闻发布会', account: false, cites: ['条例§23'] },
  press: { caption: '报刊', account: false, cites: ['条例§23'] },
  broadcast: { caption: '广播、电视', account: false, cites: ['条例§23'] },
  readingPlace: { caption: '查阅场所', account: false, cites: ['条例§25'] },
} as const satisfies Readonly<Record<string, PublicationChannel>>

export type PublicationChannelKey = keyof typeof publicationChannels

/** Channels on which an account may be opened. */
export const accountChannels = (Object.keys(publicationChannels) as PublicationChannelKey[]).filter(
  (key) => publicationChannels[key].account,
)
