import { z } from 'zod';
import { beijingDay } from '#app/platform/dates.ts';
import { usualSettings } from './model.ts';

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const points = whole(0, 50);

/** 分配设置 as a form sends them; without a seed one is drawn. */
export const PlanInput = z
  .object({
    round: whole(1, 2).default(1),
    reviewsPerApplication: whole(1, 9),
    leastLoad: whole(0, 100).default(usualSettings.leastLoad),
    mostLoad: whole(1, 100),
    spread: points.default(usualSettings.spread),
    near: points.default(usualSettings.near),
    chance: whole(0, 20).default(usualSettings.chance),
    isLinked: z.enum(['yes', 'no']).default('yes').transform((choice) => choice === 'yes'),
    dueOn: z.union([z.literal(''), z.iso.date()]).default(''),
    seed: z.union([z.literal('').transform(() => undefined), whole(1, 2_147_483_647)]).optional(),
  })
  .refine(({ leastLoad, mostLoad }) => leastLoad <= mostLoad, { path: ['leastLoad'], message: 'loads-reversed' });
export type PlanInput = z.infer<typeof PlanInput>;

/** One pair of a plan, and the revision of the plan that the page showed. */
export const PairInput = z.object({ applicationId: z.uuid(), expertId: z.string().min(1).max(120), revision: whole(0, 1_000_000_000) });
export type PairInput = z.infer<typeof PairInput>;

/** 替换: somebody comes in the place of somebody else; without anybody to go, they come besides. */
export const PutInput = PairInput.extend({ inPlaceOf: z.string().max(120).default('') });
export type PutInput = z.infer<typeof PutInput>;

/** 锁定: one pair, all of an application, all of an expert, or the whole plan. */
export const KeepInput = z.object({ applicationId: z.union([z.literal(''), z.uuid()]).default(''), expertId: z.string().max(120).default(''), isLocked: z.enum(['yes', 'no']).transform((choice) => choice === 'yes') });
export type KeepInput = z.infer<typeof KeepInput>;

/** Whether a day is one on which a review can still be wanted. */
export function isTooEarly(dueOn: string, now: Date): boolean {
  return dueOn !== '' && dueOn < beijingDay(now);
}
