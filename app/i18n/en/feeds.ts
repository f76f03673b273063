import type zh from '../zh-CN/feeds.ts';

export default {
  programme: 'China Child-Friendly Community Initiative',
  publicCalendar: 'Tongyou: last days of calls and notices',
  ownCalendar: 'Tongyou: my deadlines',
  notices: 'Tongyou: notices',
  calls: 'Tongyou: calls',
  callCloses: (title: string) => `Last day to apply: ${title}`,
  callText: (from: string, to: string, places: number) => `Open from ${from} to ${to} (Beijing days, inclusive); ${places} places.`,
  noticeEnds: (title: string) => `Notice ends: ${title}`,
  noticeText: (from: string, to: string) => `Shown from ${from} to ${to} (Beijing days, inclusive); objections are taken until then.`,
  noticeSummary: (call: string, from: string, to: string, entries: number) => `${call}: ${entries} communities, shown from ${from} to ${to}.`,
  due: {
    draft: (unit: string) => `Last day to apply: ${unit}`,
    answer: (unit: string) => `Last day to answer the return: ${unit}`,
    check: (unit: string) => `Check due: ${unit}`,
    review: (unit: string) => `Review due: ${unit}`,
  },
} satisfies typeof zh;
