import { reply } from './definition.ts'

/** Answers that give what was asked for, all of it or a part. */
export const grants = {
  granted: reply('granted', {
    series: '公开',
    facts: ['provideForm', 'provideWay', 'provideWhen'],
    optional: ['formReason', 'feePaid'],
    states: [['provideWay', 'provideWhen'], ['provideForm']],
    text: [
      '经审查，该信息属于可以公开的政府信息。依据{{条例§36(2)}}，本机关决定予以公开。',
      '提供的形式：{{provideForm}}。',
      '获取的方式、途径：{{provideWay}}。',
      '获取的时间：{{provideWhen}}。',
      '{{?formReason}}因{{formReason}}，依据{{条例§40}}，本机关以上述形式提供。',
      '{{!feePaid}}依据{{条例§42¶1}}，本机关提供该信息不收取费用。',
      '{{?feePaid}}依据{{条例§42¶1}}，本机关已收取信息处理费{{feePaid}}元。',
    ],
  }),
  alreadyPublic: reply('alreadyPublic', {
    series: '公开引',
    facts: ['accessPoints'],
    states: [['accessPoints']],
    text: [
      '经审查，该信息已经主动公开。依据{{条例§36(1)}}，现告知{{you}}获取该信息的方式、途径：',
      '{{accessPoints}}',
    ],
  }),
  partial: reply('partial', {
    series: '公开部',
    facts: ['givenContent', 'provideForm', 'provideWay', 'provideWhen', 'withheldParts'],
    optional: ['formReason', 'feePaid'],
    states: [['givenContent'], ['withheldParts']],
    text: [
      '经审查，该信息中含有不应当公开或者不属于政府信息的内容，能够作区分处理。依据{{条例§37}}，本机关决定公开其中可以公开的内容，并对不予公开的内容说明理由。',
      '公开的内容：{{givenContent}}。提供的形式：{{provideForm}}。获取的方式、途径：{{provideWay}}。获取的时间：{{provideWhen}}。',
      '{{?formReason}}因{{formReason}}，依据{{条例§40}}，本机关以上述形式提供。',
      '不予公开的内容及其理由、依据：',
      '{{withheldParts}}',
      '{{?feePaid}}依据{{条例§42¶1}}，本机关已收取信息处理费{{feePaid}}元。',
    ],
  }),
} as const
