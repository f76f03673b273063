import { z } from 'zod';
import { sessionModes, taskStates } from './model.ts';

const day = z.iso.date();
const lines = (most: number) => z.string().trim().max(most);
const optionalYuan = z.preprocess((given) => (given === undefined || given === null || given === '' ? null : Number(given)), z.number('whole-yuan').int('whole-yuan').min(0, 'whole-yuan').max(1_000_000_000).nullable());
const ruleIds = z.array(z.string().max(20)).max(80).default([]).transform((ids) => [...new Set(ids)]);
const inOrder = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) => startsOn <= endsOn;

/** 编制计划: the aim and the span; which gaps become tasks from the start. */
export const PlanInput = z
  .object({ aim: lines(1000).min(4), startsOn: day, endsOn: day })
  .refine(inOrder, { path: ['endsOn'], message: 'days-reversed' });
export type PlanInput = z.infer<typeof PlanInput>;

export const StartPlanInput = PlanInput.safeExtend({ rules: ruleIds });
export type StartPlanInput = z.infer<typeof StartPlanInput>;

/** 目标. */
export const GoalInput = z.object({ title: lines(200).min(2), measure: lines(500).default('') });
export type GoalInput = z.infer<typeof GoalInput>;

/** 任务. */
export const TaskInput = z
  .object({
    title: lines(200).min(2), details: lines(2000).default(''), owner: lines(80).default(''), partner: lines(120).default(''),
    startsOn: day, dueOn: day, cost: optionalYuan, rules: ruleIds, goalId: z.union([z.literal('').transform(() => null), z.uuid()]).default(null),
  })
  .refine(({ startsOn, dueOn }) => startsOn <= dueOn, { path: ['dueOn'], message: 'days-reversed' });
export type TaskInput = z.infer<typeof TaskInput>;

/** 任务进度: what became of it; a task that is dropped says why, one that is done what came of it. */
export const TaskStateInput = z
  .object({ state: z.enum(taskStates), outcome: lines(1000).default(''), spent: optionalYuan, evidence: z.array(z.uuid()).max(20).default([]) })
  .refine(({ state, outcome }) => (state !== 'dropped' && state !== 'done') || outcome.length >= 4, { path: ['outcome'], message: 'outcome-needed' });
export type TaskStateInput = z.infer<typeof TaskStateInput>;

/** 排序: one place up or down. */
export const MoveInput = z.object({ to: z.enum(['up', 'down']) });

/** 理由: of a new version, of closing a plan, of declining or cancelling a session. */
export const ReasonInput = z.object({ reason: lines(500).min(4) });

/** 申请咨询. */
export const AskInput = z.object({ topic: lines(120).min(4), wish: lines(1000).default(''), mode: z.enum(sessionModes), rules: ruleIds });
export type AskInput = z.infer<typeof AskInput>;

/** 安排咨询: who advises, when, where. */
export const ArrangeInput = z.object({
  experts: z.array(z.string().min(1).max(100)).min(1, 'nothing-chosen').max(5),
  on: day, at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time-of-day'), place: lines(200).default(''), mode: z.enum(sessionModes),
});
export type ArrangeInput = z.infer<typeof ArrangeInput>;

/** 记录咨询: the minutes, which experts were there, and who of the community; one person a line, name and role. */
export const HoldInput = z.object({
  minutes: lines(5000).min(10),
  experts: z.array(z.string().min(1).max(100)).min(1, 'nothing-chosen'),
  attendance: lines(2000).default(''),
});
export type HoldInput = z.infer<typeof HoldInput>;

/** 发现的问题 and the action that answers it. */
export const FindingInput = z.object({ finding: lines(1000).min(4), action: lines(1000).min(4), owner: lines(80).default(''), dueOn: day, rules: ruleIds });
export type FindingInput = z.infer<typeof FindingInput>;

/** 整改情况: what was done, with evidence. */
export const ReportInput = z.object({ report: lines(2000).min(4), evidence: z.array(z.uuid()).max(20).default([]) });
export type ReportInput = z.infer<typeof ReportInput>;

/** 核实: closed, or sent back with what is still missing. */
export const VerdictInput = z
  .object({ verdict: z.enum(['close', 'send-back']), note: lines(1000).default('') })
  .refine(({ verdict, note }) => verdict === 'close' || note.length >= 4, { path: ['note'], message: 'outcome-needed' });
export type VerdictInput = z.infer<typeof VerdictInput>;
