import { sql } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { demoPassword } from '#app/domain/base/accounts/model.ts';
import { readSheet } from '#app/domain/base/documents/read-sheet.ts';
import { writeSheets } from '#app/domain/base/documents/write-sheet.ts';
import { acceptAssignment } from '#app/domain/pilot/review/answer-assignment.ts';
import { assignExpert } from '#app/domain/pilot/review/assign-expert.ts';
import { getMyAssignment } from '#app/domain/pilot/review/my-reviews.ts';
import { submitReview } from '#app/domain/pilot/review/score.ts';
import { rubricOfCall } from '#app/domain/pilot/rubrics/in-force.ts';
import type { Db } from '#app/db/db.server.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { offlineWords } from '#app/i18n/offline.ts';
import { panelWords } from '#app/i18n/panels.ts';
import { reviewWords } from '#app/i18n/review.ts';
import { marksAround } from '#seed/demo/marks.ts';
import { anApplication } from '#tests/cycle.ts';
import { attested } from '#tests/reviews.ts';
import { openCall } from './calls.ts';
import { awake, button, confirm, open, slowDeeds } from './desk-page.ts';
import { reads } from './reads.ts';
import { type Person, signIn, test, until } from './story.ts';

const { panel, second, readiness, again, explanation } = panelWords['zh-CN'];
const offline = offlineWords['zh-CN'];
const { decide } = reviewWords['zh-CN'];
const as = (page: Page, username: string, to: string) => signIn(page, { username }, to, demoPassword);

/** An application of a call of its own, read by two experts who do not agree, and two more who may read it. */
async function disputed(db: Db, officer: Person) {
  const { rows: [call] } = await db.execute<{ id: string }>(sql`
    insert into calls (title, title_en, region_code, edition_id, question_set_id, rubric_id, places, applicant_levels, opens_on, closes_on, state, "check", review, notice, created_by, created_at, published_at)
    select '评审会的故事', 'A story of a panel', region_code, edition_id, question_set_id, rubric_id, places, applicant_levels, opens_on, opens_on, state, "check", jsonb_set(review, '{reviewsPerApplication}', '2'), notice, created_by, created_at, published_at
    from calls where id = ${await openCall(db)} returning id`);
  const { rows: [unit] } = await db.execute<{ code: string }>(sql`
    select code from regions r where level = 4 and code like '34%' and not is_synthetic and not is_virtual
      and not exists (select from applications a where a.region_code = r.code) and not exists (select from pilots p where p.region_code = r.code) order by code desc limit 1`);
  const regionCode = unit!.code;
  const id = await anApplication(db, { callId: call!.id, status: 'complete', regionCode, applicantCode: regionCode, number: `PANEL-${regionCode}` });
  const { rows: experts } = await db.execute<{ id: string; name: string; username: string }>(sql`
    select u.id, u.name, u.username from experts e join users u on u.id = e.user_id
    where e.standing = 'verified' and u.username like 'expert%' and conflict_between(u.id, ${id}) is null and expert_load(u.id) < max_load order by u.username limit 4`);
  expect(experts).toHaveLength(4);
  for (const [at, level] of [95, 45].entries()) await review(db, await assignExpert(officer.ctx(), id, { expertId: experts[at]!.id, dueOn: '', round: 1 }), experts[at]!, level);
  return { callId: call!.id, id, regionCode, experts };
}

const expertCtx = (db: Db, { id, name }: { id: string; name: string }) =>
  ({ actor: { id, name, grants: [{ role: 'expert', regionCode: '*', organisationId: null }] }, db, now: new Date(), locale: 'zh-CN' as const, requestId: 'story' });

/** An expert accepts what was given to them and hands marks in around a level. */
async function review(db: Db, assignmentId: string, expert: { id: string; name: string }, level: number) {
  await acceptAssignment(expertCtx(db, expert), assignmentId, attested);
  await handIn(db, assignmentId, expert, level);
}

async function handIn(db: Db, assignmentId: string, expert: { id: string; name: string }, level: number) {
  const ctx = expertCtx(db, expert);
  const { call } = await getMyAssignment(ctx, assignmentId);
  const { rows: [read] } = await db.execute<{ revision: number }>(sql`select revision from assignments where id = ${assignmentId}`);
  await submitReview(ctx, assignmentId, { revision: read!.revision, overall: '总评。', marks: marksAround(await rubricOfCall(ctx, call), level, expert.id) });
}

