import { z } from 'zod';
import { holdGrounds, holdKinds, longestHoldDays, recordClasses } from './model.ts';

const reason = z.string().trim().min(10).max(300);
const region = z.string().regex(/^(\*|[1-9]\d{1,11})$/);

export const PeriodInput = z.object({ regionCode: region, recordClass: z.enum(recordClasses), amount: z.coerce.number().int(), reason });
export type PeriodInput = z.output<typeof PeriodInput>;

/** The id may be pasted with the address of its page. */
const pasted = z.string().trim().max(300).default('').transform((text) => /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?!.*[0-9a-f]{8}-)/.exec(text.toLowerCase())?.[0] ?? null);

export const HoldInput = z
  .object({
    regionCode: region,
    kind: z.enum(holdKinds),
    recordClass: z.preprocess((value) => (value === '' ? undefined : value), z.enum(recordClasses).optional()).transform((value) => value ?? null),
    subjectId: pasted,
    ground: z.enum(holdGrounds),
    reason,
    days: z.coerce.number().int().min(1).max(longestHoldDays),
  })
  .refine(({ kind, subjectId }) => kind === 'class' || subjectId !== null, { path: ['subjectId'], message: 'hold-needs-id' })
  .refine(({ kind, recordClass }) => kind === 'child' || recordClass !== null, { path: ['recordClass'], message: 'hold-needs-class' });
export type HoldInput = z.output<typeof HoldInput>;

export const LiftInput = z.object({ id: z.uuid(), reason });
export type LiftInput = z.output<typeof LiftInput>;
