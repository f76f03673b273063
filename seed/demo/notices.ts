import { sql } from 'drizzle-orm';
import { draftNotice } from '#app/domain/pilot/notices/draft-notice.ts';
import { finaliseNotice } from '#app/domain/pilot/notices/finalise-notice.ts';
import { publishNotice } from '#app/domain/pilot/notices/publish-notice.ts';
import { answerObjection } from '#app/domain/pilot/objections/answer-objection.ts';
import { giveStatement } from '#app/domain/pilot/objections/applicant-acts.ts';
import { askSide } from '#app/domain/pilot/objections/ask-side.ts';
import { actByCode } from '#app/domain/pilot/objections/objector-acts.ts';
import { openBox } from '#app/domain/pilot/objections/open-box.ts';
import { receiveObjection } from '#app/domain/pilot/objections/receive-objection.ts';
import { takeUpObjection } from '#app/domain/pilot/objections/take-up.ts';
import { recommendCommunity } from '#app/domain/pilot/applications/recommend.ts';
import { by, type Stage } from './stage.ts';

/** 公示: drafted one day, published the next morning. */
export async function announceList(stage: Stage, callId: string, nth: string, day: number): Promise<string> {
  const id = await draftNotice(by(stage, 'office', { day: day - 1, at: '15:30' }), {
    callId, title: `关于儿童友好社区建设试点${nth}拟入选名单的公示（示例）`,
    body: '经资料核验和专家评审，拟将下列社区列为儿童友好社区建设试点，现予公示。公示期内，任何单位和个人均可提出异议，实名、匿名均可。名单和内容均为演示用的虚构内容。',
  });
  await publishNotice(by(stage, 'office', { day, at: '09:00' }), id, { starts: 'today' });
  return id;
}

/** 异议: one with a name, heard and answered by somebody who had no part in the list; one without, out of the box, still open. */
export async function object(stage: Stage, noticeId: string, { id: applicationId, officer }: { id: string; officer: string }, day: number): Promise<void> {
  const code = await receiveObjection(by(stage, 'visitor', { day, at: '20:40' }), noticeId, {
    applicationId, kind: 'entry', manner: 'named', name: '钟女士（示例）', contact: '示例电话，不可拨打',
    content: '该社区的儿童之家周末下午经常提前关门，申报里写的开放时间与实际不符，请核实。（示例）',
  });
  const id = await newestObjection(stage, noticeId);
  await receiveObjection(by(stage, 'visitor', { day, at: '22:05' }), noticeId, {
    applicationId: '', manner: 'anonymous', name: '', contact: '', content: '希望公布每个入选社区的评审理由，只看名单看不出为什么选上，也不知道落选的差在哪里。（示例）',
  });
  await openBox(by(stage, 'system', { day: day + 1, at: '07:30' }));
  await takeUpObjection(by(stage, 'office-check', { day: day + 1, at: '09:10' }), id);
  await askSide(by(stage, 'office-check', { day: day + 1, at: '09:20' }), id, { side: 'objector', body: '请告知大致是哪几个周末，方便我们向社区核实。（示例）' });
  await actByCode(by(stage, 'visitor', { day: day + 1, at: '12:15' }), code, 'reply', { body: '上个月的第二、第四个周六下午。（示例）' });
  await askSide(by(stage, 'office-check', { day: day + 1, at: '09:30' }), id, { side: 'applicant', body: '请说明上个月儿童之家周末的开放情况。（示例）' });
  await giveStatement(by(stage, officer, { day: day + 1, at: '11:05' }), applicationId, id, { body: '第二、第四个周六下午消防检修，提前关门，门口贴了说明，次周补开。（示例）' });
  await answerObjection(by(stage, 'office-check', { day: day + 1, at: '16:25' }), id, {
    outcome: 'dismissed', effect: 'none', rule: '批次公告“公示与异议”：异议须有事实依据，经核实不影响入选条件的，名单不变。（示例）',
    findings: '电话和现场核实：上月两个周六因消防检修提前关门，门口张贴了说明，次周补开。（示例）',
    answer: '平时开放时间与申报一致，不影响入选条件，名单不变。已请社区今后提前公告。感谢监督。（示例）', correction: '', title: '', body: '',
  });
}

async function newestObjection(stage: Stage, noticeId: string): Promise<string> {
  const { rows } = await stage.db.execute<{ id: string }>(sql`select id from objections where notice_id = ${noticeId} order by id desc limit 1`);
  return rows[0]!.id;
}

/** 名单确定. */
export async function makeFinal(stage: Stage, noticeId: string, day: number): Promise<void> {
  await finaliseNotice(by(stage, 'office', { day, at: '10:00' }), noticeId);
}

/** 推荐 (问答 7): the social organisation and a neighbour name a community each. */
export async function recommend(stage: Stage, day: number): Promise<void> {
  await recommendCommunity(by(stage, 'dandelion', { day, at: '11:30' }), {
    regionCode: '340111400001', recommender: '叶知秋（示例）', organisation: '合肥市蒲公英儿童社会工作服务中心（示例）', contact: '0551-60000017',
    reason: '琼临居委会连续三年自办暑期儿童之家，家长志愿者有二十多位，缺的只是政府牵头申报。（示例）',
  });
  await recommendCommunity(by(stage, 'visitor', { day: day + 3, at: '21:15' }), {
    regionCode: '340111005004', recommender: '一位家长（示例）', organisation: '', contact: '示例邮箱，不可投递',
    reason: '沁心湖社区的孩子们自己画了上学路地图，居委会照着改了三个路口，值得推荐。（示例）',
  });
}
