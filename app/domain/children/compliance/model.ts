import type { Purpose } from '#app/domain/children/impact-assessments/model.ts';

/** 年度合规审计数字: children's data in one year of one place (网络保护条例 37); those under fourteen apart. */
export type Figures = {
  /** As of the last day of the year. */
  minors: number; under14: number; grown: number; erased: number;
  consents: Record<Purpose, { given: number; refused: number; withdrawn: number }>;
  access: { asked: number; approved: number; refused: number; opened: number };
  rights: { asked: number; granted: number; refused: number };
  shares: { times: number; children: number; consent: number; law: number; contract: number; settled: number; partners: number };
  assessments: { approved: number; inForce: number };
  incidents: { opened: number; children: number; told: number; closed: number };
  retention: { runs: number; deleted: number; anonymised: number; held: number };
};

/** 一个地区的一行. */
export type PlaceFigures = { regionCode: string; name: string; figures: Figures };

/** 报告内容: of the whole place and of each place right below it; frozen when it is filed. */
export type ComplianceContent = { version: 1; regionCode: string; place: string; year: number; asOf: string; isPreliminary: boolean; notices: { version: number; publishedOn: string }[]; whole: Figures; places: PlaceFigures[] };

/** 报送期限: 31 January of the year after; reminded of from 1 January on. */
export const dueOn = (year: number) => `${year + 1}-01-31`;

/** 提醒日: how many days of the new year have gone when it is said again. */
export const remindOn = ['01-01', '01-10', '01-20', '01-27', '01-31'] as const;

/** The first year the rule holds for (未成年人网络保护条例, in force 2024-01-01). */
export const firstYear = 2024;
