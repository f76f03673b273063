import { z } from 'zod';
import { audiences, codeKinds, consentKinds, type Definition, itemKinds, mostItems, mostOptions, mostSeats, mostSlips, scaleNames, themes, waves } from './model.ts';

const words = (most: number) => z.string().trim().max(most);
const day = z.iso.date();
const whole = (min: number, max: number) => z.coerce.number<unknown>('whole-number').int('whole-number').min(min, 'whole-number').max(max, 'whole-number');
const Said = z.object({ zh: words(300), en: words(600) });
const itemId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'item-id');
const optionId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,19}$/, 'item-id');

const Item = z.object({
  id: itemId, kind: z.enum(itemKinds), theme: z.enum(themes), text: Said,
  pair: itemId.optional(), picture: z.string().regex(/^[a-z-]{1,20}$/).optional(), isPractice: z.boolean().optional(), ask: Said.optional(),
  options: z.array(z.object({ id: optionId, text: Said })).max(mostOptions).optional(),
  showIf: z.object({ item: itemId, in: z.array(optionId).min(1).max(20) }).optional(),
});

/** 问卷文件: a definition as it comes in from outside; what it means is checked by `faultsOf`. */
export const DefinitionInput = z.object({
  title: Said, intro: Said, script: z.object({ before: Said, after: Said }).optional(), audience: z.enum(audiences), scale: z.enum(scaleNames), languages: z.array(z.enum(['zh', 'en'])).min(1).max(2),
  items: z.array(Item).max(mostItems),
}) as unknown as z.ZodType<Definition>;

/** 新建: from an instrument, from a survey one may see, or from a file. */
export const StartInput = z.object({ from: words(100).min(1), title: words(120).default('') });
export type StartInput = z.infer<typeof StartInput>;

/** 版本锁: which edition of the draft somebody had before them. */
const edition = whole(1, 1_000_000);

/** 卷首: title, introduction and languages. */
export const HeadInput = z.object({ edition, titleZh: words(120).min(2), titleEn: words(240).default(''), introZh: words(300).default(''), introEn: words(600).default(''), languages: z.enum(['zh', 'zh+en']) });
export type HeadInput = z.infer<typeof HeadInput>;

/** 题目 as the form of the builder sends it; options are lines `id | 中文 | English`. */
export const ItemInput = z.object({
  edition, was: words(40).default(''),
  id: itemId, kind: z.enum(itemKinds), theme: z.enum(themes), textZh: words(300).min(2), textEn: words(600).default(''),
  options: words(3000).default(''), picture: words(20).default(''), isPractice: z.enum(['yes']).optional(),
  showItem: words(40).default(''), showIn: words(300).default(''),
});
export type ItemInput = z.infer<typeof ItemInput>;

export const ItemDeedInput = z.object({ edition, id: itemId });
export const MoveItemInput = ItemDeedInput.extend({ to: z.enum(['up', 'down']) });
export const BankInput = z.object({ edition, from: words(40), items: z.array(itemId).min(1, 'nothing-chosen').max(mostItems) });
export const EditionInput = z.object({ edition });

/** 开一轮. */
export const RoundInput = z
  .object({ title: words(120).min(2), wave: z.enum(waves), opensOn: day, closesOn: day, invited: whole(0, 100_000) })
  .refine(({ opensOn, closesOn }) => opensOn <= closesOn, { path: ['closesOn'], message: 'days-reversed' });
export type RoundInput = z.infer<typeof RoundInput>;

/** 统一调查: over which communities; '' is every pilot of the region. */
export const CampaignInput = RoundInput.safeExtend({ surveyId: z.uuid(), places: words(20_000).default('') });
export type CampaignInput = z.infer<typeof CampaignInput>;

/** 发码: one for a class, or so many slips. */
export const CodesInput = z
  .object({ kind: z.enum(codeKinds), label: words(60).default(''), seats: whole(1, mostSlips) })
  .refine(({ kind, seats }) => kind === 'slip' || seats <= mostSeats, { path: ['seats'], message: 'whole-number' });
export type CodesInput = z.infer<typeof CodesInput>;

export const SeatsInput = z.object({ codeId: z.uuid(), seats: whole(1, mostSeats) });
export const StopInput = z.object({ codeId: z.uuid() });

/** 同意登记: how many agreed and how many did not, on whose paper. */
export const ConsentInput = z.object({ kind: z.enum(consentKinds), givenBy: words(120).min(2), people: whole(1, 100_000), refused: whole(0, 100_000).default(0), givenOn: day });
export type ConsentInput = z.infer<typeof ConsentInput>;

/** 双录: the number on the paper; a sheet that is being entered twice. */
export const SheetNumber = z.coerce.number().int().min(1).max(9999);
export const SheetInput = z.object({ sheetId: z.uuid() });

export const InvitedInput = z.object({ invited: whole(0, 100_000) });
