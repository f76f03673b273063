import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import { roleGrants } from '#app/domain/base/accounts/tables.server.ts';
import { createPerson } from '#app/domain/base/accounts/create-person.ts';
import { addEvidence } from '#app/domain/base/evidence/add-evidence.ts';
import { EvidenceInput } from '#app/domain/base/evidence/input.ts';
import { invite } from '#app/domain/base/accounts/invite.ts';
import { makeSystemToken } from '#app/domain/base/interfaces/make-token.ts';
import { makeWebhook } from '#app/domain/base/interfaces/make-webhook.ts';
import { registerSystem } from '#app/domain/base/interfaces/register-system.ts';
import { webhookDeliveries } from '#app/domain/base/interfaces/tables.server.ts';
import { OrganisationInput } from '#app/domain/base/organisations/input.ts';
import { registerOrganisation } from '#app/domain/base/organisations/register.ts';
import { recommendCommunity } from '#app/domain/pilot/applications/recommend.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { makeLetter } from '#app/domain/pilot/letters/make-letter.ts';
import { draftNotice } from '#app/domain/pilot/notices/draft-notice.ts';
import { publishNotice } from '#app/domain/pilot/notices/publish-notice.ts';
import { answerObjection } from '#app/domain/pilot/objections/answer-objection.ts';
import { actByCode } from '#app/domain/pilot/objections/objector-acts.ts';
import { SaveDraftInput } from '#app/domain/pilot/evaluation/input.ts';
import { saveDraft } from '#app/domain/pilot/evaluation/save-draft.ts';
import { drawSpotCheck } from '#app/domain/pilot/evaluation/spot-check.ts';
import { startEvaluation } from '#app/domain/pilot/evaluation/start.ts';
import { openReports } from '#app/domain/pilot/progress-reports/open-reports.ts';
import { saveReportAnswers } from '#app/domain/pilot/progress-reports/save-answers.ts';
import { registerDevice } from '#app/domain/pilot/visits/devices.ts';
import { drawVisitSample } from '#app/domain/pilot/visits/draw-sample.ts';
import { planVisits } from '#app/domain/pilot/visits/plan-visits.ts';
import { planMeeting } from '#app/domain/pilot/panels/plan-meeting.ts';
import { receiveObjection } from '#app/domain/pilot/objections/receive-objection.ts';
import { acceptAssignment } from '#app/domain/pilot/review/answer-assignment.ts';
import { assignExpert } from '#app/domain/pilot/review/assign-expert.ts';
import { registerExpert } from '#app/domain/pilot/experts/register-expert.ts';
import { system } from '#app/platform/ctx.ts';
import { submitCase } from '#app/domain/pilot/case-library/submit-case.ts';
import { orderReport } from '#app/domain/public/annual-report/order-report.ts';
import { issueCertificate } from '#app/domain/pilot/certification/issue.ts';
import { openMeasure } from '#app/domain/pilot/certification/open-measure.ts';
import { aFullDraft } from '#tests/apply.ts';
import { aFinalNotice } from '#tests/certificates.ts';
import { aCall, anApplication, aRegion, aUser } from '#tests/cycle.ts';
import { aCase } from '#tests/library.ts';
import { aPilot } from '#tests/reports.ts';
import { attested, qualify } from '#tests/reviews.ts';
import { aClosedRound } from '#tests/surveys.ts';
import { aSuggestionThere } from './suggestion-deeds.ts';
import { aQueue } from './moderation-deeds.ts';
import { aPrivacyOffice } from './privacy-deeds.ts';
import { aSolicitationThere } from './solicitation-deeds.ts';
import { aCouncilThere } from './council-there.ts';
import { aSpaceThere } from './space-deeds.ts';
import { aPlanThere, aRoundThere } from './city-deeds.ts';
import { aSurveyThere } from './survey-there.ts';
import { aFamily } from './family-there.ts';
import { keptThere } from './retention-deeds.ts';
import { anAlertThere } from './warning-deeds.ts';
import { as, baohe, binhu, ctxOf, person, today } from '#tests/world.ts';

