import { type PublicationChannelKey, publicationChannels } from '../../../../office/documents/channels.ts'
import type { Account } from './document-side.tsx'
import type { StaffDocument } from './open-document.ts'

type Act = StaffDocument['versions'][number]['acts'][number]

/** Somewhere a version can be published: a channel, or an account of one. */
export interface Target {
  /** Name in the form. */
  readonly key: string
  readonly channel: PublicationChannelKey
  readonly account: string | null
  readonly caption: string
  /** Acts of this version there. */
  readonly acts: readonly Act[]
}

/** Every channel in its order, the site first; those on accounts once for each account that is open. */
export const targetsOf = (accounts: readonly Account[], acts: readonly Act[]): readonly Target[] =>
  (Object.keys(publicationChannels) as PublicationChannelKey[]).flatMap((channel): readonly Target[] => {
    const { caption, account: onAccount } = publicationChannels[channel]
    const done = (account: string | null) =>
      acts.filter((act) => act.channel === channel && act.account === account)
    if (!onAccount) return [{ key: channel, channel, account: null, caption, acts: done(null) }]
    return accounts
      .filter((each) => each.channel === channel)
      .map(({ id, title }) => ({
        ...{ key: `${channel}.${id}`, channel, account: id },
        caption: `${caption}：${title}`,
        acts: done(id),
      }))
  })

/** Whether it can be told there once more: elsewhere than on the site there may be several numbers or posts. */
export const isOpen = ({ channel, acts }: Target): boolean => channel !== 'website' || acts.length === 0
