import { sql } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import { publishRoots } from '#app/domain/base/records/publish-roots.ts';
import { sealRecords } from '#app/domain/base/records/seal.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { saveSelfCheck } from '#app/domain/pilot/applications/save-self-check.ts';
import type { Answer } from '#app/domain/pilot/calls/model.ts';
import { startDraft } from '#app/domain/pilot/applications/start-draft.ts';
import { change } from '#app/platform/change.ts';
import { system } from '#app/platform/ctx.ts';
import { beijingDay, startOfBeijingDay } from '#app/platform/dates.ts';
import { apply, fill, mendLetter, passCheck, returnIt, type SelfCheck, wholeForm } from './applications.ts';
import { draftEdition } from './editions.ts';
import { makeAnnualReports } from './annual-reports.ts';
import { announceCall, closeOver, draftCall, prolongCall } from './calls.ts';
import { writeCases } from './cases.ts';
import { issueAll, measureSome } from './certificates.ts';
import { enterEvidence } from './evidence.ts';
import { connectSystems } from './interfaces.ts';
import { holdCouncils } from './councils.ts';
import { registerFamily } from './families.ts';
import { keepInOrder, meetIncidents } from './privacy-office.ts';
import { keepCallOpen } from './keep-call-open.ts';
import { announceList, makeFinal, object, recommend } from './notices.ts';
import { planAndAdvise } from './consulting.ts';
import { askEverybody } from './surveys.ts';
import { answerSurvey } from './survey-results.ts';
import { moderate } from './moderation.ts';
import { hearChildren } from './suggestions.ts';
import { callPanel, panelAgainst } from './panels.ts';
import { keepPrivacy } from './privacy.ts';
import { makeOrganisations, noteCommunities } from './organisations.ts';
import { makePeople, readMessages } from './people.ts';
import { firstPlaces, secondPlaces, thirdPlaces } from './places.ts';
import { askAround } from './questions.ts';
import { announceRenames } from './region-change.ts';
import { beginReview, entrust, proposePlan, review, reviewAndDecide, stayAway } from './reviews.ts';
import { publishReckoned, reckon } from './scores.ts';
import { collectFigures } from './collection.ts';
import { runThisYear } from './this-year.ts';
import { warnToday } from './warnings.ts';
import { carryOutPlans } from './city-plans.ts';
import { assessThemselves } from './self-assessments.ts';
import { solicit } from './solicitations.ts';
import { concludeElsewhere } from './statistics.ts';
import { evaluateSome } from './evaluations.ts';
import { reportProgress } from './reports.ts';
import { bringSheet } from './sheet.ts';
import { tellChildren } from './child-versions.ts';
import { layOutSpaces } from './spaces.ts';
import { by, follow, keepOldNewsInside, type Stage, stageOn } from './stage.ts';
import { visitCommunities } from './visits.ts';
import { walkAtOneMetre } from './walks.ts';