/** 那边的东西: what one region holds, one row of each kind, by the name of its kind. */
export type There = Record<
  | 'alert' | 'cityPlan' | 'figuresRound' | 'figuresSheet' | 'call' | 'draftCall' | 'draft' | 'submitted' | 'returned' | 'complete' | 'accepted' | 'file' | 'person' | 'grant' | 'invitation' | 'system' | 'token' | 'webhook' | 'delivery'
  | 'organisation' | 'agent' | 'expert' | 'absence' | 'tie' | 'assignment' | 'plan' | 'scoring' | 'notice' | 'draftNotice' | 'objection' | 'appeal' | 'letter' | 'panel' | 'panelItem' | 'certified' | 'certificate' | 'measure' | 'message' | 'import' | 'export' | 'regionChange' | 'notification' | 'edition' | 'rubric' | 'evidence' | 'assessment' | 'visit' | 'visitSample' | 'device' | 'construction' | 'task' | 'advice' | 'finding' | 'report' | 'evaluation' | 'reassessment' | 'spotCheck' | 'libraryCase' | 'annualReport' | 'council' | 'councilTerm' | 'councilMember' | 'councilMotion' | 'councilSession' | 'round' | 'surveyResult' | 'suggestion' | 'survey' | 'surveyRound' | 'space' | 'safeRoute' | 'hazard' | 'walk' | 'solicitation' | 'work' | 'held' | 'protectionReport' | 'childVersion' | 'child' | 'slip' | 'classCode' | 'accessGrant' | 'right' | 'impact' | 'sharePartner' | 'share' | 'hold' | 'incident',
  string
>;

/** A word that stands in every text there; whoever reads it has read a row that is not theirs. */
export const secret = '石榴籽暗记';

