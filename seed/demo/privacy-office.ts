import { closeIncident } from '#app/domain/children/incidents/close.ts';
import { noteAuthority, noteMeasure } from '#app/domain/children/incidents/contain.ts';
import { reportIncident } from '#app/domain/children/incidents/report-incident.ts';
import { tellFamilies, tellNobody } from '#app/domain/children/incidents/tell-families.ts';
import { workOut } from '#app/domain/children/incidents/work-out.ts';
import { issueCode } from '#app/domain/children/identity/issue-code.ts';
import { placeHold } from '#app/domain/children/retention/hold.ts';
import { setPeriod } from '#app/domain/children/retention/schedule.ts';
import { expireAll, tryExpiries } from '#app/jobs/expire.ts';
import { by, dayOf, type Stage } from './stage.ts';

const binhu = '340111400';

/** 保存期限: a region keeps its own for shorter, something is held by law, a night has passed and left its certificate. */
export async function keepInOrder(stage: Stage): Promise<void> {
  await setPeriod(by(stage, 'binhu', { day: -30 }), { regionCode: binhu, recordClass: 'class-codes', amount: 90, reason: '班级码只用一个学期（示例）' });
  const past = (day: number) => ({ layer: 'primary' as const, label: '上学期三（2）班（示例）', validFrom: dayOf(stage, day), validTo: dayOf(stage, day + 60), mostUses: undefined });
  for (const day of [-330, -310, -151]) await issueCode(by(stage, 'binhu-worker', { day }), binhu, past(day));
  await placeHold(by(stage, 'baohe', { day: -20 }), { regionCode: '340111', kind: 'class', recordClass: 'hazard-reports', subjectId: null, ground: 'audit', reason: '区审计局专项审计，文号示〔2026〕9 号（示例）', days: 90 });
  await expireAll(by(stage, 'system', { day: -1, at: '01:30' }));
  await tryExpiries(by(stage, 'office', { day: 0, at: '09:00' }));
}

const notice = {
  kinds: '孩子的姓名、监护人的手机号。（示例）', cause: '社区的登记表照片被误发到一个业主群，二十分钟后撤回。（示例）', harm: '可能有人冒充社区打电话。（示例）', measures: '已撤回照片、请群主确认无人转存、停用发照片的账号。（示例）',
  advice: '不要相信自称社区的陌生来电；有疑问打下面的电话核实。（示例）', contact: '滨湖世纪社区 0551-00000000（示例）', child: ['有人看到了你的名字。', '陌生人找你，先告诉家长。', '不是你的错。'],
};

/** 安全事件: one that is being handled, whose families were told but for a letter; one that turned out well and is closed. */
export async function meetIncidents(stage: Stage): Promise<void> {
  const at = (day: number, hour: `${number}:${number}`) => by(stage, 'binhu-worker', { day, at: hour });
  const report = { regionCode: binhu, isPossible: false, foundByName: '陈小溪（示例）' };
  const photo = await reportIncident(at(-6, '10:20'), { ...report, kind: 'leak', what: '登记表的照片误发到业主群，二十分钟后撤回（示例）', cause: '工作群和业主群名字相近（示例）', touched: '登记表一张，三名孩子（示例）', dataKinds: ['name', 'guardian'], foundAt: at(-6, '10:05').now });
  const officer = (hour: `${number}:${number}`) => by(stage, 'binhu', { day: -6, at: hour });
  await noteMeasure(officer('10:40'), photo, { what: '撤回照片，请群主确认无人转存，停用发照片的账号（示例）', takenAt: officer('10:30').now });
  await workOut(officer('10:50'), photo, { kind: 'region', regionCode: binhu, reason: '登记表上是本社区登记的孩子（示例）' });
  await noteAuthority(officer('11:30'), photo, { authority: '包河区网信办（示例）', number: '示 2026-06', reportedAt: officer('11:20').now });
  await tellFamilies(officer('14:00'), photo, notice);

  const tablet = await reportIncident(at(-60, '16:10'), { ...report, kind: 'loss', isPossible: true, what: '走访用的平板丢在公交车上，当天找回（示例）', cause: '下车时遗忘（示例）', touched: '没有打开过的走访草稿（示例）', dataKinds: ['places'], foundAt: at(-60, '15:50').now });
  const later = (hour: `${number}:${number}`) => by(stage, 'baohe', { day: -60, at: hour });
  await noteMeasure(later('16:30'), tablet, { what: '远程锁定，公交公司找回，核对没有打开记录（示例）', takenAt: later('16:25').now });
  await noteAuthority(later('17:00'), tablet, { authority: '包河区网信办（示例）', number: '', reportedAt: later('16:55').now });
  await tellNobody(later('17:10'), tablet, '平板全盘加密、已远程锁定，找回后核对没有人打开过，不会造成危害。（示例）');
  await closeIncident(by(stage, 'baohe', { day: -58 }), tablet, '平板一律系绳、锁屏三分钟；走访前后清点。（示例）');
}
