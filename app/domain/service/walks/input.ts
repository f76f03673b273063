import { z } from 'zod';
import { type Danger, hazardKinds } from '#app/domain/service/hazards/model.ts';
import { layers } from '#app/platform/ctx.ts';
import { answers, type Children, countOf, limits, type PointId, pointIds } from './model.ts';

const words = (least: number, most: number) => z.string().trim().min(least).max(most).refine((text) => text.isWellFormed() && !text.includes('\0'));
const id = z.string().regex(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/);
/** A phone's clock may stand anywhere; the years a database can write are enough. */
const moment = z.iso.datetime({ offset: true }).max(40).refine((text) => /^(19[7-9]|20|21)/.test(new Date(text).toJSON() ?? ''));
const seq = z.number().int().min(1).max(1e9);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const point = z.enum(pointIds as [PointId, ...PointId[]]);
const spot = z.string().regex(/^[a-z0-9-]{1,40}$/).nullable();
const many = z.string().trim().max(30).default('').transform((text) => (text === '' ? 0 : Number(text))).pipe(z.number('whole-number').int('whole-number').min(0, 'whole-number').max(limits.children, 'whole-number'));

/** 计划走查: where, when, who goes along as adults, how many children of which age; nobody's name of theirs. */
export const PlanInput = z
  .object({
    /** “space:…”, “route:…” or “segment:…” of the lists. */
    place: z.string().regex(/^(space|route|segment):[0-9a-f-]{36}$/, 'walk-place-missing'),
    day: z.iso.date(),
    adults: words(2, 80),
    groupName: words(1, 40),
    'with-grown-up': many,
    primary: many,
    teen: many,
    note: z.string().trim().max(300).default(''),
    consent: z.literal('yes', 'walk-consent-missing'),
  })
  .transform(({ 'with-grown-up': young, primary, teen, consent: _, ...rest }, issues) => {
    const children: Children = { 'with-grown-up': young, primary, teen };
    if (countOf(children) < 1 || countOf(children) > limits.children) issues.addIssue({ code: 'custom', message: 'walk-children-missing', path: ['primary'] });
    return { ...rest, children };
  });
export type PlanInput = z.output<typeof PlanInput>;

/** 走查码 as people type it, with the phone that takes the walk along. */
export const TakeInput = z.object({ code: words(1, 40), deviceId: id });
export type TakeInput = z.output<typeof TakeInput>;

const one = { seq, deviceAt: moment };

/** 一条记录; what is wrong with one is told by its count. */
export const EntryInput = z.discriminatedUnion('kind', [
  z.object({ ...one, kind: z.literal('observation'), point, answer: z.enum(answers), layer: z.enum(layers).nullable(), spot }),
  z.object({ ...one, kind: z.literal('photo'), sha256: hash, mediaType: z.string().max(80), size: z.number().int().min(1).max(limits.photoBytes), point: point.nullable(), spot, note: words(0, limits.note) }),
  z.object({ ...one, kind: z.literal('take-back'), of: seq }),
]);
export type EntryInput = z.output<typeof EntryInput>;

/** 同步: the letter around the entries; each entry is looked at by itself. */
export const SyncInput = z.object({
  code: words(1, 40), deviceId: id, clockAt: moment, entries: z.array(z.looseObject({ seq })).max(limits.entries), remaining: z.number().int().min(0).max(1e6), isLettingGo: z.boolean().optional(),
});
export type SyncInput = z.output<typeof SyncInput>;

/** 照片的字节: of which walk and which phone. */
export const PhotoInput = z.object({ code: words(1, 40), deviceId: id, sha256: hash });
export type PhotoInput = z.output<typeof PhotoInput>;

const spotField = z.string().trim().max(40).default('').transform((text) => (text === '' ? null : text)).pipe(spot);
const stroke = z.string().trim().max(3).transform((text) => (text === '' ? 0 : Number(text))).pipe(z.number().int().min(0).max(limits.tally));

/** 一张纸: strokes in fields named “cars-stop.good”; its id is made with the form, so that it counts once. */
export const SheetInput = z
  .looseObject({ sheetId: id, spot: spotField })
  .transform(({ sheetId, spot: where, ...fields }, issues) => {
    const strokes: Partial<Record<`${PointId}.${(typeof answers)[number]}`, number>> = {};
    for (const point of pointIds) {
      for (const answer of answers) {
        const name = `${point}.${answer}` as const;
        const given = stroke.safeParse(fields[name] ?? '');
        if (given.success) strokes[name] = given.data;
        else issues.addIssue({ code: 'custom', message: 'walk-strokes-unreadable', path: [name] });
      }
    }
    return { sheetId, spot: where, strokes };
  });
export type SheetInput = z.output<typeof SheetInput>;

/** 照片 with what they show. */
export const PhotoForm = z.object({ sheetId: id, point: z.union([z.literal(''), point]).default('').transform((said) => said || null), spot: spotField, note: z.string().trim().max(limits.note).default('') });
export type PhotoForm = z.output<typeof PhotoForm>;

/** 转工单: of what; its kind and danger where no point says them; or the open one that it is the same as. */
export const TicketInput = z.object({
  source: z.string().regex(/^(point:[a-z-]{2,30}:[a-z0-9-]{0,40}|photo:[0-9a-f-]{36})$/),
  kind: z.enum(hazardKinds).optional(),
  danger: z.enum(['1', '2', '3']).optional().transform((digit) => (digit === undefined ? undefined : (Number(digit) as Danger))),
  same: z.union([z.literal(''), id]).default(''),
});
export type TicketInput = z.output<typeof TicketInput>;

/** 结束走查: what the children are told; `anyway` when a phone has not come back. */
export const CloseInput = z.object({ words: words(6, 300), anyway: z.string().optional().transform((said) => said === 'yes') });
export type CloseInput = z.output<typeof CloseInput>;

/** 取消的理由. */
export const CallOffInput = z.object({ words: words(4, 300) });
