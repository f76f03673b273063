/** 求助电话: a number and what it is for, in words for grown-ups' eyes and children's alike. */
export type Hotline = { number: string; what: string; whatEn: string };

/** 全国都通的电话: what stands where no office has set its own. */
export const nationalHotlines: readonly Hotline[] = [
  { number: '110', what: '警察，有危险马上打', whatEn: 'Police: in danger, call now' },
  { number: '12355', what: '青少年服务台，可以说心事', whatEn: 'Youth line: talk about what worries you' },
  { number: '12345', what: '政府热线，什么事都能问', whatEn: 'City hotline: ask anything' },
  { number: '12338', what: '妇联热线，帮妇女和儿童', whatEn: 'Women’s federation: help for women and children' },
];
