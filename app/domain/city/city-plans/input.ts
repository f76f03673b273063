import { z } from 'zod';
import { taskStates } from './model.ts';

const text = (most: number) => z.string().transform((said) => said.replace(/\r\n/g, '\n').trim()).pipe(z.string().max(most)).default('');
const title = z.string().trim().min(4).max(160);
const edition = z.coerce.number().int().min(1);
const link = text(400).pipe(z.union([z.literal('').transform(() => null), z.url({ protocol: /^https?$/ })]));
const inOrder = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) => startsOn < endsOn && Number(endsOn.slice(0, 4)) - Number(startsOn.slice(0, 4)) <= 15;
const days = { startsOn: z.iso.date(), endsOn: z.iso.date() };

/** 新建计划. */
export const StartPlanInput = z.object({ regionCode: z.string().max(12).transform((code) => code || '*'), zh: title, en: title, ...days, issuer: text(120) }).refine(inOrder, { path: ['endsOn'], message: 'plan-years' });
export type StartPlanInput = z.infer<typeof StartPlanInput>;

/** 计划表: for which place and years; the table says the rest. */
export const PlanTableInput = z.object({ regionCode: z.string().max(12).transform((code) => code || '*'), ...days }).refine(inOrder, { path: ['endsOn'], message: 'plan-years' });
export type PlanTableInput = z.infer<typeof PlanTableInput>;

/** 按表新建计划. */
export const TakeTableInput = z.object({ zh: title, en: title, issuer: text(120) });
export type TakeTableInput = z.infer<typeof TakeTableInput>;

/** 复制到下一期. */
export const CopyPlanInput = z.object({ zh: title, en: title, ...days }).refine(inOrder, { path: ['endsOn'], message: 'plan-years' });
export type CopyPlanInput = z.infer<typeof CopyPlanInput>;

/** 计划基本信息. */
export const EditPlanInput = z.object({ zh: title, en: title, ...days, issuer: text(120), goalZh: text(600), goalEn: text(800), edition }).refine(inOrder, { path: ['endsOn'], message: 'plan-years' });
export type EditPlanInput = z.infer<typeof EditPlanInput>;

/** 删去行动. */
export const RemoveInput = z.object({ edition });

/** 发布与修订: why. */
export const PublishInput = z.object({ reason: z.string().trim().min(4).max(300), edition });
export const CloseInput = z.object({ closing: z.string().trim().min(10).max(2000), closingEn: text(3000), edition });
export type CloseInput = z.infer<typeof CloseInput>;

/** 任务进展. */
export const TaskInput = z
  .object({ taskId: z.string().max(40), state: z.enum(taskStates), doneOn: z.union([z.literal('').transform(() => null), z.iso.date()]).default(null), proof: text(200), proofUrl: link, note: text(300) })
  .refine(({ state, doneOn, proof }) => state !== 'done' || (doneOn !== null && proof !== ''), { path: ['proof'], message: 'plan-proof' });
export type TaskInput = z.infer<typeof TaskInput>;

const version = z.coerce.number().int().min(0);
const cellName = /^t (\d{2,9}) ([A-Z][A-Za-z0-9-]{0,19}) (\d{4})$/;

/** 目标分解 as the grid posts it: a field each district, indicator and year, at most 4,000 of them. */
export const DivideInput = z.looseObject({ reason: text(300), version }).transform(({ reason, version: read, ...rest }, issues) => {
  const cells = Object.entries(rest).flatMap(([name, said]) => {
    const [, regionCode, code, year] = cellName.exec(name) ?? [];
    return regionCode && code ? [{ regionCode, code, year: Number(year), said: typeof said === 'string' ? said.trim().slice(0, 60) : '' }] : [];
  });
  if (cells.length === 0 || cells.length > 4000) issues.addIssue({ code: 'custom', path: ['cells'], message: 'plan-cells' });
  return { reason, version: read, cells };
});

/** 贴入的表: looked at first, saved when it was confirmed. */
export const PasteInput = z.object({ text: z.string().min(1).max(200_000), reason: text(300), version });
