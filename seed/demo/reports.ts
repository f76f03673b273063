import { sql } from 'drizzle-orm';
import { checkReport } from '#app/domain/pilot/progress-reports/check-report.ts';
import { handInReport } from '#app/domain/pilot/progress-reports/hand-in.ts';
import { CheckReportInput } from '#app/domain/pilot/progress-reports/input.ts';
import { openReports } from '#app/domain/pilot/progress-reports/open-reports.ts';
import { refreshReport } from '#app/domain/pilot/progress-reports/refresh.ts';
import { saveReportAnswers } from '#app/domain/pilot/progress-reports/save-answers.ts';
import { remindReports } from '#app/domain/pilot/progress-reports/tell-reports.ts';
import { planTasksOf } from '#app/jobs/report-sources.ts';
import { firstPlaces } from './places.ts';
import { by, follow, type Stage } from './stage.ts';

const done = [
  '儿童之家增加了周末开放，四到六月来了一千二百多人次；楼顶花园改成了种植角，由孩子们分组照看。（示例）',
  '上学路的两个路口装了缓冲带，家长志愿者早晚轮值；暑期托管开了两期，每期四十人。（示例）',
  '儿童议事会开了三次会，提了七条建议，五条已经办完，两条说明了暂时不办的理由。（示例）',
] as const;
const voice = '孩子们提得最多的是想要能打球的地方，已和学校商定周末开放操场。（示例）';
const counts = (turn: number) => ({ 'children-0-3': String(310 + turn * 7), 'children-4-6': String(280 + turn * 5), 'children-7-12': String(640 + turn * 9), 'children-13-18': String(410 + turn * 3) });

/** 第一期进展报告: asked for by itself half a year after the pilots began; most came in time, some are late, one was returned. */
export async function reportProgress(stage: Stage): Promise<void> {
  await openReports(by(stage, 'system', { day: -56, at: '06:30' }), planTasksOf);
  await follow(stage);
  for (const [turn, place] of firstPlaces.entries()) {
    if (turn >= 10) continue;
    const id = await reportOf(stage, place.unit);
    const writer = by(stage, place.key, { day: -44 + turn, at: '15:20' });
    await refreshReport(writer, place.unit, id, planTasksOf);
    const said = { ...counts(turn), done: done[turn % 3]!, 'childrens-voice': turn % 2 ? voice : '', advice: turn % 4 === 0 ? '需要' : '暂不需要' };
    await saveReportAnswers(writer, place.unit, id, { answers: Object.entries(said).map(([questionId, value]) => ({ questionId, value, bases: [0] })) });
    await handInReport(by(stage, place.key, { day: -44 + turn, at: '16:40' }), place.unit, id);
    if (place.key === 'daoxiang' || place.key === 'tongan') continue;
    const isReturned = place.key === 'hongshan';
    await checkReport(by(stage, 'office-check', { day: -31 + turn, at: '10:10' }), place.unit, id, CheckReportInput.parse(
      isReturned ? { deed: 'return', round: 1, 'reason.done': '请补上暑期托管的起止日期和人数。（示例）', 'reason.children-7-12': '比上半年少了两百多人，请核对。（示例）' } : { deed: 'accept', round: 1, note: turn === 0 ? '做法具体，欢迎写成案例。（示例）' : '' },
    ));
  }
  await follow(stage);
  await remindReports(by(stage, 'system', { day: -3, at: '09:25' }));
}

async function reportOf(stage: Stage, regionCode: string): Promise<string> {
  const { rows } = await stage.db.execute<{ id: string }>(sql`select id from progress_reports where region_code = ${regionCode} limit 1`);
  return rows[0]!.id;
}
