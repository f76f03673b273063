import { grantRole } from '#app/domain/base/accounts/grant-role.ts';
import { makeSystemToken } from '#app/domain/base/interfaces/make-token.ts';
import { pauseWebhook } from '#app/domain/base/interfaces/keep-webhook.ts';
import { makeWebhook } from '#app/domain/base/interfaces/make-webhook.ts';
import { registerSystem } from '#app/domain/base/interfaces/register-system.ts';
import { by, type Stage } from './stage.ts';

/** 接入系统: one province's platform with a token nobody keeps, and a webhook that is paused, since its receiver is invented. */
export async function connectSystems(stage: Stage, day: number): Promise<void> {
  const admin = by(stage, 'sysadmin', { day });
  const id = await registerSystem(admin, { name: '安徽省政务平台（示例）', purpose: '汇总全省试点申报进度，供省级协调使用（示例）', contact: '省级平台运维 0551-60000100（示例）', regionCode: '34' });
  await grantRole(by(stage, 'secadmin', { day, at: '11:00' }), id, { role: 'government-officer', regionCode: '34' });
  await makeSystemToken(admin, id, { name: '进度同步', verbs: ['application.read', 'organisation.list'], regionCode: '34', organisationId: undefined, days: 365, perMinute: 600 });
  const { id: webhookId } = await makeWebhook(admin, { name: '省级平台进度通知（示例）', url: 'https://hooks.example.cn/tongyou', events: ['application.submitted', 'application.returned', 'application.accepted'], regionCode: '34' });
  await pauseWebhook(by(stage, 'sysadmin', { day, at: '16:00' }), webhookId);
}
