/** 求助电话: a number and what it is for, in words for grown-ups' eyes and children's alike. */
export type Hotline = { number: string; what: string; whatEn: string };

/** 求助设置 of one region: its numbers, and the grown-up a child can turn to there. */
export type RegionHelp = { lines: readonly Hotline[]; adult: string; adultEn: string };

/** 警察: no region's list goes without it. */
export const police = '110';

/** So many numbers stand on a page at most: in need nobody reads a long list. */
export const mostLines = 6;

/** 全国都通的电话: what stands where no office has set its own. */
export const nationalHotlines: readonly Hotline[] = [
  { number: police, what: '警察，有危险马上打', whatEn: 'Police: in danger, call now' },
  { number: '12355', what: '青少年服务台，可以说心事', whatEn: 'Youth line: talk about what worries you' },
  { number: '12345', what: '政府热线，什么事都能问', whatEn: 'City hotline: ask anything' },
  { number: '12338', what: '妇联热线，帮妇女和儿童', whatEn: 'Women’s federation: help for women and children' },
];
