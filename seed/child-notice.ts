import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deliverAssessment } from '#app/domain/children/impact-assessments/deliver-assessment.ts';
import { type Content, purposes } from '#app/domain/children/impact-assessments/model.ts';
import { listNotices, type NoticeContent } from '#app/domain/children/identity/notice.ts';
import { publishChildNotice } from '#app/domain/children/identity/publish-notice.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';

const read = <T>(file: string) => JSON.parse(readFileSync(join(import.meta.dirname, '..', 'data', file), 'utf8')) as T;

/** 儿童个人信息处理规则: the first version, where there is none, with the assessment it rests on. */
export async function seedChildNotice(ctx: Ctx): Promise<void> {
  if ((await listNotices(ctx)).length > 0) return;
  const { validDays, ...content } = read<Content & { validDays: number }>('impact-assessment.json');
  const assessment = await deliverAssessment(ctx, { ...content, validUntil: addDays(beijingDay(ctx.now), validDays) });
  await publishChildNotice(ctx, read<NoticeContent>('child-notice.json'), Object.fromEntries(purposes.map((purpose) => [purpose, assessment])));
}
