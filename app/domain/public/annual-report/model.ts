import type { Stream } from '#app/domain/base/rule-results/model.ts';

/** 报告状态: ordered, made, shown to everybody. */
export const reportStates = ['waiting', 'ready', 'published'] as const;
export type ReportState = (typeof reportStates)[number];

/** 事实数字: what is counted out of the records, which can only grow; one line says what and how. */
export const countedFigures = {
  calls: { events: ['call.published'], of: 'subjects' },
  applications: { events: ['application.submitted'], of: 'subjects' },
  accepted: { events: ['application.accepted'], of: 'subjects' },
  declined: { events: ['application.declined'], of: 'subjects' },
  notices: { events: ['notice.published'], of: 'subjects' },
  objections: { events: ['objection.received'], of: 'subjects' },
  answered: { events: ['objection.answered'], of: 'subjects' },
  pilots: { events: ['pilot.opened'], of: 'subjects' },
  certificates: { events: ['certificate.issued'], of: 'subjects' },
  withdrawn: { events: ['certificate.withdrawn'], of: 'subjects' },
  experts: { events: ['review.submitted'], of: 'people' },
  assessments: { events: ['self-assessment.submitted'], of: 'regions' },
  reports: { events: ['report.handed-in'], of: 'subjects' },
  visits: { events: ['visit.concluded'], of: 'subjects' },
  evaluations: { events: ['evaluation.concluded'], of: 'subjects' },
  advice: { events: ['advice.held'], of: 'subjects' },
  tasks: { events: ['construction-plan.adopted'], of: 'regions' },
  evidence: { events: ['evidence.added'], of: 'subjects' },
  cases: { events: ['case.published'], of: 'subjects' },
  reach: { events: ['case.taken-over'], of: 'lines' },
} as const satisfies Record<string, { events: readonly string[]; of: 'subjects' | 'people' | 'regions' | 'lines' }>;
export type FigureId = keyof typeof countedFigures;

/** 数字的分组, as a reader meets them. */
export const figureGroups = {
  applying: ['calls', 'applications', 'accepted', 'declined', 'experts', 'notices', 'objections', 'answered'],
  standing: ['pilots', 'certificates', 'withdrawn'],
  building: ['tasks', 'advice', 'reports', 'assessments', 'visits', 'evaluations', 'evidence'],
  learning: ['cases', 'reach'],
} as const satisfies Record<string, readonly FigureId[]>;

/** 一个数字 with the question that gave it, so that anybody can ask it again. */
export type Figure = { id: FigureId; value: number; before: number; query: string };

/** 年度结果 of one stream: how many communities, their mean, the sections, the must-rules missed most often. */
export type StreamResults = {
  stream: Stream; editionId: string; communities: number; mean: number | null;
  /** The mean of the year before, by the same stream and edition; null where there was none. */
  before: number | null;
  sections: { id: string; mean: number | null }[];
  missed: { ruleId: string; communities: number; share: number }[];
};

/** 报告内容: frozen; what is not known is not there. */
export type ReportContent = {
  version: 1; regionCode: string; place: { zh: string; en: string }; year: number; asOf: string;
  figures: Figure[]; results: StreamResults[]; query: string;
};

/** 差异: one figure that is another in a later making of the same year, and why. */
export type Difference = { what: string; earlier: number | null; later: number | null };

/** 两次生成的差异: figures that differ; counted ones can only differ while the year was not over. */
export function differencesOf(earlier: ReportContent, later: ReportContent): Difference[] {
  const counted = later.figures.flatMap(({ id, value }) => {
    const old = earlier.figures.find((figure) => figure.id === id)?.value ?? null;
    return old === value ? [] : [{ what: id as string, earlier: old, later: value }];
  });
  const name = ({ stream, editionId }: StreamResults) => `${stream} ${editionId}`;
  const results = later.results.flatMap((now) => {
    const then = earlier.results.find((one) => name(one) === name(now));
    return [
      { what: `communities ${now.stream}`, earlier: then?.communities ?? null, later: now.communities as number | null },
      { what: `mean ${now.stream}`, earlier: then?.mean ?? null, later: now.mean },
    ].filter((line) => line.earlier !== line.later);
  });
  const gone = earlier.results.filter((one) => !later.results.some((now) => name(now) === name(one))).map((one) => ({ what: `communities ${one.stream}`, earlier: one.communities as number | null, later: null }));
  return [...counted, ...results, ...gone];
}
