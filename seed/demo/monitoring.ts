import { saveDistrictTargets } from '#app/domain/city/city-plans/save-district-targets.ts';
import { handUpReport } from '#app/domain/city/monitoring-reports/hand-up-report.ts';
import { StartReportInput, WriteReportInput } from '#app/domain/city/monitoring-reports/input.ts';
import { saidOf, type Sums, sumsOf } from '#app/domain/city/monitoring-reports/model.ts';
import { publishReport } from '#app/domain/city/monitoring-reports/publish-report.ts';
import { findReport } from '#app/domain/city/monitoring-reports/read.ts';
import { startReport } from '#app/domain/city/monitoring-reports/start-report.ts';
import { writeReport } from '#app/domain/city/monitoring-reports/write-report.ts';
import { monitoringWords } from '#app/i18n/monitoring-reports.ts';
import { by, type Stage } from './stage.ts';

/** How the five hundred families of a target were divided; one share was raised for a district that was ahead. */
const families: Record<string, number> = { '340102': 60, '340103': 60, '340104': 70, '340111': 80, '340121': 50, '340122': 50, '340123': 50, '340124': 40, '340181': 40 };

/** 目标分解 of the demonstration: one target divided exactly, one share of a district of its own. */
export async function divideTargets(stage: Stage, planId: string): Promise<void> {
  const cells = Object.entries(families).map(([regionCode, many]) => ({ regionCode, code: 'A09-2', year: 2025, said: String(many) }));
  await saveDistrictTargets(by(stage, 'hefei', { day: -335 }), planId, { cells: [...cells, { regionCode: '340111', code: 'A08-1', year: 2025, said: '33' }], reason: '', version: 0 });
  await saveDistrictTargets(by(stage, 'hefei', { day: -320 }), planId, { cells: [{ regionCode: '340111', code: 'A08-1', year: 2025, said: '32' }], reason: '市政府专题会议调整（示例）', version: 1 });
}

/** 监测报告 of the demonstration: one year and the end, both published by a second person; one year is being written. */
export async function reportOnPlan(stage: Stage, planId: string): Promise<void> {
  const yearly = { problemsZh: '个别指标没有报来数，眼保健覆盖率偏慢。（示例）', problemsEn: 'Some figures were not reported; eye checks were slow. (invented)', nextZh: '催报缺的数，盯住落后的指标。（示例）', nextEn: 'Ask for what is missing; watch what is behind. (invented)' };
  const closing = { summaryZh: '三年期满。托育、梦想小屋、关爱之家等目标达到；眼保健、“四有”达标率、实践基地和暑托班差一点。（示例）', summaryEn: 'The three years are over. Childcare, dream rooms and Homes of Care reached their targets; eye checks, the four things, practice bases and summer classes fell a little short. (invented)', workZh: '十六项行动各有牵头部门，任务大多办成。（示例）', workEn: 'Each of the sixteen actions had a leading department; most tasks were done. (invented)', nextZh: '没有达到的目标转入下一期计划。（示例）', nextEn: 'Targets that were not reached go on in the next plan. (invented)' };
  await publish(stage, planId, { kind: 'yearly', year: '2024' }, (sums) => ({ ...howItStands(sums), ...yearly }), -240);
  await publish(stage, planId, { kind: 'closing', year: '2025' }, () => closing, -190);
  await startReport(by(stage, 'hefei', { day: -10 }), planId, StartReportInput.parse({ kind: 'yearly', year: '2025' }));
}

/** 总体情况 as the figures of the report have it. */
function howItStands(sums: Sums): { summaryZh: string; summaryEn: string } {
  const [zh, en] = (['zh-CN', 'en'] as const).map((locale) => saidOf(sums).map(([name, many]) => (locale === 'en' ? `${many} ${monitoringWords.en.sums[name].toLowerCase()}` : `${monitoringWords[locale].sums[name]} ${many} 项`)).join(locale === 'en' ? ', ' : '，'));
  return { summaryZh: `2024 年十六项行动继续推进。有目标的数字指标 ${sums.asked} 项：${zh}。（示例）`, summaryEn: `In 2024 the sixteen actions went on. Of ${sums.asked} numeric targets: ${en}. (invented)` };
}

async function publish(stage: Stage, planId: string, asked: object, said: (sums: Sums) => object, day: number): Promise<void> {
  const ctx = by(stage, 'hefei', { day });
  const id = await startReport(ctx, planId, StartReportInput.parse(asked));
  await writeReport(ctx, id, WriteReportInput.parse({ saved: '1', ...said(sumsOf((await findReport(ctx, id)).content)) }));
  await handUpReport(ctx, id, 2);
  await publishReport(by(stage, 'office', { day: day + 4 }), id, 3);
}
