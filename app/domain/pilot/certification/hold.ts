import { and, eq, ne } from 'drizzle-orm';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import type { Change } from '#app/platform/change.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { certificateMeasures, certificates } from './tables.server.ts';

/** 锁住证书 until the change is over, with the code of the government that applied for it. */
export async function holdCertificate(tx: Change, id: string) {
  const [row] = isId(id)
    ? await tx.db
        .select({ certificate: certificates, applicantCode: applications.applicantCode })
        .from(certificates)
        .innerJoin(applications, eq(applications.id, certificates.applicationId))
        .where(eq(certificates.id, id))
        .for('update', { of: certificates })
    : [];
  if (!row) throw new Refusal('certificate-not-found', 404);
  return { ...row.certificate, applicantCode: row.applicantCode };
}

/** 锁住处置 with its certificate, in the same order as everything else does. */
export async function holdMeasure(tx: Change, id: string) {
  const [known] = isId(id) ? await tx.db.select({ certificateId: certificateMeasures.certificateId }).from(certificateMeasures).where(eq(certificateMeasures.id, id)) : [];
  if (!known) throw new Refusal('measure-not-found', 404);
  const certificate = await holdCertificate(tx, known.certificateId);
  const [measure] = await tx.db.select().from(certificateMeasures).where(eq(certificateMeasures.id, id)).for('update');
  return { certificate, measure: measure! };
}

/** 正在办理的处置 of a certificate, if there is one. */
export async function openMeasureOf(tx: Change, certificateId: string) {
  const [row] = await tx.db.select().from(certificateMeasures).where(and(eq(certificateMeasures.certificateId, certificateId), ne(certificateMeasures.state, 'decided')));
  return row;
}
