import { z } from 'zod';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { expertSlots, visitNotices, visitReasons } from './model.ts';
import { attachmentKinds, largestAttachment, mostEntries } from './package.ts';
import { place } from './values.ts';

const day = z.iso.date();
const moment = z.iso.datetime({ offset: true }).max(40);
const id = z.string().refine((text) => /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text));
const isYes = z.string().optional().transform((said) => said === 'yes' || said === 'on');

/** 设备登记: an id made by the phone and a name its owner knows it by. */
export const DeviceInput = z.object({ deviceId: id, name: z.string().trim().min(1).max(60) });
export type DeviceInput = z.infer<typeof DeviceInput>;

const entry = z.object({
  path: z.string().max(100), value: z.unknown(), baseRevision: z.number().int().min(0).max(1e9), deviceAt: moment, seq: z.number().int().min(1).max(1e9),
});

/** 同步. What is wrong with one field is told by its count; what is wrong with the letter around them refuses it all. */
export const SyncInput = z.object({
  deviceId: id,
  clockAt: moment,
  fields: z.array(entry).max(mostEntries),
  attachments: z.array(z.object({
    sha256: z.string().regex(/^[0-9a-f]{64}$/), kind: z.enum(attachmentKinds), mediaType: z.string().max(80), size: z.number().int().min(1).max(largestAttachment), at: moment, place,
  })).max(mostEntries),
  remaining: z.number().int().min(0).max(1e6),
  isLettingGo: z.boolean().optional(),
});
export type SyncInput = z.infer<typeof SyncInput>;

/** 撤销设备. */
export const RevokeInput = z.object({ deviceId: id, reason: z.string().trim().max(300).default('') });
export type RevokeInput = z.infer<typeof RevokeInput>;

/** 抽样: from the pilots of a region, so many; `codes` are spot checks that go first. */
export const SampleInput = z.object({
  region: z.string().refine((code) => code === '*' || isRegionCode(code)),
  size: z.coerce.number().int().min(1).max(200),
  seed: z.string().trim().min(1).max(60),
  codes: z.string().max(8000).default('').transform((text) => text.split(/[\s,，、;；]+/).filter(Boolean)).pipe(z.array(z.string().refine(isRegionCode)).max(200)),
});
export type SampleInput = z.infer<typeof SampleInput>;

const experts = { expert: z.string().min(1).max(64), secondExpert: z.string().max(64).default('') };

/** 计划: visits to one or more communities on given days, with the same experts. */
export const PlanInput = z.object({
  codes: z.array(z.string().refine(isRegionCode)).min(1).max(200),
  notice: z.enum(visitNotices),
  reason: z.enum(visitReasons).optional(),
  fromOn: day,
  toOn: day,
  perDay: z.coerce.number().int().min(1).max(10).default(2),
  purpose: z.string().trim().max(1000).default(''),
  sampleId: z.union([id, z.literal('')]).default(''),
  ...experts,
}).refine(({ fromOn, toOn }) => toOn >= fromOn, { path: ['toOn'], message: 'days-turned' });
export type PlanInput = z.input<typeof PlanInput>;

/** 专家 of one visit. */
export const AssignInput = z.object({ slot: z.enum(expertSlots), expertId: z.string().max(64) });
export type AssignInput = z.infer<typeof AssignInput>;

/** 改期与议程: the agenda as lines “09:00 查看儿童之家 A1.1 B2.3”. */
export const RescheduleInput = z.object({ fromOn: day, toOn: day, agenda: z.string().max(6000).default(''), purpose: z.string().trim().max(1000).default('') })
  .refine(({ fromOn, toOn }) => toOn >= fromOn, { path: ['toOn'], message: 'days-turned' });
export type RescheduleInput = z.infer<typeof RescheduleInput>;

/** 取消: with the reason, which the experts and, where it was announced, the community read. */
export const CallOffInput = z.object({ reason: z.string().trim().min(4).max(500) });

/** 形成结果: whoever concludes says why, if a side did not sign. */
export const ConcludeInput = z.object({ note: z.string().trim().max(1000).default('') });

/** 处理冲突: which of the words stays, at the revision that was read; of texts also both, one after the other. */
export const SettleInput = z.object({ path: z.string().max(100), revision: z.coerce.number().int().min(1).max(1e9), keep: z.string().max(120) });
export type SettleInput = z.infer<typeof SettleInput>;

/** 社区签字 on the page: the name stands for the signature; whoever does not agree says why. */
export const SignInput = z.object({ name: z.string().trim().min(1).max(60), role: z.string().trim().max(60).default(''), contentHash: z.string().regex(/^[0-9a-f]{64}$/), agrees: isYes, refusal: z.string().trim().max(1000).default('') })
  .refine(({ agrees, refusal }) => agrees || refusal !== '', { path: ['refusal'], message: 'reason-missing' });
export type SignInput = z.infer<typeof SignInput>;
