import { makeReport } from '#app/domain/public/annual-report/make-report.ts';
import { orderReport } from '#app/domain/public/annual-report/order-report.ts';
import { publishReport } from '#app/domain/public/annual-report/publish-report.ts';
import { by, dayOf, type Stage } from './stage.ts';

/** 年度报告: of the year before and of this year so far, of the nation and of one community, public; a second making of this year that is not. */
export async function makeAnnualReports(stage: Stage): Promise<void> {
  const year = Number(dayOf(stage, -1).slice(0, 4));
  const told = [['*', year - 1, '08:20'], ['*', year, '08:30'], ['320102008001', year, '08:40']] as const;
  for (const [regionCode, of, at] of told) {
    const id = await orderReport(by(stage, 'office', { day: -1, at }), { regionCode, year: of });
    await makeReport(by(stage, 'system', { day: -1, at: '09:00' }), id);
    await publishReport(by(stage, 'office', { day: -1, at: '10:00' }), id);
  }
  const second = await orderReport(by(stage, 'office', { day: -1, at: '20:20' }), { regionCode: '*', year });
  await makeReport(by(stage, 'system', { day: -1, at: '20:21' }), second);
}
