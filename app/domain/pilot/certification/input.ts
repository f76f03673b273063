import { z } from 'zod';
import { levels, measureKinds, measureOutcomes } from './model.ts';

const text = (min: number, max: number) => z.string().trim().min(min).max(max);
const figure = (min: number, max: number) => z.coerce.number().int().min(min).max(max);

/** One grade a line: 优秀 | Excellent; the first is the highest. */
const gradeLines = z.string().max(1000).transform((lines, check) => {
  const grades = lines.split('\n').map((line) => line.trim()).filter(Boolean).map((line, at) => {
    const [zh = '', en = ''] = line.split(/[|｜]/).map((part) => part.trim());
    return { id: en.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || `grade-${at + 1}`, zh, en };
  });
  const isWhole = grades.every(({ zh, en }) => zh && en && zh.length <= 20 && en.length <= 40) && new Set(grades.map(({ id }) => id)).size === grades.length;
  if (!isWhole || grades.length > 9) check.addIssue({ code: 'custom', message: 'grade-lines' });
  return grades;
});

/** 等级设置. */
export const AwardLevelInput = z
  .object({
    effectiveFrom: z.iso.date(),
    nameZh: text(2, 40), nameEn: text(2, 90),
    aboutZh: text(4, 120), aboutEn: text(4, 240),
    needsZh: text(4, 300), needsEn: text(4, 600),
    grades: gradeLines,
    validMonths: figure(1, 120), renewalDays: figure(0, 720), replyDays: figure(3, 60),
    requires: z.enum(['', ...levels]).default(''),
  })
  .transform(({ nameZh, nameEn, aboutZh, aboutEn, needsZh, needsEn, requires, ...rest }) => ({
    ...rest, name: { zh: nameZh, en: nameEn }, about: { zh: aboutZh, en: aboutEn }, needs: { zh: needsZh, en: needsEn }, requires: requires || null,
  }));
export type AwardLevelInput = z.infer<typeof AwardLevelInput>;

/** 签发: which entries of a final notice, at which level; a grade for each where the level has grades. */
export const IssueInput = z.object({
  level: z.enum(levels),
  ids: z.array(z.uuid()).max(200).default([]),
  grades: z.array(z.string().regex(/^[0-9a-f-]{36}:[a-z0-9-]{0,60}$/)).max(200).default([]),
}).transform(({ grades, ...rest }) => ({ ...rest, grades: Object.fromEntries(grades.map((pair) => pair.split(':') as [string, string])) }));
export type IssueInput = z.infer<typeof IssueInput>;

/** 换证, several at once. */
export const RenewInput = z.object({ ids: z.array(z.uuid()).max(50).default([]) });

/** 提出处置: what is meant to be done and why; at once when it cannot wait. */
export const OpenMeasureInput = z.object({
  kind: z.enum(measureKinds),
  to: z.string().max(80).default(''),
  grounds: text(20, 2000),
  isInterim: z.enum(['yes', '']).default('').transform((said) => said === 'yes'),
});
export type OpenMeasureInput = z.infer<typeof OpenMeasureInput>;

/** 申辩. */
export const ReplyInput = z.object({ reply: text(10, 4000), fileIds: z.array(z.uuid()).max(5).default([]) });
export type ReplyInput = z.infer<typeof ReplyInput>;

/** 决定. */
export const DecideMeasureInput = z.object({ outcome: z.enum(measureOutcomes), reason: text(10, 2000) });
export type DecideMeasureInput = z.infer<typeof DecideMeasureInput>;

/** 更换或停用密钥. */
export const KeyDeed = z.discriminatedUnion('deed', [
  z.object({ deed: z.literal('rotate'), reason: text(4, 500) }),
  z.object({ deed: z.literal('withdraw'), id: z.uuid(), reason: text(4, 500) }),
]);

/** 持证单位能办的: answer a measure, ask for renewal. */
export const HolderDeed = z.discriminatedUnion('deed', [
  ReplyInput.omit({ fileIds: true }).extend({ deed: z.literal('reply'), measureId: z.uuid() }),
  z.object({ deed: z.literal('renew'), certificateId: z.uuid(), note: z.string().trim().max(2000).default('') }),
]);

/** 一份证书能办的, at the desk. */
export const CertificateDeed = z.discriminatedUnion('deed', [
  OpenMeasureInput.extend({ deed: z.literal('open') }),
  DecideMeasureInput.extend({ deed: z.literal('decide'), measureId: z.uuid() }),
  z.object({ deed: z.literal('reinstate'), reason: text(4, 2000) }),
  z.object({ deed: z.literal('renew') }),
]);
