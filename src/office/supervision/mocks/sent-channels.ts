/** Ways by which a test can be sent, other than the form of the portal. */
export const sentChannels = ['inPerson', 'registeredPost', 'ordinaryPost', 'fax', 'email'] as const
export type SentChannel = (typeof sentChannels)[number]