/** 另一个区县 with everything in it, at Binhu and in Baohe district. */
export async function fillThere(db: Db): Promise<There> {
  const office = as(db, 'programme-officer', baohe);
  const admin = as(db, 'system-admin', baohe);
  for (const actor of [office.actor, admin.actor]) await aUser(db, actor.id);
  const { id: draft, callId: call } = await aFullDraft(db, { regionCode: baohe });
  const draftCall = await aCall(db, { regionCode: baohe, state: 'draft', publishedAt: null, title: secret, questionSetId: 'pilot-1' });
  const ofStatus = async (status: 'submitted' | 'returned' | 'complete' | 'accepted', regionCode: string) => {
    await aRegion(db, regionCode, `${secret}${regionCode}`);
    return anApplication(db, { callId: call, regionCode, status, answers: { 'unit-name': secret, population: '30000' } });
  };
  const [submitted, returned, complete, accepted] = [
    await ofStatus('submitted', '340111001'), await ofStatus('returned', '340111002'), await ofStatus('complete', '340111003'), await ofStatus('accepted', '340111004'),
  ];
  const resident = await createPerson(ctxOf(db, system), { name: secret, username: 'resident', phone: '13900000071', regionCode: baohe, grants: [{ role: 'government-officer', regionCode: baohe }] });
  const [grant] = await db.select({ id: roleGrants.id }).from(roleGrants).where(eq(roleGrants.userId, resident));
  const expert = await createPerson(ctxOf(db, system), { name: secret, username: 'reader', regionCode: baohe, grants: [{ role: 'expert', regionCode: baohe }] });
  await registerExpert(office, { account: 'reader', fields: ['education'], regionCode: baohe, title: '', employer: secret, note: '' } as never);
  const reader = await createPerson(ctxOf(db, system), { name: '远方的专家', username: 'reader-far', regionCode: '32', grants: [{ role: 'expert', regionCode: '*' }] });
  await registerExpert(as(db, 'programme-officer', '*'), { account: 'reader-far', fields: ['education'], regionCode: '*', title: '', employer: '', note: '' } as never);
  await qualify(db, reader);
  const assignment = await assignExpert(office, complete, { expertId: reader, dueOn: '2026-09-20' });
  await acceptAssignment(ctxOf(db, person('expert', '*', reader)), assignment, attested);
  const agent = as(db, 'organisation-agent', baohe);
  await aUser(db, agent.actor.id);
  const organisation = await registerOrganisation(agent, OrganisationInput.parse({ kind: 'community', name: secret, regionCode: baohe, contactName: secret, contactPhone: '13900000072' }));
  const notice = await draftNotice(office, { callId: call, title: '关于拟列入试点名单的公示', body: '' });
  await publishNotice(office, notice, { starts: 'today' });
  const appeal = await anAppeal(db, notice);
  await receiveObjection(ctxOf(db), notice, { applicationId: '', manner: 'named', name: secret, contact: '13900000079', content: `${secret}${'情况与材料不符。'.repeat(4)}` });
  await recommendCommunity(ctxOf(db), { regionCode: binhu, recommender: secret, organisation: '', contact: '13800000000', reason: `${secret}${'孩子很多，居民愿意一起做。'}` });
  const secondCall = await aCall(db, { regionCode: baohe, questionSetId: 'pilot-1' });
  await aRegion(db, '340111005');
  await anApplication(db, { callId: secondCall, regionCode: '340111005', status: 'accepted' });
  const draftNoticeId = await draftNotice(office, { callId: secondCall, title: secret, body: secret });
  const machine = await registerSystem(admin, { name: secret, purpose: `${secret}对接`, contact: `${secret} 13900000073`, regionCode: baohe });
  const { id: token } = await makeSystemToken(admin, machine, { name: secret, verbs: ['application.read'], regionCode: baohe, organisationId: undefined, days: 30, perMinute: 60 });
  const { id: webhook } = await makeWebhook(admin, { name: secret, url: 'https://receiver.example/hook', events: ['application.submitted'], regionCode: baohe });
  const { id: invitation } = await invite(admin, { name: secret, contact: 'new@example.cn', role: 'expert', regionCode: baohe });
  const { id: letter } = await makeLetter(office, returned, 'return').catch(() => ({ id: '00000000-0000-7000-8000-00000000aaaa' }));
  const { certified, certificate, measure } = await aMeasuredCertificate(db);
  const one = async (statement: ReturnType<typeof sql>) => (await db.execute<{ id: string }>(statement)).rows[0]!.id;
  await db.insert(webhookDeliveries).values({ webhookId: webhook, recordId: submitted, event: 'application.submitted', body: '{}', createdAt: today, nextAt: today } as never);
  const [visit] = await planVisits(office, { codes: ['340111001'], notice: 'announced', fromOn: '2026-09-10', toOn: '2026-09-10', purpose: secret, expert: reader });
  const device = randomUUID();
  await registerDevice(ctxOf(db, person('expert', '*', reader)), { deviceId: device, name: secret });
  const visitSample = await drawVisitSample(office, { region: baohe, size: 1, seed: secret, codes: ['340111002'] });
  const panel = await planMeeting(office, call, { title: secret, heldOn: '2026-09-10', heldAt: '14:00', place: secret, isRemote: true, quorum: 2 });
  return {
    call, draftCall, draft, submitted, returned, complete, accepted, person: resident, grant: grant!.id, invitation, system: machine, token, webhook, organisation, agent: agent.actor.id, expert, assignment, notice,
    draftNotice: draftNoticeId, letter, certified, certificate, measure, visit: visit!, visitSample, device,
    file: await one(sql`select file_id as id from application_papers where application_id = ${draft} limit 1`),
    delivery: await one(sql`select id from webhook_deliveries where webhook_id = ${webhook}`),
    panel, panelItem: await one(sql`insert into panel_items (meeting_id, application_id, position, proposal) values (${panel}, ${complete}, 1, 'accepted') returning id`),
    plan: await one(sql`insert into assignment_plans (call_id, state, seed, settings, ordered_by, ordered_by_name, ordered_at) values (${call}, 'draft', 7, '{}', ${resident}, ${secret}, now()) returning id`),
    scoring: await one(sql`insert into score_runs (call_id, round, number, state, method, asked_by, asked_by_name, asked_at) values (${call}, 1, 1, 'ready', '1', ${resident}, ${secret}, now()) returning id`),
    absence: await one(sql`insert into expert_absences (expert_id, from_on, until_on, note, created_at) values (${expert}, '2026-09-10', '2026-09-12', ${secret}, now()) returning id`),
    tie: await one(sql`insert into conflicts (expert_id, kind, source, region_code, reason, declared_by, declared_by_name, declared_at) values (${expert}, 'family', 'declared', ${binhu}, ${secret}, ${expert}, ${secret}, now()) returning id`),
    appeal, objection: await one(sql`select id from objections where notice_id = ${notice} and state = 'received' and level = 1`),
    message: await one(sql`insert into messages (user_id, kind, params, link, cause, created_at) values (${resident}, 'application-returned', ${JSON.stringify({ number: secret })}::jsonb, '/apply', 'neighbours', now()) returning id`),
    import: await one(sql`insert into imports (owner_id, kind, file_name, locale, rows, created_at) values (${office.actor.id}, 'organisations', ${secret}, 'zh-CN', 0, now()) returning id`),
    export: await one(sql`insert into exports (owner_id, list, search, format, locale, ordered_at) values (${office.actor.id}, 'applications', ${secret}, 'csv', 'zh-CN', now()) returning id`),
    regionChange: await one(sql`insert into region_changes (effective_on, source, state, proposed_by, proposed_by_name, proposed_at) values ('2027-01-01', '区划文件', 'planned', 'office', '王宁', now()) returning id`),
    notification: await one(sql`select uuidv7()::text as id`),
    edition: await one(sql`select id from editions where state = 'published' limit 1`),
    rubric: await one(sql`select id from rubrics limit 1`),
    assessment: await anAssessment(db),
    ...(await aSurveyThere(db, secret)),
    surveyResult: (await aClosedRound(db, { title: secret, many: 12, yes: 6 })).round,
    ...(await aReportAndEvaluation(db, reader)),
    ...(await aPlanAndAdvice(db)),
    ...(await aFamily(db, secret)),
    ...(await keptThere(db, secret)),
    ...(await aCouncilThere(db, secret)), suggestion: await aSuggestionThere(db, secret), ...(await aSpaceThere(db, secret)),
    ...(await aSolicitationThere(db, secret)),
    ...(await aQueue(db, secret)),
    ...(await aPrivacyOffice(db, secret)),
    libraryCase: await aCaseHandedIn(db),
    alert: await anAlertThere(db, secret),
    cityPlan: await aPlanThere(db, secret), ...(await aRoundThere(db, secret)),
    annualReport: await orderReport(office, { regionCode: binhu, year: 2026 }),
    evidence: (await addEvidence(as(db, 'government-officer', baohe), binhu, EvidenceInput.parse({ kind: 'fact', title: secret, text: secret, validFrom: '2026-01-01', source: secret, confidentiality: 'office', promise: 'yes' }))).id,
  };
}