/** The form for marking offline is fetched, the first item filled in, brought back, looked at and written. */
async function markOffline(page: Page, assignmentId: string) {
  const here = `/desk/reviews/${assignmentId}/offline`;
  const [sheet] = await readSheet(await (await page.request.get(`/desk/reviews/${assignmentId}/form.xlsx`)).body());
  const { rows } = sheet!;
  const first = rows.findIndex(([item]) => item === 'A1');
  const filled = rows.map((row, at) => row.map((text, column) => ({ text: at === first && column === 2 ? '达到' : text })));
  const buffer = Buffer.from(await writeSheets([{ name: '评分', widths: [8, 52, 14, 10, 48, 26, 10, 18], hidden: [], rows: filled, rules: [], across: [], frozenRows: 1 }]));
  await open(page, here);
  await page.locator('input[name=file]').setInputFiles({ name: '评分表.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer });
  await button(page, offline.read).click();
  await button(page, offline.take(1)).click();
  await page.getByText(offline.taken(1)).waitFor();
}

describe('reviewers who do not agree', () => {
  test('lead to a second round, a panel with minutes, a decision, and its reconsideration', async ({ db, visit, person }) => {
    const { callId, id, regionCode, experts } = await disputed(db, await person('经办人', 'programme-officer', '*'));
    const { page, troubles } = await visit();
    await as(page, 'office', '/desk');
    const decision = `/desk/applications/${id}/decision`;

    await open(page, decision);
    await page.getByText(second.suggested).waitFor();
    await confirm(page, second.open, async (asked) => {
      await asked.locator('select[name=ground]').selectOption('disputed');
      await asked.locator('textarea[name=reason]').fill('两位专家的总分相差很大。');
      await asked.locator('input[name=wanted]').fill('2');
      await asked.locator('select[name="expertIds[]"]').selectOption(experts.slice(2).map((expert) => expert.id));
    });
    await page.getByText(second.waiting(0, 2)).waitFor();
    const { rows: [task] } = await db.execute<{ id: string }>(sql`select id from assignments where application_id = ${id} and round = 2 and expert_id = ${experts[2]!.id}`);
    await acceptAssignment(expertCtx(db, experts[2]!), task!.id, attested);
    const reader = await visit();
    await as(reader.page, experts[2]!.username, '/desk/reviews');
    await markOffline(reader.page, task!.id);
    await handIn(db, task!.id, experts[2]!, 66);
    await open(page, decision);
    await page.getByText(readiness.unfinished(1)).waitFor();
    await confirm(page, second.close, async (asked) => asked.locator('textarea[name=closeReason]').fill('另一位专家临时有事，不能按时完成。'));
    await page.getByText(readiness.ready).waitFor();
    await reads(page, '另一位专家临时有事');

    await open(page, '/desk/panels');
    await confirm(page, panel.plan, async (asked) => {
      await asked.locator('select[name=callId]').selectOption(callId);
      await asked.locator('input[name=title]').fill('故事里的评审会');
      await asked.locator('input[name=heldOn]').fill(addDays(beijingDay(new Date()), 7));
      await asked.locator('input[name=place]').fill('视频会议');
      await asked.locator('input[name=quorum]').fill('2');
    });
    await page.waitForURL(/\/desk\/panels\/[0-9a-f-]{36}/);
    await awake(page);
    for (const [at, account] of ['office-check', experts[2]!.username, experts[3]!.username].entries()) {
      await page.locator('input[name=account]').fill(account);
      await button(page, panel.add).click();
      await until(async () => (await page.locator('.people tr').count()) === at + 1, 'one more member');
    }
    await page.locator(`input[name="id[]"][value="${id}"]`).check();
    await button(page, panel.addItems).click();
    await page.locator('.agenda-item').waitFor();
    await confirm(page, panel.begin);
    await page.locator('.agenda-item select[name=proposal]').selectOption('declined');
    await page.locator('.agenda-item textarea[name=discussion]').fill('三位专家的意见都看过，经费没有落实。');
    await button(page, panel.propose).click();
    const seats = page.locator('.ballot-row');
    await seats.first().waitFor();
    await expect.poll(() => seats.count()).toBe(3);
    await slowDeeds(page, 1000); // faster than any vote arrives
    for (const [at, key] of ['1', '1', '2'].entries()) {
      await seats.nth(at).locator('input').first().focus();
      await page.keyboard.press(key);
    }
    await page.getByText(panel.tally(2, 1, 0, 3)).waitFor();
    const meeting = new URL(page.url()).pathname;

    const chair = await visit({ width: 360 });
    await as(chair.page, 'office-check', meeting);
    await awake(chair.page);
    await confirm(chair.page, panel.sign);
    await chair.page.getByText(panel.states.signed).first().waitFor();
    const minutes = await chair.page.request.get(`${meeting}/minutes/minutes.pdf`);
    expect([minutes.status(), (await minutes.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);

    await open(page, decision);
    await page.getByText(readiness.pastPanel('故事里的评审会')).waitFor();
    await confirm(page, decide, async (asked) => {
      await asked.locator('select[name=outcome]').selectOption('declined');
      await asked.locator('textarea[name=reason]').fill('经费没有落实，评审会建议不通过。');
    });
    await button(page, again.open).waitFor();
    await confirm(page, again.open, async (asked) => {
      await asked.locator('select[name=ground]').selectOption('new-facts');
      await asked.locator('textarea[name=reason]').fill('区里补来了经费已经到账的凭证。');
    });
    await page.getByText(again.pending).waitFor();
    await confirm(page, again.conclude, async (asked) => {
      await asked.locator('select[name=outcome]').selectOption('accepted');
      await asked.locator('textarea[name=reason]').fill('经费到账，其余各项评审达到要求，同意通过。');
    });
    await button(page, again.open).waitFor();

    const applicant = await person('申报经办人', 'government-officer', regionCode);
    const theirs = await visit({ width: 360, scripts: false });
    await signIn(theirs.page, applicant, `/apply/${id}/decision`);
    await reads(theirs.page, '经费到账');
    await reads(theirs.page, explanation.outcomes.accepted);
    const told = await theirs.page.locator('main').innerText();
    for (const { name } of experts) expect(told).not.toContain(name);
    expect([...troubles, ...reader.troubles, ...chair.troubles, ...theirs.troubles]).toEqual([]);
  });
});
