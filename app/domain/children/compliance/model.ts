import { purposes } from '#app/domain/children/impact-assessments/model.ts';

/** 年度合规审计数字 (未成年人网络保护条例 37), in the order of a reader: those under fourteen apart. The stock is that of the last day of the year. */
export const figureGroups = {
  stock: ['minors', 'under14', 'from14', 'grown', 'erased'],
  given: purposes.map((purpose) => `given:${purpose}` as const),
  refused: purposes.map((purpose) => `refused:${purpose}` as const),
  withdrawn: purposes.map((purpose) => `withdrawn:${purpose}` as const),
  access: ['access-asked', 'access-approved', 'access-refused', 'identity-opened'],
  rights: ['right-asked', 'right-granted', 'right-refused'],
  sharing: ['shares', 'shared-children', 'shares-consent', 'shares-law', 'shares-contract', 'shares-settled', 'partners'],
  assessments: ['assessments-approved', 'assessments-in-force'],
  incidents: ['incidents', 'incident-children', 'incidents-told', 'incidents-closed'],
  retention: ['retention-runs', 'retention-deleted', 'retention-anonymised', 'retention-held'],
} as const satisfies Record<string, readonly string[]>;
export type FigureGroup = keyof typeof figureGroups;
export type FigureKey = (typeof figureGroups)[FigureGroup][number];
export type Figures = Record<FigureKey, number>;
export const figureKeys: readonly FigureKey[] = Object.values(figureGroups).flat();

/** 不同意、撤回 and the rest, by their purpose. */
export const answers = ['given', 'refused', 'withdrawn'] as const;

/** 一个地区的一行. */
export type PlaceFigures = { regionCode: string; name: string; figures: Figures };

/** 报告内容: of the whole place and of each place right below it that has anything to report; frozen when it is filed. */
export type ComplianceContent = {
  version: 1; regionCode: string; place: string; year: number; asOf: string; isPreliminary: boolean;
  notices: { version: number; publishedOn: string }[]; whole: Figures; places: PlaceFigures[];
};

/** 报送期限: 31 January of the year after. */
export const dueOn = (year: number) => `${year + 1}-01-31`;

/** 提醒日: on each of these days of January, or the first day after on which the clock runs, it is said again. */
export const reminderDays = ['01-01', '01-10', '01-20', '01-27', '01-31'] as const;

/** The first year the rule holds for: the regulation is in force since 2024-01-01. */
export const firstYear = 2024;

/** 没有发生: all figures are nought. */
export const noFigures = (): Figures => Object.fromEntries(figureKeys.map((key) => [key, 0])) as Figures;

/** 有无可报: whether a place has anything to report. */
export const isEmpty = (figures: Figures): boolean => figureKeys.every((key) => key === 'retention-runs' || figures[key] === 0);
