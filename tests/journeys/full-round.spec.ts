import { sql } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect } from 'vitest';
import { demoPassword } from '#app/domain/base/accounts/model.ts';
import { acceptAssignment } from '#app/domain/pilot/review/answer-assignment.ts';
import { getMyAssignment } from '#app/domain/pilot/review/my-reviews.ts';
import { submitReview } from '#app/domain/pilot/review/score.ts';
import { rubricOfCall } from '#app/domain/pilot/rubrics/in-force.ts';
import type { Db } from '#app/db/db.server.ts';
import { assigningWords } from '#app/i18n/assigning.ts';
import { certificationWords } from '#app/i18n/certification.ts';
import { noticesWords } from '#app/i18n/notices.ts';
import { objectionsWords } from '#app/i18n/objections.ts';
import { panelWords } from '#app/i18n/panels.ts';
import { scoringWords } from '#app/i18n/scoring.ts';
import { marksAround } from '#seed/demo/marks.ts';
import { anApplication } from '#tests/cycle.ts';
import { attested } from '#tests/reviews.ts';
import { openCall } from './calls.ts';
import { awake, button, confirm, open } from './desk-page.ts';
import { reads } from './reads.ts';
import { signIn, test } from './story.ts';

const [assigning, scoring, ranking] = [assigningWords['zh-CN'], scoringWords['zh-CN'], panelWords['zh-CN'].ranking];
const [notices, objections, certification] = [noticesWords['zh-CN'], objectionsWords['zh-CN'], certificationWords['zh-CN']];
const [applied, places, reviewsEach] = [12, 5, 3];
const removal = '到现场查看，申报的活动室并不存在，移出名单。';

/** What one chapter leaves for the next. */
const told = { callId: '', notice: '', removed: '', broken: '' };

beforeEach(() => {
  if (told.broken) throw new Error(`The story stopped earlier: ${told.broken}`);
});
afterEach(({ task }) => {
  if (task.result?.state === 'fail') told.broken ||= task.name;
});

const as = (page: Page, username: string, to: string) => signIn(page, { username }, to, demoPassword);

/** A call of its own with twelve applications that passed the check, each from another county. */
async function aRound(db: Db): Promise<string> {
  const { rows: [call] } = await db.execute<{ id: string }>(sql`
    insert into calls (title, title_en, region_code, edition_id, question_set_id, rubric_id, places, applicant_levels, opens_on, closes_on, state, "check", review, notice, created_by, created_at, published_at)
    select '一轮评审的故事', 'The story of a round', region_code, edition_id, question_set_id, rubric_id, ${places}, applicant_levels, opens_on, opens_on, state, "check", review, notice, created_by, created_at, published_at
    from calls where id = ${await openCall(db)} returning id`);
  const { rows: units } = await db.execute<{ code: string }>(sql`
    select min(code) as code from regions r where level = 4 and not is_synthetic and not is_virtual
      and not exists (select from applications a where a.region_code = r.code) and not exists (select from pilots p where p.region_code = r.code)
    group by left(code, 6) order by md5(left(code, 6)) limit ${applied}`);
  for (const { code } of units) await anApplication(db, { callId: call!.id, status: 'complete', regionCode: code, applicantCode: code, number: `ROUND-${code}` });
  return call!.id;
}

type Task = { id: string; expert: string; name: string; position: number };

/** Every expert accepts and marks what they were given; the better an application stands in the list, the better its marks. */
async function markAll(db: Db): Promise<string[]> {
  const { rows: tasks } = await db.execute<Task>(sql`
    select s.id, s.expert_id as expert, u.name, dense_rank() over (order by p.number)::int as position
    from assignments s join applications p on p.id = s.application_id join users u on u.id = s.expert_id where p.call_id = ${told.callId} order by s.id`);
  for (const { id, expert, name, position } of tasks) {
    const actor = { id: expert, name, grants: [{ role: 'expert', regionCode: '*', organisationId: null }] };
    const ctx = { actor, db, now: new Date(), locale: 'zh-CN' as const, requestId: 'story' };
    await acceptAssignment(ctx, id, attested);
    const { call } = await getMyAssignment(ctx, id);
    const leniency = (expert.charCodeAt(expert.length - 1) % 5) - 2;
    await submitReview(ctx, id, { revision: 0, overall: '总评。', marks: marksAround(await rubricOfCall(ctx, call), 96 - 3 * position + leniency, expert + position) });
  }
  return tasks.map(({ expert }) => expert);
}

