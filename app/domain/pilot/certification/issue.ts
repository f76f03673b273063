import { and, eq, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change, type Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { type Outcome, oneByOne } from '#app/platform/one-by-one.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { levelOn } from './award-levels.ts';
import { type Entry, entryOf, noticeFor } from './candidates.ts';
import type { IssueInput } from './input.ts';
import { lastDayOf, type Level, type LevelContent } from './model.ts';
import { standingCertificate } from './standing.ts';
import { certificates } from './tables.server.ts';
import { replaceOld, writeCertificate } from './write-certificate.ts';

/** 签发证书 for entries of a final notice, row by row, each a change of its own; what was issued before is refused and stays as it is. */
export async function issueCertificates(ctx: Ctx, noticeId: string, { ids, level, grades }: IssueInput): Promise<Outcome[]> {
  if (ids.length === 0) throw new Refusal('certificates-none-chosen', 400);
  return oneByOne(ids, (applicationId) => issueCertificate(ctx, noticeId, applicationId, level, grades[applicationId] || null));
}

/** 签发一份. The lower certificate of the same community that it builds on is replaced by it. */
export function issueCertificate(ctx: Ctx, noticeId: string, applicationId: string, level: Level, grade: string | null): Promise<{ id: string; number: string }> {
  return change(ctx, async (tx) => {
    const notice = await noticeFor(tx, noticeId);
    allow(tx, 'certificate.issue', notice);
    if (notice.state !== 'final') throw new Refusal('notice-not-final');
    const entry = await entryOf(tx, noticeId, applicationId);
    if (!entry) throw new Refusal('entry-not-found', 404);
    if (entry.state !== 'standing') throw new Refusal('certificate-entry-removed');
    const today = beijingDay(tx.now);
    const setting = await levelOn(tx, level, today);
    refuseGrade(setting, grade);
    await refuseTwice(tx, applicationId, level);
    const lower = setting.requires ? await standingCertificate(tx, entry.regionCode, setting.requires, today) : undefined;
    if (setting.requires && !lower) throw new Refusal('certificate-lower-missing');
    const made = await writeCertificate(tx, {
      applicationId, noticeId, regionCode: entry.regionCode, level, grade, issuedOn: today, validUntil: lastDayOf(today, setting.validMonths),
      replacesId: lower?.id ?? null, content: contentOf(entry, notice, setting, grade),
    });
    if (lower) await replaceOld(tx, lower, made.number, 'raised');
    return made;
  });
}

function refuseGrade({ grades }: LevelContent, grade: string | null): void {
  const isFitting = grades.length === 0 ? grade === null : grades.some(({ id }) => id === grade);
  if (!isFitting) throw new Refusal('certificate-grade', 400);
}

/** One application earns one certificate of a level, also when that was taken away later; asked at once by two, one waits for the other. */
async function refuseTwice(tx: Change, applicationId: string, level: Level): Promise<void> {
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`certificate ${applicationId} ${level}`}))`);
  const known = await tx.db.select({ id: certificates.id }).from(certificates).where(and(eq(certificates.applicationId, applicationId), eq(certificates.level, level))).limit(1);
  if (known.length > 0) throw new Refusal('certificate-exists');
}

function contentOf(entry: Entry, notice: { id: string; title: string; callTitle: string; callTitleEn: string }, setting: LevelContent, grade: string | null) {
  const found = setting.grades.find(({ id }) => id === grade);
  return {
    unit: entry.unit, place: entry.place, applicant: entry.applicant, level: setting.name, about: setting.about, needs: setting.needs,
    grade: found ? { zh: found.zh, en: found.en } : null,
    call: { zh: notice.callTitle, en: notice.callTitleEn || notice.callTitle }, notice: { id: notice.id, title: notice.title },
  };
}
