import { demoPassword } from '#app/domain/base/accounts/model.ts';
import { markRead } from '#app/domain/base/inbox/mark-read.ts';
import { noteContact } from '#app/domain/base/notifications/note-contact.ts';
import { createPerson } from '#app/domain/base/accounts/create-person.ts';
import { type ExpertField } from '#app/domain/pilot/review/model.ts';
import { registerExpert } from '#app/domain/pilot/review/register-expert.ts';
import { people } from './accounts.ts';
import { by, know, type Stage } from './stage.ts';

const experts: Record<string, { fields: ExpertField[]; regionCode: string; organisationName: string }> = {
  expert: { fields: ['community-building', 'social-work'], regionCode: '310104', organisationName: '东岸社区营造研究中心（示例）' },
  'expert-rights': { fields: ['childrens-rights'], regionCode: '110105', organisationName: '北辰儿童权利研究所（示例）' },
  'expert-education': { fields: ['education'], regionCode: '420106', organisationName: '江汉师范学院学前教育系（示例）' },
  'expert-planning': { fields: ['planning-design'], regionCode: '320102', organisationName: '金陵城乡规划设计院（示例）' },
  'expert-policy': { fields: ['policy', 'childrens-rights'], regionCode: '440304', organisationName: '南方公共政策研究院（示例）' },
  'expert-social': { fields: ['social-work', 'education'], regionCode: '510107', organisationName: '蓉城社会工作协会（示例）' },
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
  }
}

/** 看过消息: by then everybody has read what came before. */
export async function readMessages(stage: Stage, day: number): Promise<void> {
  for (const { username, isShown } of people) if (isShown) await markRead(by(stage, username, { day, at: '08:50' }), 'all');
}
