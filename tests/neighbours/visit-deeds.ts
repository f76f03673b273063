import { assignVisitExpert } from '#app/domain/pilot/visits/assign-expert.ts';
import { attachmentAtDesk, attachmentOfCommunity } from '#app/domain/pilot/visits/open-attachment.ts';
import { callOffVisit, rescheduleVisit } from '#app/domain/pilot/visits/call-off.ts';
import { concludeVisit } from '#app/domain/pilot/visits/conclude.ts';
import { drawVisitSample } from '#app/domain/pilot/visits/draw-sample.ts';
import { planVisits } from '#app/domain/pilot/visits/plan-visits.ts';
import { receiveAttachment } from '#app/domain/pilot/visits/attachments.ts';
import { registerDevice, revokeDevice } from '#app/domain/pilot/visits/devices.ts';
import { reportAtDesk } from '#app/domain/pilot/visits/report-document.ts';
import { sampleAtDesk } from '#app/domain/pilot/visits/sample-at-desk.ts';
import { settleField } from '#app/domain/pilot/visits/settle.ts';
import { signForCommunity } from '#app/domain/pilot/visits/sign.ts';
import { syncVisit } from '#app/domain/pilot/visits/sync.ts';
import { takeVisit } from '#app/domain/pilot/visits/take.ts';
import { visitAtDesk } from '#app/domain/pilot/visits/at-desk.ts';
import { visitOfCommunity, visitsOfCommunity } from '#app/domain/pilot/visits/for-community.ts';
import { baohe } from '#tests/world.ts';
import type { Deed } from './deeds.ts';

const deed = (right: Deed['right'], run: Deed['run']): Deed => ({ name: '', right, run });
const why = '隔壁来的人想改一改';

/** 到访的事 under the verbs of visits. */
export const visitDeeds = {
  'visit.plan': [
    deed('visit', visitAtDesk), deed('visit', (ctx, id) => callOffVisit(ctx, id, { reason: why })), deed('visit', (ctx, id) => rescheduleVisit(ctx, id, { fromOn: '2026-09-11', toOn: '2026-09-11', agenda: '', purpose: why })),
    deed('visit', (ctx, id) => assignVisitExpert(ctx, id, { slot: 'second-expert', expertId: '' })), deed('visitSample', sampleAtDesk), deed('device', (ctx, id) => revokeDevice(ctx, { deviceId: id, reason: why })),
    deed('visit', (ctx, _, there) => planVisits(ctx, { codes: ['340111002'], notice: 'announced', fromOn: '2026-09-10', toOn: '2026-09-10', expert: there.expert })), deed('visitSample', (ctx) => drawVisitSample(ctx, { region: baohe, size: 1, seed: why, codes: [] })),
    deed('visit', (ctx, id) => reportAtDesk(ctx, id, 'docx')), deed('visit', (ctx, id) => attachmentAtDesk(ctx, id, 'a'.repeat(64))),
  ],
  'visit.conclude': [deed('visit', (ctx, id) => concludeVisit(ctx, id, { note: why }))],
  'visit.carry-out': [
    deed('visit', (ctx, id, there) => takeVisit(ctx, id, there.device)), deed('visit', (ctx, id, there) => syncVisit(ctx, id, { deviceId: there.device, clockAt: '2026-09-01T02:00:00Z', fields: [], attachments: [], remaining: 0 })),
    deed('visit', (ctx, id) => settleField(ctx, id, { path: 'level:A1.1', revision: 1, keep: 'both' })), deed('visit', (ctx, id) => receiveAttachment(ctx, id, 'a'.repeat(64), Buffer.from(why))), deed('device', (ctx, _, there) => registerDevice(ctx, { deviceId: there.device, name: why })),
  ],
  'visit.sign': [
    deed('visit', (ctx, id) => signForCommunity(ctx, id, { name: why, role: '', contentHash: 'a'.repeat(64), agrees: true, refusal: '' })), deed('visit', (ctx, id) => visitOfCommunity(ctx, '340111001', id)),
    deed('visit', (ctx, id) => attachmentOfCommunity(ctx, '340111001', id, 'a'.repeat(64))), deed('visit', (ctx) => visitsOfCommunity(ctx, '340111001')),
  ],
};
