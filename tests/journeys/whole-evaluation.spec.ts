import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { demoPassword } from '#app/domain/base/accounts/model.ts';
import { SaveDraftInput } from '#app/domain/pilot/evaluation/input.ts';
import { getEvaluation } from '#app/domain/pilot/evaluation/read.ts';
import { saveDraft } from '#app/domain/pilot/evaluation/save-draft.ts';
import { evaluationWords } from '#app/i18n/evaluation.ts';
import { awake, button, confirm, open } from './desk-page.ts';
import { press, reads } from './reads.ts';
import { signIn, test, until } from './story.ts';

const words = evaluationWords['zh-CN'];
const { desk } = words;
const place = '340111401';

describe('the evaluation of a whole community', () => {
  test('is begun by one officer, drafted by an expert, seen by the community, concluded by another, and read by everybody', async ({ visit, person }) => {
    const [expert, officer] = [await person('评估的专家（示例）', 'expert', '*'), await person('方兴的经办人（示例）', 'government-officer', place)];

    const office = await visit();
    await signIn(office.page, { username: 'office' }, `/desk/evaluations/new?code=${place}&kind=whole`, demoPassword);
    await awake(office.page);
    await expect.poll(() => office.page.locator('select[name=evaluatorId] option').allInnerTexts()).toContain(expert.name);
    await office.page.locator('select[name=evaluatorId]').selectOption(expert.id);
    await button(office.page, desk.go).click();
    await office.page.waitForURL(/\/desk\/evaluations\/\d+\/[0-9a-f-]{36}/);
    const id = /[0-9a-f-]{36}/.exec(office.page.url())![0];

    const drafting = await visit();
    await signIn(drafting.page, expert, '/desk/evaluations?mine=yes');
    await drafting.page.locator(`a[href="/desk/evaluations/${place}/${id}"]`).click();
    await drafting.page.waitForURL(new RegExp(id));
    await awake(drafting.page);
    await reads(drafting.page, words.missing);
    await drafting.page.locator('textarea[name=summary]').fill('整体向好，空间和参与仍要加力。（示例）');
    await button(drafting.page, desk.save).click();
    await drafting.page.getByText(desk.saved).first().waitFor();
    const mine = expert.ctx();
    const { content, revision } = await getEvaluation(mine, place, id);
    const [first, ...rest] = content.items;
    await saveDraft(mine, place, id, SaveDraftInput.parse({ revision, ...Object.fromEntries(rest.flatMap((item) => [[`level.${item.id}`, item.proposed ?? 'partly'], [`note.${item.id}`, '']])) }));
    await open(drafting.page, `/desk/evaluations/${place}/${id}`);
    await reads(drafting.page, desk.itemsLeft(1));
    await drafting.page.locator(`[name="level.${first!.id}"]`).selectOption('partly');
    await drafting.page.locator(`[name="note.${first!.id}"]`).fill('会议纪要只有一次。（示例）');
    await button(drafting.page, desk.sectionSave).click();
    await drafting.page.getByText(desk.itemsDone).waitFor();
    await confirm(drafting.page, desk.send);
    await drafting.page.getByText(desk.withCommunity).waitFor();

    const community = await visit({ width: 360, scripts: false });
    await signIn(community.page, officer, `/work/${place}/evaluations`);
    await community.page.locator(`a[href="/work/${place}/evaluations/${id}"]`).click();
    await reads(community.page, '会议纪要只有一次。');
    await community.page.locator('textarea[name=comment]').fill('今年开了两次，另一次的纪要附在佐证里。（示例）');
    await community.page.getByRole('button', { name: words.work.send }).click();
    await community.page.waitForURL(/\?sent/);

    await open(drafting.page, `/desk/evaluations/${place}/${id}`);
    await drafting.page.locator('textarea[name=reply]').fill('看过纪要，改为达到。（示例）');
    await button(drafting.page, desk.save).click();
    await drafting.page.locator('dd', { hasText: '看过纪要，改为达到。' }).waitFor();
    await reads(drafting.page, desk.whoConcludes);
    await drafting.page.locator(`[name="level.${first!.id}"]`).selectOption('met');
    await button(drafting.page, desk.sectionSave).click();
    await drafting.page.locator(`[name="level.${first!.id}"]`).waitFor();
    await until(async () => (await getEvaluation(mine, place, id)).content.items[0]!.level === 'met', 'the level rises');
    expect(await button(drafting.page, desk.conclude).count()).toBe(0);

    await open(office.page, `/desk/evaluations/${place}/${id}`);
    await confirm(office.page, desk.conclude);
    await office.page.getByText(words.states.concluded).first().waitFor();
    const { hash } = await getEvaluation(mine, place, id);

    const visitor = await visit({ scripts: false });
    await visitor.page.goto(`/communities/${place}`);
    await press(visitor.page.locator(`a[href="/communities/${place}/evaluations/${id}"]`));
    for (const said of ['看过纪要，改为达到。', '今年开了两次', hash!, '部分达到 → 达到']) await reads(visitor.page, said);
    for (const format of ['pdf', 'docx']) expect((await visitor.page.request.get(`/communities/${place}/evaluations/${id}/report.${format}`)).status()).toBe(200);
    expect([...office.troubles, ...drafting.troubles]).toEqual([]);
  });
});

describe('a published spot check', () => {
  test('is drawn again by a stranger, on the page and by the recipe alone', async ({ db, visit }) => {
    const { rows } = await db.execute<{ id: string }>(sql`select id from spot_checks where is_public order by id limit 1`);
    const { page } = await visit({ scripts: false, width: 360 });
    await page.goto('/spot-checks');
    await page.locator(`a[href="/spot-checks/${rows[0]!.id}"]`).click();
    await page.getByRole('button', { name: words.spot.verify }).click();
    await page.waitForURL(/verify/);
    await reads(page, words.spot.same);

    const recipe = (await (await page.request.get(`/spot-checks/${rows[0]!.id}/recipe.json`)).json()) as { seed: string; population: string[]; sample: { regionCode: string; rank: string }[]; sampleHash: string; populationHash: string };
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(sha256(recipe.population.join('\n'))).toBe(recipe.populationHash);
    expect(sha256(recipe.sample.map(({ regionCode }) => regionCode).toSorted().join('\n'))).toBe(recipe.sampleHash);
    for (const { regionCode, rank } of recipe.sample) expect(sha256(`${recipe.seed}\n${regionCode}`)).toBe(rank);
  });
});
