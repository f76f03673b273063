import { z } from 'zod';
import { dataKinds, hourBounds, incidentKinds } from './model.ts';

/** Nothing chosen is the nation. */
const region = z.preprocess((given) => (given === '' || given === undefined ? '*' : given), z.string().regex(/^(\*|[1-9]\d{1,11})$/));
const words = (most = 1000) => z.string().trim().min(4).max(most);
/** A moment as a form gives it, in Beijing time. */
const moment = z.string().regex(/^(19|20|21)\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/, 'moment-needed').transform((text) => new Date(`${text.slice(0, 16)}:00+08:00`)).pipe(z.date('moment-needed'));

export const IncidentInput = z.object({
  regionCode: region,
  kind: z.enum(incidentKinds),
  isPossible: z.enum(['yes', 'no']).transform((word) => word === 'yes'),
  what: words(2000),
  cause: words(),
  touched: words(),
  dataKinds: z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(z.enum(dataKinds)).min(1)),
  foundAt: moment,
  foundByName: z.string().trim().min(1).max(60),
});
export type IncidentInput = z.output<typeof IncidentInput>;

export const MeasureInput = z.object({ what: words(), takenAt: moment });
export type MeasureInput = z.output<typeof MeasureInput>;

const scopeReason = z.string().trim().min(6).max(300);
const byRegion = z.object({ kind: z.literal('region'), regionCode: region, reason: scopeReason });
const byLooks = z.object({ kind: z.literal('looks'), from: moment, to: moment, byName: z.string().trim().max(60).default(''), reason: scopeReason });
const byNumbers = z.object({ kind: z.literal('children'), numbers: z.string().trim().min(8).max(20_000), reason: scopeReason });
const byCode = z.object({ kind: z.literal('class-code'), code: z.string().trim().min(2).max(40), reason: scopeReason });
export const ScopeInput = z.discriminatedUnion('kind', [byRegion, byLooks, byNumbers, byCode]);
export type ScopeInput = z.output<typeof ScopeInput>;

export const AuthorityInput = z.object({ authority: z.string().trim().min(2).max(80), number: z.string().trim().max(80).default(''), reportedAt: moment });
export type AuthorityInput = z.output<typeof AuthorityInput>;

const child = z.string().transform((text) => text.split('\n').map((line) => line.trim()).filter(Boolean)).pipe(z.array(z.string().max(60)).min(2).max(8));
export const NoticeInput = z.object({ kinds: words(), cause: words(), harm: words(), measures: words(), advice: words(), contact: words(300), child });
export type NoticeInput = z.output<typeof NoticeInput>;

export const NotToldInput = z.object({ reason: z.string().trim().min(20).max(600) });
export const ClosingInput = z.object({ lessons: z.string().trim().min(10).max(2000) });
export const OpeningInput = z.object({ reason: z.string().trim().min(10).max(300) });

const hours = (name: keyof typeof hourBounds) => z.coerce.number().int().min(hourBounds[name].least).max(hourBounds[name].most);
export const HoursInput = z.object({ regionCode: region, authorityHours: hours('authorityHours'), tellHours: hours('tellHours') });
export type HoursInput = z.output<typeof HoursInput>;

/** 一件事件的各步: each form of its page posts its own. */
const scope = { deed: z.literal('scope') };
export const IncidentDeed = z.discriminatedUnion('deed', [
  MeasureInput.extend({ deed: z.literal('measure') }),
  z.discriminatedUnion('kind', [byRegion.extend(scope), byLooks.extend(scope), byNumbers.extend(scope), byCode.extend(scope)]),
  AuthorityInput.extend({ deed: z.literal('authority') }),
  NoticeInput.extend({ deed: z.literal('tell') }),
  NotToldInput.extend({ deed: z.literal('nobody') }),
  ClosingInput.extend({ deed: z.literal('close') }),
]);
export const LettersDeed = z.discriminatedUnion('deed', [OpeningInput.extend({ deed: z.literal('open') }), z.object({ deed: z.literal('note'), lines: z.array(z.uuid()).default([]) })]);
