import { z } from 'zod';
import { layers } from '#app/platform/ctx.ts';
import { drawings, grantHours, pictureCount, purposes, relations, rightKinds } from './model.ts';

const yesNo = z.enum(['yes', 'no']);
const says = z.preprocess((value) => (value === '' ? undefined : value), yesNo.optional()).transform((word) => (word === undefined ? null : word === 'yes'));
const day = z.iso.date();
const name = z.string().trim().min(1).max(40);
const nickname = z.string().trim().min(1).max(12);
const part = z.object({ heading: z.string().trim().min(1).max(60), lines: z.array(z.string().trim().min(1).max(600)).min(1).max(12) });
const purposeText = z.object({ name: z.string().min(1), why: z.string().min(1), child: z.string().min(1), refusing: z.string().min(1) });

const noticeText = z.object({
  adult: z.array(part).min(8).max(20),
  child: z.array(z.string().trim().min(1).max(120)).min(4).max(20),
  purposes: z.record(z.enum(purposes), purposeText),
  contact: z.string().trim().min(4).max(200),
});
export const NoticeInput = z.object({ 'zh-CN': noticeText, en: noticeText });

/** 每个目的两个答案: what the guardian says and what the child says, each in a field of its own; what was not said was not agreed to. */
export const ConsentInput = z.object({ purpose: z.enum(purposes), guardian: says, child: says });
export type ConsentInput = z.output<typeof ConsentInput>;

const registration = {
  name, nickname, birthday: day, relation: z.enum(relations),
  registrationGuardian: says, registrationChild: says, participationGuardian: says, participationChild: says,
};
export const RegisterInput = z.object(registration);
export type RegisterInput = z.output<typeof RegisterInput>;

export const PaperInput = z.object({ ...registration, relation: z.enum(relations).optional() });
export type PaperInput = z.output<typeof PaperInput>;

export const DutyInput = z.object({ name, nickname, birthday: day, basis: z.enum(['statutory-duty', 'emergency']), basisNote: z.string().trim().min(8).max(300) });
export type DutyInput = z.output<typeof DutyInput>;

export const CorrectInput = z.object({ name, nickname, birthday: day });
export type CorrectInput = z.output<typeof CorrectInput>;

export const SlipInput = z.object({ name, isChecked: z.literal('yes', 'guardian-checked') });
export const ChildSlipInput = SlipInput.extend({ relation: z.enum(relations) });
export const SlipCode = z.object({ code: z.string().trim().min(1).max(40) });

export const CodeInput = z
  .object({
    layer: z.enum(layers),
    label: z.string().trim().max(30).default(''),
    validFrom: day,
    validTo: day,
    mostUses: z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number().int().min(1).max(5000).optional()),
  })
  .refine((input) => input.validTo >= input.validFrom, { path: ['validTo'], message: 'code-ends-early' });
export type CodeInput = z.output<typeof CodeInput>;

const pictures = z.array(z.enum(drawings)).length(pictureCount, 'pictures-four');
export const PicturesInput = z.object({ pictures });
export const EnterInput = z.object({ code: z.string().trim().min(1).max(40), pictures: z.array(z.enum(drawings)).max(pictureCount).default([]) });
export type EnterInput = z.output<typeof EnterInput>;

export const AccessInput = z.object({ childId: z.uuid(), reason: z.string().trim().min(10).max(300), hours: z.coerce.number().refine((hours) => (grantHours as readonly number[]).includes(hours)) });
export type AccessInput = z.output<typeof AccessInput>;
export const AccessDecision = z.object({ isApproved: yesNo.transform((word) => word === 'yes'), note: z.string().trim().min(2).max(300) });
export type AccessDecision = z.output<typeof AccessDecision>;

export const RightInput = z.object({ kind: z.enum(rightKinds), words: z.string().trim().min(4).max(1000) });
export type RightInput = z.output<typeof RightInput>;
export const RightAnswer = z.object({ isGranted: yesNo.transform((word) => word === 'yes'), answer: z.string().trim().min(10).max(1000) });
export type RightAnswer = z.output<typeof RightAnswer>;