describe('a full round of twelve applications', () => {
  test('is assigned by a plan: three experts for each, and nine at least at work', async ({ db, visit }) => {
    told.callId = await aRound(db);
    const { page, troubles } = await visit();
    await as(page, 'office', '/desk');
    await open(page, `/desk/calls/${told.callId}/assigning`);
    await page.locator('[name=leastLoad]').fill('2');
    await page.locator('[name=mostLoad]').fill('4');
    await button(page, assigning.order).click();
    await button(page, assigning.lock).waitFor();
    await awake(page);
    await confirm(page, assigning.lock);
    await page.getByText(assigning.carriedOut(applied * reviewsEach, 0)).first().waitFor();
    const experts = await markAll(db);
    expect(experts).toHaveLength(applied * reviewsEach);
    expect(new Set(experts).size).toBeGreaterThanOrEqual(9);
    expect(troubles).toEqual([]);
  });

  test('is scored with intervals, and the scores are published with their method', async ({ visit }) => {
    const { page, troubles } = await visit();
    await as(page, 'office', '/desk');
    await open(page, `/desk/calls/${told.callId}/scores`);
    await button(page, scoring.askFirst).click();
    await button(page, scoring.publish).waitFor();
    await expect.poll(() => page.locator('main svg, main canvas').count(), { message: 'pictures of scores, severity and agreement' }).toBeGreaterThan(1);
    await expect.poll(() => page.locator('.method-lines p').count()).toBeGreaterThan(2);
    await awake(page);
    await confirm(page, scoring.publish);
    await page.getByText(scoring.isPublished).first().waitFor();
    expect(troubles).toEqual([]);
  });

  test('is ranked and decided together within the places', async ({ db, visit }) => {
    const { page, troubles } = await visit();
    await as(page, 'office', '/desk');
    await open(page, `/desk/calls/${told.callId}/ranking`);
    const choices = page.locator('select[name^="as-"]');
    await expect.poll(() => choices.count()).toBe(applied);
    for (const choice of await choices.all()) await choice.selectOption((await choice.locator('option[value=accepted]').count()) > 0 ? 'accepted' : 'declined');
    await expect.poll(() => page.locator('select[name^="as-"] option[value=accepted]').count()).toBe(places);
    await button(page, ranking.preview).click();
    await page.locator('textarea[name=acceptReason]').fill('评审分数在名额以内，材料扎实，计划具体可行。');
    await page.locator('textarea[name=declineReason]').fill('评审分数在名额以外，欢迎完善之后申报下一批次。');
    await button(page, ranking.doIt(applied)).click();
    await page.getByText(ranking.result).waitFor();
    const { rows } = await db.execute<{ status: string; n: number }>(sql`select status, count(*)::int as n from applications where call_id = ${told.callId} group by 1 order by 1`);
    expect(rows).toEqual([{ status: 'accepted', n: places }, { status: 'declined', n: applied - places }]);
    expect(troubles).toEqual([]);
  });

  test('is shown to everybody; an objection is upheld and changes the list', async ({ db, visit }) => {
    const { page, troubles } = await visit();
    await as(page, 'office', '/desk');
    await open(page, `/desk/notices/new?call=${told.callId}`);
    await button(page, notices.desk.saveDraft).click();
    await page.waitForURL(/\/desk\/notices\/[0-9a-f-]{36}/);
    told.notice = page.url().split('/').at(-1)!;
    await awake(page);
    await confirm(page, notices.desk.publishToday);
    await page.getByText(notices.phases.open).first().waitFor();

    const { rows } = await db.execute<{ id: string }>(sql`select application_id as id from notice_entries where notice_id = ${told.notice} order by position desc limit 1`);
    told.removed = rows[0]!.id;
    const visitor = await visit({ width: 360, scripts: false });
    await visitor.page.goto(`/notices/${told.notice}/objection`);
    await visitor.page.locator('select[name=applicationId]').selectOption(told.removed);
    await visitor.page.locator('input[name=manner][value=named]').check();
    await visitor.page.locator('input[name=name]').fill('居民赵先生（示例）');
    await visitor.page.locator('input[name=contact]').fill('zhao@example.cn');
    await visitor.page.locator('textarea[name=content]').fill('申报里写的活动室并不存在，请到现场看一看。（示例）');
    await visitor.page.locator('form.narrow button').last().click();
    await visitor.page.waitForURL(/\/objections\/[0-9A-Z-]+/);

    const other = await visit();
    await as(other.page, 'office-check', `/desk/objections?notice=${told.notice}`);
    await other.page.locator('a[href^="/desk/objections/"]').first().click();
    await other.page.waitForURL(/\/desk\/objections\/[0-9a-f-]{36}/);
    await awake(other.page);
    await confirm(other.page, objections.desk.decide, async (asked) => {
      await asked.locator('select[name=outcome]').selectOption('upheld');
      await asked.locator('select[name=effect]').selectOption('entry-removed');
      await asked.locator('textarea[name=findings]').fill('现场没有找到申报的活动室。');
      await asked.locator('input[name=rule]').fill('问答 8：公示期内异议成立的，取消资格');
      await asked.locator('textarea[name=answer]').fill(removal);
    });
    await other.page.getByText(objections.outcomes.upheld).first().waitFor();
    await visitor.page.goto(`/notices/${told.notice}`);
    await reads(visitor.page, notices.removedBecause(removal));
    expect([...troubles, ...visitor.troubles, ...other.troubles]).toEqual([]);
  });

  test('becomes final, and whoever still stands gets a certificate that a stranger can check', async ({ db, visit, clock }) => {
    await clock.ahead(30);
    const { page, troubles } = await visit();
    await as(page, 'office', `/desk/notices/${told.notice}`);
    await awake(page);
    await confirm(page, notices.desk.finalise);
    await page.getByText(notices.phases.final).first().waitFor();

    await open(page, `/desk/certificates/issue?notice=${told.notice}`);
    await expect.poll(() => page.locator('input[name="ids[]"]:enabled').count(), { message: 'what was taken off the list is not offered' }).toBe(places - 1);
    await button(page, certification.desk.issuePage.issue).click();
    await page.getByText(certification.desk.issuePage.done(places - 1)).waitFor();
    const { rows } = await db.execute<{ number: string; application: string }>(sql`select number, application_id as application from certificates where notice_id = ${told.notice}`);
    expect(rows.map(({ application }) => application)).not.toContain(told.removed);

    const stranger = await visit({ width: 360, scripts: false });
    await stranger.page.goto('/verify-certificate');
    await stranger.page.locator('input[name=number]').fill(rows[0]!.number);
    await stranger.page.locator('form:has(input[name=number]) button').click();
    await stranger.page.waitForURL(`**/certificates/${rows[0]!.number}`);
    await expect.poll(() => stranger.page.locator('.verdict h2').innerText()).toBe('有效');
    expect([...troubles, ...stranger.troubles]).toEqual([]);
  });
});
