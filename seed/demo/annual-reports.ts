import { makeReport } from '#app/domain/public/annual-report/make-report.ts';
import { orderReport } from '#app/domain/public/annual-report/order-report.ts';
import { publishReport } from '#app/domain/public/annual-report/publish-report.ts';
import { by, type Stage } from './stage.ts';

/** 年度报告 of this year so far, public, and a second making that is not. */
export async function makeAnnualReports(stage: Stage): Promise<void> {
  const year = Number(stage.today.slice(0, 4));
  const first = await orderReport(by(stage, 'office', { day: -9 }), { regionCode: '*', year });
  await makeReport(by(stage, 'system', { day: -9, at: '09:31' }), first);
  await publishReport(by(stage, 'office', { day: -9, at: '10:00' }), first);
  const second = await orderReport(by(stage, 'office', { day: 0, at: '08:20' }), { regionCode: '*', year });
  await makeReport(by(stage, 'system', { day: 0, at: '08:21' }), second);
}
