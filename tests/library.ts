import { giveConsent } from '#app/domain/pilot/case-library/give-consent.ts';
import { CaseInput } from '#app/domain/pilot/case-library/input.ts';
import { reviewCase } from '#app/domain/pilot/case-library/review-case.ts';
import { submitCase } from '#app/domain/pilot/case-library/submit-case.ts';
import { saveCase, startCase } from '#app/domain/pilot/case-library/write-case.ts';
import { makeReport } from '#app/domain/public/annual-report/make-report.ts';
import { orderReport } from '#app/domain/public/annual-report/order-report.ts';
import { publishReport } from '#app/domain/public/annual-report/publish-report.ts';
import type { Db } from '#app/db/db.server.ts';
import { as, binhu, today } from './world.ts';

/** A case as the page sends it, complete but for its consents. */
export const caseText = CaseInput.parse({
  title: '把车棚改成儿童议事角', titleEn: 'A corner for the children’s council', summary: '三个月，把旧车棚改成孩子开会、看书的地方。', problem: '孩子没有自己的地方。', action: '儿童议事会提出，居民投票，物业让出车棚。',
  cost: '18000', startedOn: '2025-03-01', months: '3', partners: '安居物业｜让出场地', ruleIds: ['A3.1', 'C1.1'], tags: ['space', 'participation'], ages: ['7-12'],
  outcomes: '每周开放时间｜8｜30｜小时\n参加议事的儿童｜｜26｜人',
});

/** A case of Binhu with everybody's consent, not yet handed in. */
export async function aCase(db: Db, more: Partial<CaseInput> = {}, now: Date = today): Promise<string> {
  const id = await startCase(as(db, 'community-worker', binhu, now), binhu);
  await saveCase(as(db, 'community-worker', binhu, now), id, 0, { ...caseText, ...more });
  for (const consent of ['government', 'people', 'partners'] as const) await giveConsent(as(db, 'government-officer', binhu, now), id, { consent, statement: '已当面说明并签字同意。', agreed: 'yes' });
  return id;
}

export async function aPublishedCase(db: Db, more: Partial<CaseInput> = {}, now: Date = today): Promise<string> {
  const id = await aCase(db, more, now);
  await submitCase(as(db, 'government-officer', binhu, now), id);
  await reviewCase(as(db, 'programme-officer', '*', now), id, { outcome: 'publish', note: '' });
  return id;
}

export async function aPublishedReport(db: Db, regionCode = '*', now: Date = new Date(today.getTime() + 60_000)): Promise<string> {
  const office = as(db, 'programme-officer', '*', now);
  const id = await orderReport(office, { regionCode, year: 2026 });
  await makeReport(office, id);
  await publishReport(office, id);
  return id;
}
