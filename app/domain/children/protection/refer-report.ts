import { z } from 'zod';
import { dataKinds } from '#app/domain/children/impact-assessments/model.ts';
import { recordShare } from '#app/domain/children/sharing/record-share.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdReport } from './hold-report.ts';

/** 转交: to whom by name, what of the report, under which number, and until when it is kept there for this. */
export const ReferInput = z.object({
  receiver: z.string().trim().min(2).max(80),
  fields: z.preprocess((given) => [given ?? []].flat(), z.array(z.enum(dataKinds)).min(1, 'share-fields').max(dataKinds.length)),
  number: z.string().trim().max(120).default(''),
  expiresOn: z.iso.date(),
});
export type ReferInput = z.output<typeof ReferInput>;

/** 转交有关单位: by somebody who has said that they know; what was handed over stands in the register of sharing, without a word of the report and without the child (未成年人保护法 11). */
export function referReport(ctx: Ctx, at: { regionCode: string; id: string }, { receiver, fields, number, expiresOn }: ReferInput): Promise<string> {
  return change(ctx, async (tx) => {
    const report = await holdReport(tx, at);
    if (report.state === 'open') throw new Refusal('protection-not-known');
    const shareId = await recordShare(tx, {
      regionCode: at.regionCode, partnerId: undefined, receiver, fields, purpose: '疑似侵害未成年人，依法报告和转交', basis: 'law', article: 'unpl-11', articleNote: number,
      childIds: [], childCount: 1, sharedOn: beijingDay(tx.now), expiresOn,
    }, { source: 'protection', sourceId: `${report.id}:${receiver}` });
    await tx.record('protection.referred', report, { receiver });
    return shareId;
  });
}
