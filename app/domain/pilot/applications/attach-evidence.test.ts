import { describe, expect } from 'vitest';
import { addEvidence } from '#app/domain/base/evidence/add-evidence.ts';
import { burdenByForm } from '#app/domain/base/burden/read.ts';
import { citedBy } from '#app/domain/base/evidence/citations.ts';
import { EvidenceInput } from '#app/domain/base/evidence/input.ts';
import { storeFile } from '#app/domain/base/files/store-file.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { system } from '#app/platform/ctx.ts';
import { aDraft, aPdf } from '#tests/apply.ts';
import { as, binhu, ctxOf, neighbour, test } from '#tests/world.ts';
import { attachEvidence, evidenceToAttach } from './attach-evidence.ts';
import { removePaper } from './attach-paper.ts';
import { countBurden } from './count-burden.ts';
import { papersOf } from './form.ts';

async function aPiece(ctx: Ctx, given: Record<string, string> = {}) {
  const file = await storeFile(ctx, { name: '议事会章程.pdf', content: aPdf(`/Kept ${given.title ?? ''}`) });
  const { id } = await addEvidence(ctx, binhu, EvidenceInput.parse({
    kind: 'document', title: '儿童议事会章程', fileIds: [file.id], validFrom: '2026-01-01', source: '居委会', confidentiality: 'public', promise: 'yes', ...given,
  }));
  return { id, file };
}

describe('evidence as a paper of an application', () => {
  test('is attached without another upload, cited, offered no more, and let go when the paper is taken out', async ({ db }) => {
    const { ctx, id } = await aDraft(db);
    const { id: evidenceId, file } = await aPiece(ctx);
    const about = { id, regionCode: binhu };
    expect((await evidenceToAttach(ctx, about)).map((one) => one.id)).toEqual([evidenceId]);
    await attachEvidence(ctx, id, { paper: 'attachment', evidenceId });
    await attachEvidence(ctx, id, { paper: 'attachment', evidenceId });
    expect((await papersOf(ctx, id)).map((paper) => `${paper.paper} ${paper.fileId}`)).toEqual([`attachment ${file.id}`]);
    expect(await evidenceToAttach(ctx, about)).toEqual([]);
    expect(await citedBy(ctx, binhu, evidenceId)).toMatchObject([{ by: 'application', subjectId: id, ruleId: '' }]);
    await removePaper(ctx, id, { paper: 'attachment', fileId: file.id });
    expect(await citedBy(ctx, binhu, evidenceId)).toEqual([]);
  });

  test('is refused when it is sealed, of another place or has no file, and for outsiders', async ({ db }) => {
    const { ctx, id } = await aDraft(db);
    const sealed = await aPiece(ctx, { confidentiality: 'sealed' });
    expect(await evidenceToAttach(ctx, { id, regionCode: binhu })).toEqual([]);
    await expect(attachEvidence(ctx, id, { paper: 'attachment', evidenceId: sealed.id })).rejects.toMatchObject({ code: 'evidence-sealed-paper' });
    await expect(attachEvidence(ctx, id, { paper: 'attachment', evidenceId: id })).rejects.toMatchObject({ code: 'evidence-not-found' });
    await expect(attachEvidence(as(db, 'government-officer', neighbour), id, { paper: 'attachment', evidenceId: sealed.id })).rejects.toMatchObject({ code: 'application-not-found' });
  });

  test('counts as reused in the burden meter, beside what came filled in, however often the event is told', async ({ db }) => {
    const { ctx, id } = await aDraft(db);
    await attachEvidence(ctx, id, { paper: 'attachment', evidenceId: (await aPiece(ctx)).id });
    const clock = ctxOf(db, system);
    const told = await countBurden(clock, id);
    expect(await countBurden(clock, id)).toBe(told);
    const [line] = await burdenByForm(as(db, 'programme-officer', '*'));
    expect(line).toMatchObject({ form: 'application', handIns: 1, reused: 1 });
    expect(line!.asked).toBeGreaterThan(30);
    expect(line!.prefilled).toBeGreaterThan(1);
  });
});