/** 待审的案例 of Binhu, with a word of theirs in it. */
async function aCaseHandedIn(db: Db): Promise<string> {
  const id = await aCase(db, { title: secret });
  await submitCase(as(db, 'government-officer', binhu), id);
  return id;
}

/** The numbers and ids that tell a row of theirs. */
export async function tracesOf(db: Db, there: There): Promise<string[]> {
  const numbers = await db.select({ number: applications.number }).from(applications);
  const isForAll = (kind: string) => ['edition', 'rubric', 'call', 'notice', 'regionChange'].includes(kind); // the standard, calls, notices, changes of regions
  return [secret, ...numbers.map(({ number }) => number), ...Object.entries(there).flatMap(([kind, id]) => (isForAll(kind) ? [] : [id]))];
}

/** 申诉: against an answer by somebody who had no part in the notice. */
async function anAppeal(db: Db, notice: string): Promise<string> {
  const words = `${secret}${'情况与材料不符。'.repeat(4)}`;
  const code = await receiveObjection(ctxOf(db), notice, { applicationId: '', manner: 'named', name: secret, contact: '13900000078', content: words });
  const { rows } = await db.execute<{ id: string }>(sql`select id from objections where code = ${code}`);
  const other = ctxOf(db, person('programme-officer', baohe, 'another-officer'));
  await answerObjection(other, rows[0]!.id, { outcome: 'dismissed', effect: 'none', findings: words, rule: words, answer: words, correction: '', title: '', body: '' });
  await actByCode(ctxOf(db), code, 'appeal', { body: words });
  return (await db.execute<{ id: string }>(sql`select id from objections where level = 2`)).rows[0]!.id;
}

