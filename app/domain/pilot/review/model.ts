/** 评审分配状态. */
export const assignmentStates = ['assigned', 'accepted', 'conflict', 'submitted', 'withdrawn'] as const;
export type AssignmentState = (typeof assignmentStates)[number];

/** What may follow what for one expert and one application. */
const nextAssignmentStates = {
  assigned: ['accepted', 'conflict', 'withdrawn'],
  accepted: ['submitted', 'conflict', 'withdrawn'],
  conflict: [],
  submitted: [],
  withdrawn: [],
} as const satisfies Record<AssignmentState, readonly AssignmentState[]>;

/** 任务流转: whether an assignment may go from one state to the other. */
export function canBecome(from: AssignmentState, to: AssignmentState): boolean {
  return (nextAssignmentStates[from] as readonly AssignmentState[]).includes(to);
}

/** 评审结论. */
export const outcomes = ['accepted', 'declined'] as const;
export type Outcome = (typeof outcomes)[number];

/** 专业领域 (s002). */
export const expertFields = [
  'community-building', 'childrens-rights', 'education', 'planning-design', 'policy', 'social-work',
] as const;
export type ExpertField = (typeof expertFields)[number];

/** 应当回避: what an expert and an application have in common, as far as the records say. */
export type Block = 'same-organisation' | 'same-region';
type ExpertSide = { organisationId: string | null; organisationName: string; regionCode: string };
type ApplicationSide = { organisationId: string | null; organisationNames: readonly string[]; regionCode: string; applicantCode: string };

const district = 6;
const plain = (name: string) => name.normalize('NFKC').replace(/\s/g, '');

/** 利益冲突: the same organisation, or home in the district of the applicant or of the unit; wider homes do not count. */
export function blockOf(expert: ExpertSide, application: ApplicationSide): Block | undefined {
  const isSame = expert.organisationId !== null && expert.organisationId === application.organisationId;
  const name = plain(expert.organisationName);
  if (isSame || (name !== '' && application.organisationNames.some((other) => plain(other) === name))) return 'same-organisation';
  if (expert.regionCode === application.applicantCode) return 'same-region';
  const home = expert.regionCode.slice(0, district);
  const near = [application.regionCode, application.applicantCode].filter((code) => code.length >= district);
  return home.length === district && near.some((code) => code.startsWith(home)) ? 'same-region' : undefined;
}

/** Whether a review still waits for its expert. */
export function isUnfinished(state: AssignmentState): boolean {
  return state === 'assigned' || state === 'accepted';
}

/** 均分: of what there is; null of nothing. */
export function mean(figures: readonly number[]): number | null {
  return figures.length === 0 ? null : figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
}

/** 分差: how far the highest and the lowest lie apart. */
export function spread(figures: readonly number[]): number | null {
  return figures.length === 0 ? null : Math.max(...figures) - Math.min(...figures);
}

/** Two decimals, as scores are kept. */
export function rounded(figure: number | null): number | null {
  return figure === null ? null : Math.round(figure * 100) / 100;
}
