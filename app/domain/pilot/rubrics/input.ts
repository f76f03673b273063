import { z } from 'zod';
import { isId } from '#app/platform/is-id.ts';
import { itemLevels, type RubricContent } from './model.ts';

const title = z.string().trim().min(4).max(120);
const note = z.string().trim().max(1000).default('');

/** 起草评分表: from an edition at one level, or from an earlier rubric. */
export const DraftInput = z
  .object({
    zh: title, en: title, effectiveFrom: z.iso.date(), editionId: z.string().max(60).default(''),
    level: z.enum(itemLevels).default('norm'), basedOn: z.string().default(''),
  })
  .refine((draft) => draft.editionId !== '' || draft.basedOn !== '', { path: ['editionId'], message: 'rubric-source' })
  .refine((draft) => draft.basedOn === '' || isId(draft.basedOn), { path: ['basedOn'], message: 'rubric-source' });
export type DraftInput = z.infer<typeof DraftInput>;

const texts = z.array(z.string().trim().max(300)).max(40).default([]);
const points = z.coerce.number().min(0).max(100);

/** 负面清单 as three lists of one length; a row without words in either language is left out. */
function negativeRows(ids: string[], zh: string[], en: string[]): RubricContent['negativeList'] {
  const rows = zh.map((text, at) => ({ id: ids[at] ?? '', zh: text, en: en[at] ?? '' })).filter((row) => row.zh !== '' || row.en !== '');
  const taken = rows.map(({ id }) => Number(/^neg-(\d{1,3})$/.exec(id)?.[1] ?? 0));
  let last = Math.max(0, ...taken);
  return rows.map((row, at) => (taken[at] && taken.indexOf(taken[at]) === at ? row : { ...row, id: `neg-${(last += 1)}` }));
}

/** 修改评分表: words, day, pass mark and band, `weight-` with the id of an item, must-rules, negative list, and the revision it was read at. */
export const RubricInput = z
  .object({
    zh: title, en: title, note, noteEn: note, effectiveFrom: z.iso.date(), revision: z.coerce.number().int().min(0),
    passMark: z.union([z.literal('').transform(() => null), points]), borderline: points, minimumSample: z.coerce.number().int().min(2).max(1000),
    must: z.array(z.string().max(20)).max(300).default([]), negativeId: texts, negativeZh: texts, negativeEn: texts,
  })
  .catchall(z.string().max(20))
  .transform((given, issues) => {
    const { negativeId, negativeZh, negativeEn } = given;
    const weights: Record<string, number> = Object.create(null);
    for (const [name, value] of Object.entries(given)) {
      if (!name.startsWith('weight-')) continue;
      const weight = z.coerce.number().min(0).max(1000).safeParse(value);
      if (weight.success) weights[name.slice('weight-'.length)] = weight.data;
      else issues.addIssue({ code: 'custom', path: [name], message: 'rubric-weight' });
    }
    const negativeList = negativeRows(negativeId, negativeZh, negativeEn);
    if (negativeList.some((item) => item.zh === '' || item.en === '')) issues.addIssue({ code: 'custom', path: ['negativeZh'], message: 'rubric-negative' });
    const { zh, en, note: told, noteEn, effectiveFrom, revision, passMark, borderline, minimumSample, must } = given;
    return { zh, en, note: told, noteEn, effectiveFrom, revision, passMark, borderline, minimumSample, must, weights, negativeList };
  });
export type RubricInput = z.infer<typeof RubricInput>;

/** 发布或弃用草稿. */
export const RubricDeed = z.object({ deed: z.enum(['publish', 'discard']) });
