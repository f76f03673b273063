import { z } from 'zod';
import { cursorInput } from '#app/platform/query.ts';
import { alertLevels, alertStates, outcomes, ruleCodes, verdicts } from './model.ts';
import type { AlertFilter } from './which-alerts.ts';

const day = z.iso.date();
const words = z.string().trim().min(4).max(500);

/** 答复. */
export const AnswerInput = z.object({ reason: words, measure: words, measureBy: z.literal('').transform(() => null).or(day).default(null) });
export type AnswerInput = z.infer<typeof AnswerInput>;

/** 办结的判断. */
export const JudgeInput = z.object({ verdict: z.enum(verdicts), words: z.string().trim().max(500).default('') });
export type JudgeInput = z.infer<typeof JudgeInput>;

export const SendBackInput = z.object({ words });
export const OwnerInput = z.object({ ownerId: z.string().min(1).max(64) });

const ids = z.array(z.string().max(64)).min(1).max(50);

/** 一起办. */
export const SeveralInput = z.discriminatedUnion('deed', [OwnerInput.extend({ deed: z.literal('assign'), id: ids }), AnswerInput.extend({ deed: z.literal('answer'), id: ids }), JudgeInput.extend({ deed: z.literal('close'), id: ids })]);
export type SeveralInput = z.infer<typeof SeveralInput>;

const bound = (least: number, most: number) => z.literal('').transform(() => null).or(z.coerce.number().min(least).max(most)).default(null);
const answerDays = z.coerce.number().int().min(1).max(60);

/** 启用的理由: needed where the past says nothing of a version. */
export const SwitchOnInput = z.object({ version: z.coerce.number().int().min(1), reason: z.literal('').or(z.string().trim().min(4).max(300)).default('') });
export const AskOffInput = z.object({ reason: z.string().trim().min(4).max(300) });

/** 规则的新版本: numbers of each level, empty is "not used"; or one level for rules that know only yes and no. */
export const RuleInput = z.object({
  yellow: bound(0, 1000), orange: bound(0, 1000), red: bound(0, 1000), level: z.enum([...alertLevels, 'none']).optional(), reportDays: z.coerce.number().int().min(0).max(365).default(30),
  answerYellow: answerDays, answerOrange: answerDays, answerRed: answerDays, version: z.coerce.number().int().min(0), reason: z.string().trim().min(4).max(300),
});
export type RuleInput = z.infer<typeof RuleInput>;

/** 预警列表的筛选: what the address of the list asks for; the file takes the same. */
export const AlertsAsked = z.object({
  ...cursorInput, state: z.enum([...alertStates, 'all']).default('open'), level: z.enum(alertLevels).optional(), rule: z.enum(ruleCodes).optional(), region: z.string().regex(/^\d{2,6}$/).optional(), department: z.string().max(60).optional(), owner: z.enum(['mine', 'nobody']).optional(),
  outcome: z.enum(outcomes).optional(), from: day.optional(), until: day.optional(), silent: z.string().regex(/^(\*|\d{2,6})$/).optional(), measure: z.literal('due').optional(),
});
export type AlertsAsked = z.infer<typeof AlertsAsked>;

/** What waits for an answer or a judgement came to nothing yet: there the outcome is not asked. */
export const filterOf = ({ state, outcome, measure, ...asked }: AlertsAsked): AlertFilter => ({ ...asked, measure: state === 'closed' ? measure : undefined, outcome: state === 'open' || state === 'answered' ? undefined : outcome, state: state === 'all' ? undefined : state });
