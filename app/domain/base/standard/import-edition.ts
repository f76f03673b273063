import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { dropDraft } from './drop-draft.ts';
import { editionOf } from './edition-file.ts';
import type { EditionFile } from './input.ts';
import { editions, norms, principles, rules, sections } from './tables.server.ts';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change, type Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';

/** 导入: keeps a new edition as a draft; a draft of the same id is replaced, a published one never. */
export function importEdition(ctx: Ctx, file: EditionFile) {
  return change(ctx, async (tx) => {
    allow(tx, 'standard.publish', { regionCode: '*' });
    const [known] = await tx.db.select({ state: editions.state }).from(editions).where(eq(editions.id, file.id));
    if (known?.state === 'published') throw new Refusal('edition-is-published');

    if (known) await dropDraft(tx, file.id);
    await writeEdition(tx, file);
    await tx.record('standard.edition-imported', { id: file.id, regionCode: '*' }, { hash: hashOf(file) });
    return file.id;
  });
}

/** The same content has the same hash, whoever loads it. */
export function hashOf(file: EditionFile): string {
  return createHash('sha256').update(JSON.stringify(file)).digest('hex');
}

/** Writes a draft with everything in it. */
async function writeEdition(tx: Change, file: EditionFile) {
  const edition = editionOf(file);
  const added = await tx.db
    .insert(editions)
    .values({
      id: file.id,
      ...file.title,
      note: file.note?.zh ?? '',
      noteEn: file.note?.en ?? '',
      sources: file.source,
      hash: hashOf(file),
    })
    .onConflictDoNothing()
    .returning({ id: editions.id });
  if (added.length === 0) throw new Refusal('edition-imported-meanwhile');
  const of = { editionId: file.id };
  await tx.db.insert(principles).values(edition.principles.map((principle, position) => ({ ...of, ...principle, position })));
  await tx.db.insert(sections).values(
    edition.sections.map(({ about, norms: _, ...section }, position) => ({
      ...of, ...section, position, about: about.zh, aboutEn: about.en,
    })),
  );
  await tx.db.insert(norms).values(
    edition.sections.flatMap((section) =>
      section.norms.map(({ id, zh, en }, position) => ({ ...of, id, zh, en, sectionId: section.id, position })),
    ),
  );
  await tx.db.insert(rules).values(
    edition.sections.flatMap((section) =>
      section.norms.flatMap((norm) => norm.rules.map((rule, position) => ({ ...of, ...rule, normId: norm.id, position }))),
    ),
  );
}
