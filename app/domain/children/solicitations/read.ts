import { and, asc, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isFeaturable } from '#app/domain/children/moderation/is-approved.ts';
import { shownOf } from '#app/domain/children/moderation/shown.ts';
import { findSolicitation, type Solicitation } from './find.ts';
import { isShowable } from './licence.ts';
import { standings } from './model.ts';
import { solicitationBallots, solicitationJurors, solicitationMarks, solicitations, solicitationWorks } from './tables.server.ts';

/** 征集列表 of a place for those who work for it, the newest first. */
export async function listSolicitations(ctx: Ctx, regionCode: string) {
  allow(ctx, 'solicitation.edit', { regionCode });
  const works = sql<number>`(select count(*)::int from ${solicitationWorks} w where w.county_code = ${solicitations.countyCode} and w.solicitation_id = ${solicitations.id})`;
  return ctx.db.select({ solicitation: solicitations, works }).from(solicitations).where(eq(solicitations.regionCode, regionCode)).orderBy(desc(solicitations.id)).limit(200);
}

/** 作品 of a solicitation for staff, by number, with whether each may be shown. */
export function worksOf(ctx: Ctx, { countyCode, id }: Solicitation) {
  return ctx.db
    .select({
      id: solicitationWorks.id, number: solicitationWorks.number, way: solicitationWorks.way, layer: solicitationWorks.layer, title: solicitationWorks.title, penName: solicitationWorks.penName,
      text: solicitationWorks.text, fileId: solicitationWorks.fileId, licensedByName: solicitationWorks.licensedByName, licensedAt: solicitationWorks.licensedAt, prize: solicitationWorks.prize,
      isChildrensChoice: solicitationWorks.isChildrensChoice, handedInAt: solicitationWorks.handedInAt, isShowable: isShowable(),
    })
    .from(solicitationWorks)
    .where(and(eq(solicitationWorks.countyCode, countyCode), eq(solicitationWorks.solicitationId, id)))
    .orderBy(asc(solicitationWorks.number))
    .limit(2000);
}

/** 一个征集 as staff see it: works and how far each is, jurors, how many children chose, the jury's opinion. */
export async function getSolicitation(ctx: Ctx, id: string) {
  const solicitation = await findSolicitation(ctx, id);
  allow(ctx, 'solicitation.edit', solicitation);
  const { countyCode } = solicitation;
  const [works, jurors, marks, [ballots]] = [
    await worksOf(ctx, solicitation),
    await ctx.db.select().from(solicitationJurors).where(and(eq(solicitationJurors.countyCode, countyCode), eq(solicitationJurors.solicitationId, id))).orderBy(asc(solicitationJurors.id)),
    await ctx.db
      .select({ jurorId: solicitationMarks.jurorId, workId: solicitationMarks.workId, mark: solicitationMarks.mark, isConflict: solicitationMarks.isConflict, note: solicitationMarks.note })
      .from(solicitationMarks)
      .innerJoin(solicitationJurors, and(eq(solicitationJurors.countyCode, solicitationMarks.countyCode), eq(solicitationJurors.id, solicitationMarks.jurorId)))
      .where(and(eq(solicitationMarks.countyCode, countyCode), eq(solicitationJurors.solicitationId, id), isNull(solicitationJurors.removedAt))),
    await ctx.db.select({ many: count() }).from(solicitationBallots).where(and(eq(solicitationBallots.countyCode, countyCode), eq(solicitationBallots.solicitationId, id))),
  ];
  const shown = await shownOf(ctx, 'work', works.map((work) => work.id));
  const judged = works.filter((work) => work.isShowable).map((work) => ({ ...work, marks: marks.flatMap((one) => (one.workId === work.id && one.mark !== null ? [one.mark] : [])) }));
  return {
    solicitation, jurors: jurors.map(({ codeSign: _, ...juror }) => ({ ...juror, marks: marks.filter((one) => one.jurorId === juror.id && one.mark !== null).length, conflicts: marks.filter((one) => one.jurorId === juror.id && one.isConflict).length })),
    works: works.map((work) => ({ ...work, seen: shown.get(work.id)?.state ?? 'reading', notes: marks.filter((one) => one.workId === work.id && one.note).map(({ note }) => note) })),
    standings: standings(judged), ballots: ballots!.many,
  };
}

/** 可展示的作品 of these, with the texts and the picture that people approved. */
export async function shownWorks(ctx: Ctx, { countyCode, id }: Solicitation, only?: readonly string[]) {
  const rows = await ctx.db
    .select({ id: solicitationWorks.id, number: solicitationWorks.number, layer: solicitationWorks.layer, prize: solicitationWorks.prize, isChildrensChoice: solicitationWorks.isChildrensChoice, mayStandFirst: isFeaturable('work', solicitationWorks.id) })
    .from(solicitationWorks)
    .where(and(eq(solicitationWorks.countyCode, countyCode), eq(solicitationWorks.solicitationId, id), isShowable(), only ? inArray(solicitationWorks.id, [...only]) : undefined))
    .orderBy(asc(solicitationWorks.number))
    .limit(500);
  return asShown(ctx, rows);
}
export type ShownWork = Awaited<ReturnType<typeof shownWorks>>[number];

/** 公开的样子 of works that may be shown. */
export async function asShown<Row extends { id: string }>(ctx: Ctx, rows: readonly Row[]) {
  const shown = await shownOf(ctx, 'work', rows.map((row) => row.id));
  return rows.map((row) => {
    const texts = new Map((shown.get(row.id)?.texts ?? []).map(({ field, text }) => [field, text]));
    const picture = shown.get(row.id)?.files.find((file) => file.isPicture)?.fileId ?? null;
    return { ...row, title: texts.get('title') ?? '', penName: texts.get('penName') ?? '', text: texts.get('text') ?? '', picture };
  });
}
