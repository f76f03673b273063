import { closeIncident } from '#app/domain/children/incidents/close.ts';
import { noteAuthority, noteMeasure } from '#app/domain/children/incidents/contain.ts';
import { getIncident } from '#app/domain/children/incidents/read.ts';
import { reportIncident } from '#app/domain/children/incidents/report-incident.ts';
import { setHours } from '#app/domain/children/incidents/set-hours.ts';
import { noteLetters, tellFamilies, tellNobody } from '#app/domain/children/incidents/tell-families.ts';
import { workOut } from '#app/domain/children/incidents/work-out.ts';
import { findChildByNumber } from '#app/domain/children/identity/find-affected.ts';
import { liftHold, placeHold } from '#app/domain/children/retention/hold.ts';
import { getSchedule } from '#app/domain/children/retention/read.ts';
import { setPeriod } from '#app/domain/children/retention/schedule.ts';
import type { Db } from '#app/db/db.server.ts';
import { as, binhu, today } from '#tests/world.ts';
import type { Deed } from './deeds.ts';

const deed = (right: Deed['right'], run: Deed['run']): Deed => ({ name: '', right, run });
const why = '隔壁来的人想改一改这里的事';
const notice = { kinds: why, cause: why, harm: why, measures: why, advice: why, contact: why, child: [why, why] };

/** 那边留存的和那边出的事, with the secret word. */
export async function keptThere(db: Db, secret: string) {
  const officer = as(db, 'government-officer', binhu);
  return {
    hold: await placeHold(officer, { regionCode: binhu, kind: 'class', recordClass: 'complaints', subjectId: null, ground: 'audit', reason: secret, days: 30 }),
    incident: await reportIncident(officer, { regionCode: binhu, kind: 'leak', isPossible: true, what: secret, cause: secret, touched: secret, dataKinds: ['name'], foundAt: today, foundByName: secret }),
  };
}

/** 保存期限与安全事件 under their verbs. */
export const retentionDeeds = {
  'retention.keep': [
    deed('hold', (ctx, id) => liftHold(ctx, { id, reason: why })), deed('hold', (ctx) => getSchedule(ctx, binhu)),
    deed('hold', (ctx) => placeHold(ctx, { regionCode: binhu, kind: 'class', recordClass: 'works', subjectId: null, ground: 'audit', reason: why, days: 5 })),
    deed('hold', (ctx) => setPeriod(ctx, { regionCode: binhu, recordClass: 'works', amount: 6, reason: why })), deed('child', (ctx, id) => findChildByNumber(ctx, binhu, id)),
  ],
  'incident.report': [deed('incident', (ctx) => reportIncident(ctx, { regionCode: binhu, kind: 'leak', isPossible: true, what: why, cause: why, touched: why, dataKinds: ['name'], foundAt: today, foundByName: why }))],
  'incident.handle': [
    deed('incident', getIncident), deed('incident', (ctx, id) => noteMeasure(ctx, id, { what: why, takenAt: today })), deed('incident', (ctx, id) => noteAuthority(ctx, id, { authority: why, number: '', reportedAt: today })),
    deed('incident', (ctx, id) => workOut(ctx, id, { kind: 'region', regionCode: binhu, reason: why })), deed('incident', (ctx, id) => tellFamilies(ctx, id, notice)), deed('incident', (ctx, id) => tellNobody(ctx, id, why)),
    deed('incident', (ctx, id) => noteLetters(ctx, id, [])), deed('incident', (ctx, id) => closeIncident(ctx, id, why)), deed('incident', (ctx) => setHours(ctx, { regionCode: binhu, authorityHours: 2, tellHours: 24 })),
  ],
} satisfies Record<string, Deed[]>;
