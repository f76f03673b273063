/** 建设计划状态. */
export const planStates = ['draft', 'in-force', 'closed'] as const;
export type PlanState = (typeof planStates)[number];

/** 任务状态. */
export const taskStates = ['planned', 'under-way', 'done', 'dropped'] as const;
export type TaskState = (typeof taskStates)[number];

/** What may follow what; a dropped task can be taken up again, a done one be found not to be done after all. */
export const nextTaskStates: Record<TaskState, readonly TaskState[]> = {
  planned: ['under-way', 'done', 'dropped'],
  'under-way': ['done', 'dropped', 'planned'],
  done: ['under-way'],
  dropped: ['planned'],
};

/** 任务来源: a gap of the assessment, a suggestion, a finding of the experts, a case of the library, a sheet, or the community's own idea. */
export const taskSources = ['own', 'gap', 'suggestion', 'finding', 'case', 'sheet'] as const;
export type TaskSource = (typeof taskSources)[number];

/** 咨询方式. */
export const sessionModes = ['on-site', 'online', 'phone'] as const;
export type SessionMode = (typeof sessionModes)[number];

/** 咨询状态. */
export const sessionStates = ['asked', 'arranged', 'held', 'declined', 'cancelled'] as const;
export type SessionState = (typeof sessionStates)[number];

/** What may follow what: only what was arranged can be held. */
export const nextSessionStates: Record<SessionState, readonly SessionState[]> = {
  asked: ['arranged', 'declined', 'cancelled'],
  arranged: ['arranged', 'held', 'cancelled'],
  held: [],
  declined: [],
  cancelled: [],
};

/** 发现的问题的状态: found, reported as done by the community, closed by whoever advises. */
export const findingStates = ['open', 'answered', 'closed'] as const;
export type FindingState = (typeof findingStates)[number];

/** 与会人员 of the community, as written down. */
export type Attendee = { name: string; role: string };

/** A task as its plan says it. */
export type PlannedTask = {
  id: string; goalId: string | null; position: number; title: string; details: string; owner: string; partner: string;
  startsOn: string; dueOn: string; cost: number | null; rules: string[]; state: TaskState; source: TaskSource;
};

/** 建设计划版本: everything a signature stood under. */
export type PlanContent = {
  aim: string; startsOn: string; endsOn: string;
  goals: { id: string; title: string; measure: string }[];
  tasks: Omit<PlannedTask, 'state' | 'source' | 'position'>[];
};

/** 逾期: past its day and neither done nor dropped. */
export function isOverdue({ state, dueOn }: { state: TaskState | FindingState; dueOn: string }, today: string): boolean {
  return dueOn < today && (state === 'planned' || state === 'under-way' || state === 'open');
}

/** 进度 of a plan: what was dropped no longer counts. */
export type Progress = { total: number; done: number; underWay: number; overdue: number; percent: number };

export function progressOf(tasks: readonly { state: TaskState; dueOn: string }[], today: string): Progress {
  const counted = tasks.filter(({ state }) => state !== 'dropped');
  const of = (state: TaskState) => counted.filter((task) => task.state === state).length;
  const done = of('done');
  return {
    total: counted.length, done, underWay: of('under-way'), overdue: counted.filter((task) => isOverdue(task, today)).length,
    percent: counted.length === 0 ? 0 : Math.round((100 * done) / counted.length),
  };
}
