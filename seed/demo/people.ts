import { demoPassword } from '#app/domain/base/accounts/model.ts';
import { markRead } from '#app/domain/base/inbox/mark-read.ts';
import { noteContact } from '#app/domain/base/notifications/note-contact.ts';
import { createPerson } from '#app/domain/base/accounts/create-person.ts';
import type { ExpertField } from '#app/domain/pilot/experts/model.ts';
import { declareTie } from '#app/domain/pilot/conflicts/declare-tie.ts';
import { recordTie } from '#app/domain/pilot/conflicts/record-tie.ts';
import { sayAway } from '#app/domain/pilot/experts/away.ts';
import { recordTraining } from '#app/domain/pilot/experts/record-training.ts';
import { registerExpert } from '#app/domain/pilot/experts/register-expert.ts';
import { setTerm } from '#app/domain/pilot/experts/set-term.ts';
import { signAgreement } from '#app/domain/pilot/experts/sign-agreement.ts';
import { verifyExpert } from '#app/domain/pilot/experts/verify-expert.ts';
import { daysBetween } from '#app/platform/dates.ts';
import { people } from './accounts.ts';
import { agreementWords } from '#app/i18n/agreement.ts';
import { by, dayOf, know, type Stage } from './stage.ts';

const experts: Record<string, { fields: ExpertField[]; regionCode: string; organisationName: string }> = {
  expert: { fields: ['community-building', 'social-work'], regionCode: '310104', organisationName: '东岸社区营造研究中心（示例）' },
  'expert-rights': { fields: ['childrens-rights'], regionCode: '110105', organisationName: '北辰儿童权利研究所（示例）' },
  'expert-education': { fields: ['education'], regionCode: '420106', organisationName: '江汉师范学院学前教育系（示例）' },
  'expert-planning': { fields: ['planning-design'], regionCode: '320102', organisationName: '金陵城乡规划设计院（示例）' },
  'expert-policy': { fields: ['policy', 'childrens-rights'], regionCode: '440304', organisationName: '南方公共政策研究院（示例）' },
  'expert-social': { fields: ['social-work', 'education'], regionCode: '510107', organisationName: '蓉城社会工作协会（示例）' },
  'expert-rural': { fields: ['community-building', 'planning-design'], regionCode: '530102', organisationName: '滇池乡村建设学院（示例）' },
  'expert-law': { fields: ['childrens-rights', 'policy'], regionCode: '210102', organisationName: '北国未成年人法律援助中心（示例）' },
  'expert-early': { fields: ['education', 'social-work'], regionCode: '620102', organisationName: '陇上早期教育研究会（示例）' },
  'expert-space': { fields: ['planning-design', 'community-building'], regionCode: '350102', organisationName: '闽江儿童空间工作室（示例）' },
};

/** 建立人物: everybody with one role; a password for those whom visitors of the demonstration play. */
export async function makePeople(stage: Stage, day: number): Promise<void> {
  const ctx = by(stage, 'system', { day });
  for (const { username, name, role, region, isShown } of people) {
    const grants = [{ role, regionCode: region }];
    const id = await createPerson(ctx, { name, username, grants, ...(isShown ? { password: demoPassword } : {}) });
    know(stage, username, id, name, [{ role, regionCode: region, organisationId: null }]);
    if (isShown) await noteContact(ctx, id, { channel: 'email', address: `${username}@example.cn` });
  }
  for (const [account, expert] of Object.entries(experts)) {
    await registerExpert(by(stage, 'office', { day, at: '15:00' }), { account, ...expert });
    await engage(stage, account, day);
  }
  await keepApart(stage, day);
}

/** 聘任: verified and trained, and an agreement signed for every year of the story. */
async function engage(stage: Stage, account: string, day: number): Promise<void> {
  const { id, name } = by(stage, account, { day }).actor;
  const office = by(stage, 'office', { day, at: '15:30' });
  await verifyExpert(office, id);
  await setTerm(office, id, { termFrom: dayOf(stage, day), termUntil: dayOf(stage, day + 3 * 365), maxLoad: 12 });
  await recordTraining(office, id, { trainedOn: dayOf(stage, day), training: '评审专家线上培训：规范、评分与回避（示例）' });
  const [first, last] = [dayOf(stage, day), stage.today].map((one) => Number(one.slice(0, 4))) as [number, number];
  for (let year = first; year <= last; year += 1) {
    const signedOn = year === first ? day : daysBetween(stage.today, `${year}-01-01`);
    await signAgreement(by(stage, account, { day: signedOn, at: '16:00' }), { version: agreementWords['zh-CN'].version, name });
  }
}

/** 回避与请假 that experts and the office have told beforehand. */
async function keepApart(stage: Stage, day: number): Promise<void> {
  const at = { day: day + 1, at: '10:00' } as const;
  await declareTie(by(stage, 'expert-policy', at), { kind: 'trained-or-consulted', regionCode: '440306', organisationName: '', reason: '为该区多个街道做过付费培训（示例）' });
  await recordTie(by(stage, 'office', at), by(stage, 'expert-education', at).actor.id, { kind: 'sponsor-tie', regionCode: '', organisationName: '晨光公益基金会（示例）', reason: '担任该基金会顾问，基金会赞助多个社区（示例）' });
  await sayAway(by(stage, 'expert-space', { day: -1, at: '18:30' }), { fromOn: dayOf(stage, 5), untilOn: dayOf(stage, 12), note: '外出授课（示例）' });
}

/** 看过消息: by then everybody has read what came before. */
export async function readMessages(stage: Stage, day: number): Promise<void> {
  for (const { username, isShown } of people) if (isShown) await markRead(by(stage, username, { day, at: '08:50' }), 'all');
}
