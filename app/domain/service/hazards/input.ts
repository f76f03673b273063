import { z } from 'zod';
import { isRegionCode, levelOf } from '#app/domain/base/regions/model.ts';
import { datums } from '#app/domain/service/spaces/coordinates.ts';
import { placeOf } from '#app/domain/service/spaces/input.ts';
import { bodies, type Danger, hazardKinds } from './model.ts';

const words = (least: number, most: number) => z.string().trim().min(least).max(most);
const danger = z.enum(['1', '2', '3']).transform((digit) => Number(digit) as Danger);
const degree = z.string().trim().max(20).default('');

/** 报告隐患: what, where, how bad; the place is chosen, typed or tapped. */
export const ReportInput = z
  .object({
    regionCode: z.string().refine((code) => isRegionCode(code) && levelOf(code) >= 4, 'hazard-region-missing'),
    kind: z.enum(hazardKinds),
    danger: danger.default(2),
    text: words(2, 600),
    /** “space:…” or “segment:…” of the lists, or nothing. */
    place: z.union([z.literal(''), z.string().regex(/^(space|segment):[0-9a-f-]{36}$/)]).default(''),
    placeText: z.string().trim().max(80).default(''),
    lng: degree,
    lat: degree,
    datum: z.enum(datums).default('wgs84'),
  })
  .transform(({ place, lng, lat, datum, ...rest }, issues) => {
    const [what, id] = place.split(':') as [string, string | undefined];
    const at = lng === '' && lat === '' ? null : (placeOf(lng, lat, datum) ?? null);
    if (!id && rest.placeText === '' && !at) issues.addIssue({ code: 'custom', message: 'hazard-place-missing', path: ['placeText'] });
    return { ...rest, at, spaceId: what === 'space' ? id! : null, segmentId: what === 'segment' ? id! : null };
  });
export type ReportInput = z.output<typeof ReportInput>;

/** 核实: it is so, and how bad it is. */
export const CheckInput = z.object({ kind: z.enum(hazardKinds), danger, note: z.string().trim().max(500).default('') });
export type CheckInput = z.output<typeof CheckInput>;

/** 不予处理、退回、重开: why, in words the reporter reads. */
export const ReasonInput = z.object({ reason: words(6, 500) });

/** 派单: to whom, and what is to be done. */
export const AssignInput = z.object({ body: z.enum(bodies), assigneeName: words(1, 60), note: z.string().trim().max(500).default('') });
export type AssignInput = z.output<typeof AssignInput>;

/** 修好了: what was done, by whom. */
export const RepairInput = z.object({ name: z.string().trim().max(60).default(''), note: words(4, 500) });
export type RepairInput = z.output<typeof RepairInput>;

/** 报告人的话: really fixed, or not, and then what is still wrong. */
export const ConfirmInput = z
  .object({ fixed: z.enum(['yes', 'no']), body: z.string().trim().max(500).default('') })
  .superRefine(({ fixed, body }, issues) => {
    if (fixed === 'no' && body.length < 2) issues.addIssue({ code: 'custom', message: 'hazard-still-missing', path: ['body'] });
  });
export type ConfirmInput = z.output<typeof ConfirmInput>;

/** 查询码、维修码 as people type them. */
export const CodeInput = z.object({ code: words(1, 40) });

/** 并案: the hazard that is the same. */
export const DuplicateInput = z.object({ of: z.uuid() });

const days = z.coerce.number().int().min(1).max(120);

/** 派单表的一行: who is responsible for a kind, in how many working days. */
export const ResponsibleInput = z.object({
  kind: z.enum(hazardKinds), body: z.enum(bodies), person: z.string().trim().max(60).default(''), contact: z.string().trim().max(60).default(''),
  checkDays: days, assignDays: days, repairDays: days, confirmDays: days,
});
export type ResponsibleInput = z.output<typeof ResponsibleInput>;
