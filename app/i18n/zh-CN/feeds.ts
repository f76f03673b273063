/** 日历与订阅: what calendars and feed readers show. */
export default {
  programme: '中国儿童友好社区促进计划',
  publicCalendar: '童友 · 批次与公示期限',
  ownCalendar: '童友 · 我的期限',
  notices: '童友 · 公示',
  calls: '童友 · 申报批次',
  callCloses: (title: string) => `申报截止：${title}`,
  callText: (from: string, to: string, places: number) => `受理期 ${from} 至 ${to}（北京日期，含当日），名额 ${places} 个。`,
  noticeEnds: (title: string) => `公示结束：${title}`,
  noticeText: (from: string, to: string) => `公示期 ${from} 至 ${to}（北京日期，含当日），期内可以提出异议。`,
  noticeSummary: (call: string, from: string, to: string, entries: number) => `${call}，列入 ${entries} 个社区，公示期 ${from} 至 ${to}。`,
  due: {
    draft: (unit: string) => `申报截止：${unit}`,
    answer: (unit: string) => `补正截止：${unit}`,
    check: (unit: string) => `核验到期：${unit}`,
    review: (unit: string) => `评审到期：${unit}`,
  },
};
