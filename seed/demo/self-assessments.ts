import { evidenceFor } from '#app/domain/base/evidence/offers.ts';
import type { Level } from '#app/domain/base/rule-results/model.ts';
import { rulesOf, type PlacedRule } from '#app/domain/base/standard/model.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { citeForRule } from '#app/domain/pilot/self-assessment/cite-evidence.ts';
import { confirmCopied, copyForward } from '#app/domain/pilot/self-assessment/copy-forward.ts';
import { delegateSection } from '#app/domain/pilot/self-assessment/delegate.ts';
import type { Cell } from '#app/domain/pilot/self-assessment/input.ts';
import { saveCells } from '#app/domain/pilot/self-assessment/save-cells.ts';
import { startAssessment } from '#app/domain/pilot/self-assessment/start-assessment.ts';
import { submitAssessment } from '#app/domain/pilot/self-assessment/submit.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { binhu } from './places.ts';
import { by, dayOf, type Stage } from './stage.ts';

/** 已认证的社区 of the story, in Nanjing. */
const certified = '320102008001';

const how: Record<string, readonly string[]> = {
  A: ['街道发文明确了负责人和承办科室，分工上墙。（示例）', '联席会今年开了两次，有签到和纪要。（示例）', '写进了社区年度计划，经费单列。（示例）'],
  B: ['儿童节和世界儿童日办了主题活动，宣传栏每月更新。（示例）', '与小学、幼儿园签了联动约定，各有联系人。（示例）', '剪纸和方言童谣课由老人和孩子一起上。（示例）'],
  C: ['儿童之家分了幼儿区和学龄区，开放时间贴在门口。（示例）', '游戏场每月巡查一次，维修有记录。（示例）', '上学路口装了缓冲带，家长志愿者轮值。（示例）'],
  D: ['课后托管每周五天，寒暑假加开两期。（示例）', '与妇幼保健站约定上门指导，名单按月核对。（示例）', '困境儿童由社工按季度走访，只留次数不留姓名。（示例）'],
  E: ['志愿者签了准入协议，入职前查询过。（示例）', '今年培训三场，人均十小时，有签到。（示例）', '儿童主任专人专岗，工作满两年。（示例）'],
};
const short: Record<string, string> = {
  A: '制度有了，但是没有按时公布。（示例）', B: '做过一次，还没有形成每年的安排。（示例）', C: '场地够了，适合婴幼儿的设施还少。（示例）', D: '周末时段还没有覆盖。（示例）', E: '培训时长还差两个小时。（示例）',
};

/** 引用的佐证: which piece of Binhu's serves which rule, by words of its title. */
const proofs: Record<string, string> = {
  'A1.1': '工作专班成立文件', 'A1.3': '社区儿童主任人数', 'A2.1': '建设三年计划', 'A3.1': '儿童议事会章程', 'C2.1': '室内儿童空间面积', 'C2.5': '儿童场所消防检查记录', 'C4.1': '上学路口的减速带',
};

/** 怎么答: the same every time; `skill` is how many of ten rules are met. */
function said(rule: PlacedRule, place: number, skill: number): { level: Level; reason: string } {
  const dice = (place * 7 + rule.id.length * 3) % 10;
  const level: Level = dice < skill ? 'met' : dice < skill + 2 ? 'partly' : rule.kind === 'may' ? 'not-applicable' : 'not-met';
  const section = rule.section.id;
  if (level === 'met') return { level, reason: how[section]![place % 3]! };
  return { level, reason: level === 'partly' ? short[section]! : level === 'not-applicable' ? '辖区内没有这样的单位。（示例）' : '' };
}

const cellsFor = (rules: readonly PlacedRule[], skill: number): Cell[] =>
  rules.flatMap((rule, place): Cell[] => {
    const { level, reason } = said(rule, place, skill);
    const cell = { ruleId: rule.id, bases: [0] };
    return [{ ...cell, field: 'level', value: level }, ...(reason ? [{ ...cell, field: 'reason' as const, value: reason }] : [])];
  });

/** 自评: Binhu's last year handed in and this year's under way by two people; the certified community's two years. In January people are still at the year that has ended. */
export async function assessThemselves(stage: Stage): Promise<void> {
  const rules = rulesOf(await currentEdition(by(stage, 'visitor', { day: 0 })));
  const year = Number(dayOf(stage, -34).slice(0, 4));
  const last = { regionCode: binhu, year: year - 1 };
  await wholeYear(by(stage, 'binhu', { day: -330 }), last, rules, 5);
  await wholeYear(by(stage, 'hongshan', { day: -328 }), { regionCode: certified, year: year - 1 }, rules, 6);
  await wholeYear(by(stage, 'hongshan', { day: -34 }), { regionCode: certified, year }, rules, 8);
  await underWay(stage, { regionCode: binhu, year }, rules);
}

async function wholeYear(ctx: Ctx, which: { regionCode: string; year: number }, rules: readonly PlacedRule[], skill: number): Promise<void> {
  await startAssessment(ctx, which.regionCode, { year: which.year });
  await saveCells(ctx, which, { cells: cellsFor(rules, skill) });
  await submitAssessment(ctx, which);
}

/** 今年填到一半: copied from last year, the first section confirmed, one section given to the worker, some rules bettered. */
async function underWay(stage: Stage, which: { regionCode: string; year: number }, rules: readonly PlacedRule[]): Promise<void> {
  const officer = by(stage, 'binhu', { day: -9, at: '10:10' });
  const worker = by(stage, 'binhu-worker', { day: -4, at: '15:40' });
  await startAssessment(officer, which.regionCode, { year: which.year });
  await copyForward(officer, which, which.year - 1);
  await confirmCopied(officer, which, rules.filter(({ section }) => section.id === 'A').map(({ id }) => id));
  await delegateSection(officer, which, { sectionId: 'C', toUser: worker.actor.id, note: '空间这部分请你填，游戏场的巡查记录在你那里。（示例）' });
  const better = rules.filter(({ section }, place) => section.id === 'C' && place % 3 === 0);
  await saveCells(worker, which, { cells: better.map(({ id }) => ({ ruleId: id, field: 'level', value: 'met', bases: [1] })) });
  for (const [ruleId, words] of Object.entries(proofs)) {
    const [offer] = await evidenceFor(worker, which.regionCode, { ruleId, words, limit: 1 });
    if (offer) await citeForRule(worker, which, { ruleId, evidenceId: offer.id });
  }
}
