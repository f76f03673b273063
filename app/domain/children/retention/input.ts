import { z } from 'zod';
import { holdGrounds, holdKinds, longestHoldDays, recordClasses } from './model.ts';

const reason = z.string().trim().min(10).max(300);
/** Nothing chosen is the nation. */
const region = z.preprocess((given) => (given === '' || given === undefined ? '*' : given), z.string().regex(/^(\*|[1-9]\d{1,11})$/));

export const PeriodInput = z.object({ regionCode: region, recordClass: z.enum(recordClasses), amount: z.coerce.number().int(), reason });
export type PeriodInput = z.output<typeof PeriodInput>;

const wholeId = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?!.*[0-9a-f]{8}-)/;
/** The id may be pasted with the address of its page; of a child the short number will do. */
const pasted = z.string().trim().max(300).default('').transform((text) => (wholeId.exec(text.toLowerCase()) ?? /^[0-9a-f]{8}$/.exec(text.toLowerCase()))?.[0] ?? null);

export const HoldInput = z
  .object({
    deed: z.literal('place'),
    regionCode: region,
    kind: z.enum(holdKinds),
    recordClass: z.preprocess((value) => (value === '' ? undefined : value), z.enum(recordClasses).optional()).transform((value) => value ?? null),
    subjectId: pasted,
    ground: z.enum(holdGrounds),
    reason,
    days: z.coerce.number().int().min(1).max(longestHoldDays),
  })
  .refine(({ kind, subjectId }) => kind === 'class' || (subjectId !== null && (kind === 'child' || wholeId.test(subjectId))), { path: ['subjectId'], message: 'hold-needs-id' })
  .refine(({ kind, recordClass }) => kind === 'child' || recordClass !== null, { path: ['recordClass'], message: 'hold-needs-class' });
export type HoldInput = Omit<z.output<typeof HoldInput>, 'deed'>;

export const LiftInput = z.object({ deed: z.literal('lift'), id: z.uuid(), reason });
export type LiftInput = Omit<z.output<typeof LiftInput>, 'deed'>;

export const HoldDeed = z.discriminatedUnion('deed', [HoldInput, LiftInput]);