/** 演示城市: the whole story told once, in one transaction, in the order of its days; later a call is opened when none is open. */
export function seedDemo(db: Db, now: Date): Promise<'told' | 'known' | 'call-opened'> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('demo story'))`);
    const { rowCount } = await tx.execute(sql`select 1 from records where subject_id = 'demo' limit 1`);
    if (rowCount) return (await keepCallOpen(tx, now)) ? 'call-opened' : 'known';
    const stage = stageOn(tx, now);
    await tell(stage);
    await change(by(stage, 'system', { day: 0, at: '00:00' }), (last) => last.record('demo.told', { id: 'demo', regionCode: '*' }, { today: stage.today }));
    await sealed(tx, now);
    await follow(stage);
    await keepOldNewsInside(stage);
    return 'told';
  });
}

/** The city's records are sealed the evening before, so that there is a root to look at on the first day. */
async function sealed(tx: Db, now: Date): Promise<void> {
  const clock = { actor: system, db: tx, locale: 'zh-CN' as const, requestId: 'seed' };
  await sealRecords({ ...clock, now: new Date(startOfBeijingDay(beijingDay(now)).getTime() - 60_000) });
  await publishRoots({ ...clock, now });
}

async function tell(stage: Stage): Promise<void> {
  const edition = await currentEdition(by(stage, 'visitor', { day: 0 }));
  const rules = rulesOf(edition).map((rule) => rule.id);
  await makePeople(stage, -348);
  await makeOrganisations(stage, -346);
  await noteCommunities(stage, -343);
  await follow(stage);
  const pilotOf = await firstCall(stage, edition.id, rules);
  await secondCall(stage, edition.id);
  await thirdCall(stage, edition.id, rules);
  await draftCall(stage, edition.id, { nth: '第四批', nthEn: 'fourth', opens: 100, closes: 131, places: 30, reviews: 3 }, -2);
  await measureSome(stage, { over: pilotOf('jiangcun'), waiting: pilotOf('hongshan'), answered: pilotOf('fangxing') });
  await enterEvidence(stage);
  const { nine } = await registerFamily(stage, -40);
  await writeCases(stage);
  await announceRenames(stage, '340124');
  await connectSystems(stage, -20);
  await bringSheet(stage);
  await draftEdition(stage);
  await concludeElsewhere(stage);
  await assessThemselves(stage);
  await planAndAdvise(stage);
  await askEverybody(stage);
  await answerSurvey(stage);
  await reportProgress(stage);
  await evaluateSome(stage);
  await visitCommunities(stage, { unit: '340104002', secret: '340111401' });
  await tellChildren(stage, -2);
  await holdCouncils(stage, nine);
  await hearChildren(stage, nine);
  await moderate(stage);
  await keepPrivacy(stage, nine);
  await solicit(stage);
  await layOutSpaces(stage);
  await walkAtOneMetre(stage);
  await meetIncidents(stage);
  await keepInOrder(stage);
  await carryOutPlans(stage);
  await collectFigures(stage);
  await runThisYear(stage);
  await warnToday(stage);
  await makeAnnualReports(stage);
  await follow(stage);
}

/** 第一批: over; its list is final and its pilots are at work. */
async function firstCall(stage: Stage, editionId: string, rules: readonly string[]) {
  const callId = await announceCall(stage, editionId, { nth: '第一批', nthEn: 'first', opens: -338, closes: -315, places: 20, reviews: 2 });
  const ids: string[] = [];
  for (const [turn, place] of firstPlaces.entries()) ids.push(await apply(stage, place, callId, -336 + turn, turn % 4 === 3 ? {} : { selfCheck: selfCheckOf(rules, rules.length - turn) }));
  await prolongCall(stage, callId, -317, -308);
  await follow(stage);
  await closeOver(stage, -307);
  for (const id of ids) await passCheck(stage, id, -305);
  for (const [turn, place] of firstPlaces.entries()) await reviewAndDecide(stage, place, ids[turn]!, turn, -298, 'accepted');
  await reckon(stage, callId, -287);
  await follow(stage);
  await publishReckoned(stage, callId, -286);
  const notice = await announceList(stage, callId, '第一批', -280);
  await makeFinal(stage, notice, -240);
  await follow(stage);
  await issueAll(stage, notice, ids, -239);
  await follow(stage);
  await readMessages(stage, -200);
  return (key: string) => ids[firstPlaces.findIndex((place) => place.key === key)]!;
}

/** 第二批: decided; the list is under public notice, with one objection answered and one open. */
async function secondCall(stage: Stage, editionId: string) {
  const callId = await announceCall(stage, editionId, { nth: '第二批', nthEn: 'second', opens: -78, closes: -48, places: 6, reviews: 2 });
  const ids: string[] = [];
  for (const [turn, place] of secondPlaces.entries()) ids.push(await apply(stage, place, callId, -70 + turn * 3));
  await follow(stage);
  await closeOver(stage, -47);
  for (const id of ids) await passCheck(stage, id, -44);
  for (const [turn, place] of secondPlaces.entries()) {
    const isWeak = place.key === 'wuhulu';
    await reviewAndDecide(stage, place, ids[turn]!, turn + 1, -38, isWeak ? 'declined' : 'accepted', isWeak ? () => panelAgainst(stage, callId, ids[turn]!, '第二批', -30) : undefined);
  }
  await follow(stage);
  await readMessages(stage, -26);
  const notice = await announceList(stage, callId, '第二批', -3);
  await object(stage, notice, { id: ids[0]!, officer: secondPlaces[0]!.key }, -2);
  await follow(stage);
}

/** 第三批: open today, closing in twelve days; one application in each state on the way. */
async function thirdCall(stage: Stage, editionId: string, rules: readonly string[]) {
  const callId = await announceCall(stage, editionId, { nth: '第三批', nthEn: 'third', opens: -24, closes: 12, places: 20, reviews: 3 });
  const { inReview, complete, resubmitted, returned, submitted, draft } = thirdPlaces;

  const reviewed = await apply(stage, inReview, callId, -23, { selfCheck: selfCheckOf(rules, 24) });
  await passCheck(stage, reviewed, -18);
  const [rights, away, half] = [await entrust(stage, reviewed, 'expert-rights', -16), await entrust(stage, reviewed, 'expert-social', -16, false), await entrust(stage, reviewed, 'expert', -16)];
  await stayAway(stage, away, 'expert-social', -14);
  await entrust(stage, reviewed, 'expert-education', -13, false);
  await review(stage, rights, 'expert-rights', -9, 84);
  await askAround(stage, reviewed, half, inReview.key);
  await beginReview(stage, half, 'expert', -4);
  await follow(stage);

  await passCheck(stage, await apply(stage, complete, callId, -17), -10);
  await proposePlan(stage, callId, -3);
  await callPanel(stage, callId, '第三批', 16, -1);
  await recommend(stage, -12);
  await mendedApplication(stage, resubmitted, callId);
  await returnIt(stage, await apply(stage, returned, callId, -11), -5, [
    { item: 'opinion-date', reason: '意见函上的日期看不清楚，请重新扫描，或补一页注明日期的函。（示例）' },
    { item: 'plan-concrete', reason: '第二项任务没有写清改造哪一处空间，请写明地点。（示例）' },
  ]);
  await apply(stage, submitted, callId, -6, { selfCheck: selfCheckOf(rules, 12) });
  await halfDraft(stage, draft, callId, rules);
  await follow(stage);
}

async function mendedApplication(stage: Stage, place: (typeof thirdPlaces)['resubmitted'], callId: string) {
  const id = await apply(stage, place, callId, -15, { isSealed: false });
  const { rows } = await stage.db.execute<{ file: string }>(sql`select file_id as file from application_papers where application_id = ${id}`);
  await returnIt(stage, id, -8, [{ item: 'opinion-seal', reason: '意见函没有盖章，请盖章后重新扫描上传。（示例）' }]);
  await mendLetter(stage, place, id, -5, rows[0]!.file);
}

/** 填到一半的草稿: begun by the officer, gone on with by the community worker; the letter is still at the office. */
async function halfDraft(stage: Stage, place: (typeof thirdPlaces)['draft'], callId: string, rules: readonly string[]) {
  const officer = by(stage, 'binhu', { day: -6, at: '09:40' });
  const { id } = await startDraft(officer, { callId, regionCode: place.unit });
  const answers = Object.entries(wholeForm(stage, place, -6));
  const isWorkers = ([question]: [string, Answer]) => /^(spaces|services|partners|work-system)/.test(question);
  await fill(by(stage, 'binhu', { day: -6, at: '10:30' }), id, Object.fromEntries(answers.slice(0, 17)));
  await saveSelfCheck(by(stage, 'binhu-worker', { day: -3, at: '14:20' }), id, { selfCheck: selfCheckOf(rules, 9) });
  await fill(by(stage, 'binhu-worker', { day: -1, at: '17:05' }), id, Object.fromEntries(answers.filter(isWorkers)));
}

/** 快速自查 of the first rules: most begun, some met, some not yet. */
function selfCheckOf(rules: readonly string[], most: number): SelfCheck {
  const levels = ['met', 'partly', 'met', 'not-yet', 'partly'] as const;
  return rules.slice(0, most).map((ruleId, index) => ({ ruleId, level: levels[index % levels.length]!, note: '' }));
}