/** 进展报告、评估、抽查 of that place: a report begun, an evaluation being drafted, a sample drawn. */
async function aReportAndEvaluation(db: Db, evaluatorId: string) {
  const office = as(db, 'programme-officer', baohe);
  await aPilot(db, '340111004');
  await openReports(ctxOf(db, system));
  const [row] = (await db.execute<{ id: string }>(sql`select id from progress_reports where region_code = '340111004'`)).rows;
  await saveReportAnswers(as(db, 'government-officer', baohe), '340111004', row!.id, { answers: [{ questionId: 'done', value: secret, bases: [0] }] });
  const evaluation = await startEvaluation(office, { regionCode: '340111001', kind: 'whole', year: 2026, subject: '', evaluatorId });
  await saveDraft(ctxOf(db, person('expert', '*', evaluatorId)), '340111001', evaluation, SaveDraftInput.parse({ revision: 0, summary: secret }));
  const [again] = (await db.execute<{ id: string }>(sql`insert into reassessments (region_code, award, since, due_on, updated_at) values ('340111002', 'pilot', '2023-09-01', '2026-09-01', now()) returning id`)).rows;
  return { report: row!.id, evaluation, reassessment: again!.id, spotCheck: await drawSpotCheck(office, { title: secret, regionCode: baohe, size: 1, digits: 0, seed: secret, seedSource: secret }) };
}

/** 证书 with a measure against it that waits for its answer. */
async function aMeasuredCertificate(db: Db) {
  await aRegion(db, '340111006', `${secret}340111006`);
  const nation = as(db, 'programme-officer', '*');
  const { noticeId, ids } = await aFinalNotice(db, ['340111006']);
  const { id: certificate } = await issueCertificate(nation, noticeId, ids[0]!, 'pilot', null);
  const measure = await openMeasure(nation, certificate, { kind: 'suspend', to: '', grounds: `${secret}${'与承诺不符。'.repeat(4)}`, isInterim: false });
  return { certified: ids[0]!, certificate, measure };
}

/** 已提交的自评 of Binhu, and its draft of the year after. */
async function anAssessment(db: Db): Promise<string> {
  const rows = JSON.stringify([{ ruleId: 'A1.1', level: 'met', reason: secret, evidence: [] }]);
  const { rows: made } = await db.execute<{ id: string }>(sql`
    with edition as (select id from editions where state = 'published' limit 1), one as (
      insert into self_assessments (county_code, region_code, year, edition_id, status, round, started_by, started_by_name, created_at, updated_at, submitted_at, score)
      select 340111, ${binhu}, year, id, case year when 2025 then 'submitted' else 'draft' end, 2026 - year, 'x', ${secret}, now(), now(), now(), 50 from edition, (values (2025), (2026)) as years (year)
      returning id, year, edition_id),
    said as (
      insert into self_assessment_submissions (county_code, region_code, assessment_id, year, round, edition_id, rows, hash, receipt_code, submitted_by, submitted_by_name, submitted_at)
      select 340111, ${binhu}, id, year, 1, edition_id, ${rows}::jsonb, 'hash', 'code', 'x', ${secret}, now() from one where year = 2025)
    select id from one where year = 2025`);
  return made[0]!.id;
}

/** 建设计划 with a task, 咨询 with a finding, of Binhu. */
async function aPlanAndAdvice(db: Db) {
  const one = async (question: ReturnType<typeof sql>) => (await db.execute<{ id: string }>(question)).rows[0]!.id;
  const construction = await one(sql`
    insert into construction_plans (county_code, region_code, edition_id, aim, starts_on, ends_on, made_by, made_by_name, made_at)
    select 340111, ${binhu}, id, ${secret}, '2026-01-01', '2026-12-31', 'x', ${secret}, now() from editions where state = 'published' limit 1 returning id`);
  const advice = await one(sql`
    insert into consulting_sessions (county_code, region_code, state, topic, mode, rule_ids, asked_by, asked_by_name, asked_at) values (340111, ${binhu}, 'held', ${secret}, 'phone', '{}', 'x', ${secret}, now()) returning id`);
  return {
    construction, advice,
    task: await one(sql`
      insert into plan_tasks (county_code, region_code, plan_id, position, title, starts_on, due_on, rule_ids, updated_by_name, updated_at)
      values (340111, ${binhu}, ${construction}, 0, ${secret}, '2026-01-01', '2026-12-31', '{}', ${secret}, now()) returning id`),
    finding: await one(sql`
      insert into consulting_findings (county_code, region_code, session_id, finding, action, due_on, rule_ids, found_by, found_by_name, found_at)
      values (340111, ${binhu}, ${advice}, ${secret}, ${secret}, '2026-12-31', '{}', 'x', ${secret}, now()) returning id`),
  };
}
