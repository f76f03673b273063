import { decidePrizes } from '#app/domain/children/solicitations/decide.ts';
import { enterPaperWork } from '#app/domain/children/solicitations/hand-in.ts';
import { inviteJuror, removeJuror } from '#app/domain/children/solicitations/jury.ts';
import { endLicence, licenseWork } from '#app/domain/children/solicitations/licence.ts';
import { printCertificate } from '#app/domain/children/solicitations/print-certificate.ts';
import { getSolicitation, listSolicitations } from '#app/domain/children/solicitations/read.ts';
import { callOffSolicitation, publishSolicitation, saveSolicitation, startSolicitation } from '#app/domain/children/solicitations/write-solicitation.ts';
import { aSolicitation, onDay, solicitationInput, work } from '#tests/solicitations.ts';
import type { Db } from '#app/db/db.server.ts';
import { as, binhu } from '#tests/world.ts';
import type { Deed } from './deeds.ts';

const deed = (right: Deed['right'], run: Deed['run']): Deed => ({ name: '', right, run });
const why = '隔壁来的人想改一改';

/** 那边的征集 with a work on paper and a juror, all with the secret word. */
export async function aSolicitationThere(db: Db, secret: string) {
  const solicitation = await aSolicitation(db, { title: secret });
  const paper = await enterPaperWork(as(db, 'community-worker', binhu, onDay('2026-09-02')), solicitation, { ...work(secret), layer: 'primary' });
  await inviteJuror(as(db, 'community-worker', binhu), solicitation, { name: secret, role: secret });
  return { solicitation, work: paper.id };
}

/** 征集的事 under their verbs. */
export const solicitationDeeds = {
  'solicitation.edit': [
    deed('solicitation', (ctx) => startSolicitation(ctx, binhu, solicitationInput())), deed('solicitation', getSolicitation), deed('solicitation', (ctx) => listSolicitations(ctx, binhu)), deed('solicitation', publishSolicitation),
    deed('solicitation', (ctx, id) => saveSolicitation(ctx, id, 1, solicitationInput())), deed('solicitation', (ctx, id) => enterPaperWork(ctx, id, { ...work(why), layer: 'teen' })), deed('solicitation', (ctx, id) => inviteJuror(ctx, id, { name: why, role: why })),
    deed('solicitation', (ctx, id, there) => licenseWork(ctx, id, there.work)), deed('solicitation', (ctx, id, there) => endLicence(ctx, id, there.work)), deed('solicitation', (ctx, id, there) => printCertificate(ctx, id, there.work)),
    deed('work', (ctx, id, there) => removeJuror(ctx, there.solicitation, id, why)),
  ],
  'solicitation.decide': [deed('solicitation', (ctx, id) => decidePrizes(ctx, id, new Map(), why)), deed('solicitation', (ctx, id) => callOffSolicitation(ctx, id, why))],
} satisfies Record<string, Deed[]>;
