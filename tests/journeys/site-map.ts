import { sql } from 'drizzle-orm';
import type { RouteConfigEntry } from '@react-router/dev/routes';
import type { Db } from '#app/db/db.server.ts';
import routes from '#app/routes.ts';

/** 网站地图: every address of app/routes.ts with the person of the demonstration who looks at it. */
export type Walk = { pattern: string; path: string; who: string };

/** Addresses that answer posts, files or data instead of a page, and those that need what the demonstration does not hold. */
export const notPages: Record<string, string> = {
  language: 'sets a cookie and goes back',
  'child/look': 'sets a cookie and goes back',
  'child/said/:ticket/files/:fileId': 'answers a file',
  'work/child-versions': 'goes on to those of one’s own place',
  'work/:code/children/suggestions/:id/files/:fileId': 'answers a file',
  'account/sign-out': 'goes on to the account',
  'apply/:id/save': 'takes what the script saves',
  'work/:code/self-assessment/:year/save': 'takes what the script saves',
  'work/:code/reports/:id/save': 'takes what the script saves',
  'work/:code/figures/:id/save': 'takes what the script saves',
  'apply/:id/papers': 'takes finished uploads',
  'work/:code/evidence/upload': 'takes finished uploads',
  'account/oidc/:provider': 'goes on to the account system of a province',
  'account/oidc/:provider/return': 'only on the way back from there',
  'account/first-administrator': 'only on an empty database',
  'account/two-factor': 'only between the two steps of signing in',
  'apply/:id': 'goes on to the first open part',
  'desk/exports/:id/file': 'answers a file',
  'desk/indicators/:code/evidence/:fileId': 'answers a file',
  'desk/collection/sheets/:id/evidence/:fileId': 'answers a file',
  'desk/views': 'takes what is set above a list',
  'visit/sw.js': 'answers a script',
  'visit/devices': 'talks with a phone',
  'walk/take': 'talks with a phone',
  'walk/sync': 'talks with a phone',
  'walk/photos/:sha256': 'talks with a phone',
  'walk/sw.js': 'answers a script',
  'walk/manifest.webmanifest': 'answers a file',
  'visit/:id/sync': 'talks with a phone',
  'visit/:id/attachments/:sha256': 'talks with a phone',
  'desk/visits/:id/attachments/:sha256': 'answers a file',
  'work/:code/visits/:id/attachments/:sha256': 'answers a file',
  'visit/manifest.webmanifest': 'answers a file',
  'notices/:id/versions/:version/notice.pdf': 'answers a file',
  'objections/:code/receipt.pdf': 'answers a file',
  'objections/:code/evidence/:fileId': 'answers a file',
  'desk/objections/:id/evidence/:fileId': 'answers a file',
  'work/:code/children/solicitations/:id/certificates/:work': 'answers a file',
  'hazards/photos/:id/:moment/:fileId': 'answers a file',
  'walks/photos/:photoId/:fileId': 'answers a file',
  'work/:code/children/walks/:id/photos/:photoId': 'answers a file',
  'hazards/:code/photos/:fileId': 'answers a file',
  'hazards/repair/:code/photos/:fileId': 'answers a file',
  'child/*': 'stands for all other addresses of children',
  '*': 'stands for all other addresses',
};
const isData = (pattern: string) => /\.(json|csv|ics|xml|txt|xlsx)$/.test(pattern) || pattern.includes(':file');

/** 口令地址: only the person who was sent it knows it; their own tests open them. */
const isSecret = (pattern: string) => pattern.includes(':token');

/** Every pattern of the site map, in its order. */
export function patterns(entries: readonly RouteConfigEntry[] = routes as RouteConfigEntry[]): string[] {
  return entries.flatMap((entry) => [...(entry.index ? [''] : entry.path ? [entry.path] : []), ...patterns(entry.children ?? [])]);
}

const oneOf = {
  rule: `select id from rules order by id limit 1`,
  notice: `select id from notices where state = 'published' order by id desc limit 1`,
  objection: `select id from objections where state = 'received' order by id desc limit 1`,
  objectionCode: `select code as id from objections where state = 'answered' order by id limit 1`,
  community: `select region_code as id from pilots order by id limit 1`,
  workplace: `select '340111400' as id`,
  ownAssessment: `select region_code || '|' || year as id from self_assessments where region_code = '340111400' and status = 'draft' limit 1`,
  ownSection: `select region_code || '|' || year || '|B' as id from self_assessments where region_code = '340111400' and status = 'draft' limit 1`,
  ownRule: `select region_code || '|' || year || '|A1.2' as id from self_assessments where region_code = '340111400' and status = 'draft' limit 1`,
  ownHandedIn: `select region_code || '|' || year as id from self_assessments where region_code = '340111400' and round > 0 limit 1`,
  handedInAssessment: `select id from self_assessments where round > 0 order by id limit 1`,
  evidence: `select region_code || '|' || id as id from evidence where region_code = '340111400' and kind = 'photo' order by id limit 1`,
  planTask: `select region_code || '|' || id as id from plan_tasks where region_code = '340111400' order by id limit 1`,
  planned: `select region_code as id from construction_plans order by id limit 1`,
  adviceHeld: `select region_code || '|' || id as id from consulting_sessions where state = 'held' order by id limit 1`,
  call: `select id from calls where state = 'published' and closes_on >= current_date order by id limit 1`,
  draftCall: `select id from calls where state = 'draft' order by id limit 1`,
  draft: `select id from applications where status = 'draft' and region_code like '340111400%' order by id limit 1`,
  handedIn: `select id from applications where status = 'submitted' and round = 1 and region_code like '340111%' order by id limit 1`,
  again: `select id from applications where status = 'submitted' and round = 2 order by id limit 1`,
  inReview: `select id from applications where status = 'in-review' order by id limit 1`,
  asked: `select application_id as id from applicant_questions where state = 'forwarded' order by id limit 1`,
  receipt: `select receipt_code as id from submissions where withdrawn_at is null order by submitted_at limit 1`,
  mine: `select a.id from assignments a join users u on u.id = a.expert_id where u.username = 'expert' and a.state = 'accepted' order by a.id limit 1`,
  expert: `select user_id as id from experts order by user_id limit 1`,
  organisation: `select id from organisations order by id limit 1`,
  person: `select id from users where username = 'binhu'`,
  letterKind: `select 'return' as id`,
  certificate: `select c.id from certificates c where exists (select from certificate_measures m where m.certificate_id = c.id) order by c.id limit 1`,
  certificateNumber: `select number as id from certificates where state = 'valid' order by number limit 1`,
  certificateHolder: `select application_id as id from certificates where region_code = '320102008001' limit 1`,
  awardLevel: `select 'certified' as id`,
  county: `select '340111' as id`,
  message: `select id from messages limit 1`,
  import: `select id from imports where state = 'preview' order by id limit 1`,
  regionChange: `select id from region_changes order by id limit 1`,
  root: `select day::text as id from record_roots order by day desc limit 1`,
  messageKind: `select 'application-returned' as id`,
  system: `select user_id as id from system_clients order by user_id limit 1`,
  webhook: `select id from webhooks order by id limit 1`,
  rubric: `select id from rubrics order by id limit 1`,
  scoredCall: `select call_id as id from score_runs order by id limit 1`,
  explained: `select e.application_id as id from decision_explanations e join applications a on a.id = e.application_id where a.region_code like '340111%' order by e.id limit 1`,
  panel: `select id from panel_meetings where state = 'signed' order by id limit 1`,
  rankedCall: `select call_id as id from applications where status = 'declined' order by id limit 1`,
  edition: `select id from editions where state = 'published' order by id limit 1`,
  draftEdition: `select id from editions where state = 'draft' order by id limit 1`,
  annualReport: `select id from annual_reports where state = 'published' order by id limit 1`,
  ownSolicitation: `select region_code || '|' || id as id from solicitations where state = 'decided' order by id limit 1`,
  ownSurvey: `select region_code || '|' || id as id from surveys where region_code = '340111400' order by id limit 1`,
  openRound: `select region_code || '|' || id as id from survey_rounds where region_code = '340111400' and state = 'open' and audience = 'children-8-12' order by id limit 1`,
  closedRound: `select region_code || '|' || round_id as id from survey_results where region_code = '340111400' and audience = 'children-8-12' order by closed_on desc limit 1`,
  surveyResult: `select round_id as id from survey_results where region_code = '340111400' and audience = 'children-8-12' order by closed_on desc limit 1`,
  surveyCode: `select code as id from survey_codes where kind = 'class' order by id limit 1`,
  exhibition: `select id from solicitations where state = 'decided' order by id limit 1`,
  openSolicitation: `select id from solicitations where state = 'published' order by id limit 1`,
  libraryCase: `select id from library_cases where is_shown order by id limit 1`,
  ownCase: `select region_code || '|' || id as id from library_cases where region_code = '340111400' order by id limit 1`,
  caseToReview: `select id from library_cases where state = 'submitted' order by id limit 1`,
  collection: `select id from library_collections order by id limit 1`,
  visit: `select id from visits order by id limit 1`,
  contestedVisit: `select visit_id as id from visit_fields where jsonb_array_length(versions) > 1 order by visit_id limit 1`,
  visitSample: `select id from visit_samples order by id limit 1`,
  ownVisit: `select region_code || '|' || id as id from visits where region_code = '340111400' order by id limit 1`,
  ownReport: `select region_code || '|' || id as id from progress_reports where region_code = '320102008001' order by state = 'returned' desc, id limit 1`,
  reportToCheck: `select region_code || '|' || id as id from progress_reports where state = 'handed-in' order by id limit 1`,
  ownEvaluation: `select region_code || '|' || id as id from evaluations where state = 'commenting' order by id limit 1`,
  evaluationToDraft: `select region_code || '|' || id as id from evaluations where state = 'drafting' order by id limit 1`,
  publicEvaluation: `select region_code || '|' || id as id from evaluations where state = 'concluded' and kind = 'whole' order by id limit 1`,
  spotCheck: `select id from spot_checks where is_public order by id limit 1`,
  saidPlate: `select '风筝·海豚·云朵·27' as id`,
  ownSuggestion: `select region_code || '|' || id as id from suggestion_matters where region_code = '340111400' and state = 'seen' order by id limit 1`,
  knownVersion: `select id from child_versions where state = 'published' and layer = 'primary' order by id limit 1`,
  ownVersion: `select region_code || '|' || id as id from child_versions where region_code = '340111400' and state = 'draft' order by id limit 1`,
  heldItem: `select region_code || '|' || id as id from moderation_items where region_code = '340111400' and state = 'waiting' and kind = 'suggestion' order by severity desc nulls last, id limit 1`,
  protectionReport: `select region_code || '|' || subject_id as id from records where event = 'protection.opened' and region_code = '340111400' order by id limit 1`,
  pastResult: `select region_code || '|' || id as id from result_sheets where region_code like '340111%' order by id limit 1`,
  ownChild: `select subject_id as id from records where event = 'child.corrected' order by id limit 1`,
  childOnPaper: `select '340111400|' || subject_id as id from records where event = 'child.registered-on-paper' order by id limit 1`,
  doubleSheet: `select '340111400|' || round_id || '|' || id as id from survey_double_sheets where second is not null order by id limit 1`,
  childAtWork: `select '340111400|' || subject_id as id from records where event = 'child.corrected' order by id limit 1`,
  ownCouncilSession: `select region_code || '|' || id as id from council_sessions where region_code = '340111400' and state = 'held' order by id limit 1`,
  ownMotion: `select region_code || '|' || id as id from council_motions where region_code = '340111400' and state = 'sent' order by id limit 1`,
  followedMotion: `select id from council_motions where region_code = '340111400' and state = 'done' order by id limit 1`,
  ownRound: `select region_code || '|' || id as id from observer_rounds where region_code = '340111400' and state = 'walked' order by id limit 1`,
  walkedRound: `select id from observer_rounds where region_code = '340111400' and state = 'walked' order by id limit 1`,
  council: `select id from councils where region_code = '340111400'`,
  councilSession: `select id from council_sessions where region_code = '340111400' and state = 'held' order by id limit 1`,
  councilTerm: `select id from council_terms where region_code = '340111400' order by id limit 1`,
  plan: `select id from city_plans where code = 'city-3y-2023-2025' order by id limit 1`,
  planAction: `select id || '|A09' as id from city_plans where code = 'city-3y-2023-2025' order by id limit 1`,
  figureFile: `select id from figure_files order by id limit 1`,
  planTable: `select id from city_plan_tables where state = 'preview' order by id limit 1`,
  figuresRound: `select id from collection_rounds order by id limit 1`,
  figuresSheet: `select id from collection_sheets where region_code = '340111' and state = 'open' order by id limit 1`,
  ownFigures: `select region_code || '|' || id as id from collection_sheets where region_code = '340111400' and state = 'open' order by id limit 1`,
  planReport: `select plan_id || '|' || year as id from monitoring_reports where kind = 'yearly' and state = 'published' order by id limit 1`,
  planReportDraft: `select plan_id || '|' || id as id from monitoring_reports where state = 'draft' order by id limit 1`,
  planDraft: `select id from city_plans where state = 'draft' order by id limit 1`,
  planDraftAction: `select id || '|A08' as id from city_plans where state = 'draft' order by id limit 1`,
  indicator: `select 'A08-1' as id`,
  planCity: `select '3401' as id`, planDistrict: `select '340111' as id`, department: `select 'wj' as id`,
  alert: `select id from alerts where region_code like '3401%' and state = 'open' order by id limit 1`,
  warningRule: `select 'W2' as id`,
  space: `select id from spaces where region_code = '340111400' order by id limit 1`,
  ownSpace: `select region_code || '|' || id as id from spaces where region_code = '340111400' order by id limit 1`,
  ownRoute: `select region_code || '|' || id as id from safe_routes where region_code = '340111400' order by id limit 1`,
  hazardCode: `select code as id from hazards where state = 'repaired' order by id limit 1`,
  repairCode: `select repair_code as id from hazards where state = 'assigned' order by id limit 1`,
  ownHazard: `select region_code || '|' || id as id from hazards where region_code = '340111400' and state = 'repaired' order by id limit 1`,
  walk: `select id from walks where region_code = '340111400' and state = 'closed' order by id limit 1`,
  ownWalk: `select region_code || '|' || id as id from walks where region_code = '340111400' and state = 'closed' order by id desc limit 1`,
  walkedCommunity: `select region_code as id from walks where state = 'closed' order by id limit 1`,
  openWalk: `select region_code || '|' || id as id from walks where region_code = '340111400' and state = 'planned' order by id limit 1`,
  deletionCertificate: `select number::text as id from retention_certificates where number is not null order by number limit 1`,
  toldIncident: `select id from incidents where notice is not null order by id limit 1`,
  impact: `select assessment_id as id from impact_versions where state = 'approved' and written_by <> 'system' order by assessment_id limit 1`,
  impactDraft: `select assessment_id as id from impact_versions where state = 'draft' order by assessment_id limit 1`,
  sharePartner: `select id from share_partners where state = 'prepared' order by id limit 1`,
  share: `select id from shares where basis = 'consent' order by id limit 1`,
  assessed: `select region_code as id from result_sheets where region_code like '340111%' order by id limit 1`,
} as const;

/** Which row stands for the parameter of a pattern; the longest beginning that fits counts. */
const stands: Record<string, keyof typeof oneOf> = {
  'work/:code/children/council/sessions/:': 'ownCouncilSession', 'work/:code/children/council/motions/:': 'ownMotion', 'work/:code/children/council/rounds/:': 'ownRound', 'councils/:': 'council', 'child/council/:': 'council', 'child/council/sessions/:': 'councilSession', 'child/council/motions/:': 'followedMotion', 'child/council/terms/:': 'councilTerm', 'child/council/rounds/:': 'walkedRound',
  'child/said/:': 'saidPlate', 'work/:code/children/suggestions/:': 'ownSuggestion',
  'child/know/:': 'knownVersion', 'work/:code/children/child-versions/:': 'ownVersion',
  'work/:code/children/surveys/:': 'ownSurvey', 'work/:code/children/surveys/rounds/:': 'openRound', 'work/:code/children/surveys/rounds/:round/double/:': 'doubleSheet', 'surveys/answer/:': 'surveyCode', 'surveys/:': 'surveyResult', 'child/survey/:': 'surveyResult', 'work/:code/children/surveys/rounds/:round/results': 'closedRound',
  'work/:code/children/solicitations/:': 'ownSolicitation', 'exhibitions/:': 'exhibition', 'child/works/:': 'openSolicitation',
  'desk/cockpit/districts/:': 'planDistrict', 'desk/cockpit/departments/:': 'department', 'scorecard/:': 'planCity', 'child/scorecard/:': 'planCity',
  'desk/collection/:': 'figuresRound', 'desk/collection/sheets/:': 'figuresSheet', 'work/:code/figures/:': 'ownFigures',
  'plans/:': 'plan', 'plans/:id/actions/:': 'planAction', 'plans/:id/reports/:': 'planReport', 'desk/plans/:id/reports': 'plan', 'desk/plans/:id/reports/:': 'planReportDraft', 'desk/plans/:id/districts': 'plan', 'desk/plans/:': 'planDraft', 'desk/plans/import/:': 'planTable', 'desk/figures/:': 'figureFile', 'desk/plans/:id/actions/:': 'planDraftAction', 'desk/indicators/:': 'indicator', 'desk/warnings/:': 'alert', 'desk/warnings/rules/:': 'warningRule',
  'spaces/:': 'space', 'hazards/:': 'hazardCode', 'child/places/told/:': 'hazardCode', 'hazards/repair/:': 'repairCode', 'work/:code/children/spaces/:': 'ownSpace', 'work/:code/children/spaces/routes/:': 'ownRoute', 'work/:code/children/hazards/:': 'ownHazard', 'child/walks/:': 'walk', 'communities/:code/walks': 'walkedCommunity', 'work/:code/children/walks/:': 'ownWalk', 'work/:code/children/walks/:id/sheet': 'openWalk', 'work/:code/children/walks/:id/enter': 'openWalk',
  'standard/:': 'rule', 'statistics/:': 'county', 'notices/:': 'notice', 'objections/:': 'objectionCode', 'communities/:': 'community', 'work/:': 'workplace', 'work/:code/self-assessment/:year': 'ownAssessment', 'work/:code/self-assessment/:year/sections': 'ownSection', 'work/:code/self-assessment/:year/rules': 'ownRule', 'work/:code/self-assessment/:year/receipt': 'ownHandedIn', 'desk/self-assessments/:': 'handedInAssessment', 'work/:code/evidence/:': 'evidence', 'work/:code/children/moderation/:': 'heldItem', 'work/:code/children/protection/:': 'protectionReport', 'work/:code/plan/tasks/:': 'planTask', 'desk/consulting/:': 'planned', 'desk/consulting/:code/:': 'adviceHeld', 'apply/calls/:': 'call',
  'work/:code/reports/:': 'ownReport', 'work/:code/evaluations/:': 'ownEvaluation', 'communities/:code/evaluations/:': 'publicEvaluation', 'spot-checks/:': 'spotCheck', 'desk/progress-reports/:': 'reportToCheck', 'desk/evaluations/:': 'evaluationToDraft', 'desk/spot-checks/:': 'spotCheck',
  'apply/:': 'draft', 'apply/:id/receipt': 'handedIn', 'apply/:id/withdraw': 'handedIn', 'apply/:id/history': 'handedIn', 'apply/:id/decision': 'explained', 'apply/:id/objections': 'handedIn', 'receipts/:': 'receipt', 'records/roots/:': 'root', 'desk/region-changes/:': 'regionChange',
  'family/incidents/:': 'toldIncident', 'desk/privacy/incidents/:': 'toldIncident', 'desk/privacy/retention/certificates/:': 'deletionCertificate', 'family/:': 'ownChild', 'work/:code/children/families/:': 'childAtWork', 'work/:code/children/families/:childId/card': 'childOnPaper',
  'desk/privacy/assessments/:': 'impact', 'desk/privacy/assessments/:id/edit': 'impactDraft', 'desk/privacy/partners/:': 'sharePartner', 'desk/privacy/shares/:': 'share',
  'desk/calls/:': 'call', 'desk/calls/:id/scores': 'scoredCall', 'desk/calls/:id/edit': 'draftCall', 'desk/calls/:id/ranking': 'rankedCall', 'desk/panels/:': 'panel', 'desk/applications/:': 'handedIn', 'desk/applications/:id/changes': 'again',
  'desk/applications/:id/review': 'inReview', 'desk/applications/:id/decision': 'inReview', 'desk/applications/:id/questions': 'asked', 'desk/applications/:id/redaction': 'inReview', 'apply/:id/questions': 'asked', 'desk/reviews/:': 'mine', 'desk/organisations/:': 'organisation', 'desk/imports/:': 'import',
  'desk/accounts/:': 'person', 'desk/experts/:': 'expert', 'desk/notices/:': 'notice', 'desk/objections/:': 'objection', 'desk/inbox/:': 'message', 'desk/letters/:': 'letterKind', 'desk/certificates/:': 'certificate', 'desk/award-levels/:': 'awardLevel', 'certificates/:': 'certificateNumber', 'apply/:id/certificate': 'certificateHolder', 'desk/notification-templates/:': 'messageKind', 'desk/standard/:': 'edition', 'desk/standard/:id/preview': 'draftEdition', 'past/:': 'assessed', 'cases/:': 'libraryCase', 'work/take-case/:': 'libraryCase', 'annual-reports/:': 'annualReport', 'cases/collections/:': 'collection', 'work/:code/cases/:': 'ownCase', 'desk/cases/:': 'caseToReview', 'desk/case-collections/:': 'collection', 'past/:code/results': 'pastResult', 'past/decisions/:': 'explained', 'desk/rubrics/:': 'rubric', 'desk/systems/:': 'system', 'desk/webhooks/:': 'webhook', 'visit/:': 'visit', 'walk/:': 'walk', 'desk/visits/:': 'contestedVisit', 'desk/visits/samples/:': 'visitSample', 'work/:code/visits/:': 'ownVisit',
};
const seenBy: Record<string, string> = {
  '': '', 'child/council': 'child with a card', 'child/say': 'child', 'child/places': 'child', 'child/walks': 'child', 'child/said': 'child with a card', 'child/works/:id': 'child', family: 'guardian', 'family/join': '', 'child/me': 'child with a card', work: 'binhu', 'work/:code/reports/:': 'hongshan', 'work/:code/evaluations/:': 'hongshan', 'desk/evaluations/:code': 'expert', visit: 'expert', apply: 'binhu', 'apply/:id/receipt': 'baohe', 'apply/:id/questions': 'hongshan', 'apply/:id/withdraw': 'baohe', 'apply/:id/history': 'baohe', 'apply/:id/certificate': 'hongshan', 'desk/signing-keys': 'secadmin', 'apply/:id/decision': 'baohe', 'apply/:id/objections': 'baohe', 'apply/calls': '', account: 'binhu', 'account/sign-in': '',
  'desk/plans/import': 'hefei', 'desk/warnings': 'hefei', 'desk/cockpit': 'hefei', 'desk/figures': 'hefei', 'desk/privacy/incidents/:id/letters': 'binhu', desk: 'office', 'desk/objections': 'office-check', 'desk/reviews': 'expert', 'desk/expert': 'expert', 'desk/consultations': 'expert', 'desk/experts': 'office', 'desk/accounts': 'sysadmin', 'desk/invitations': 'sysadmin', 'desk/jobs': 'sysadmin', 'desk/systems': 'sysadmin', 'desk/tokens': 'sysadmin', 'desk/webhooks': 'sysadmin', 'desk/notifications': 'sysadmin', 'desk/notification-templates': 'sysadmin', 'desk/records': 'auditadmin',
};

function longest<T>(table: Record<string, T>, pattern: string): T {
  const fits = Object.keys(table).filter((begin) => pattern.startsWith(begin)).sort((a, b) => b.length - a.length);
  return table[fits[0]!]!;
}

/** The walk through every page; a pattern with a parameter nobody has thought of is an error. */
export async function walks(db: Db, only = (_pattern: string) => true): Promise<Walk[]> {
  const pages = patterns().filter((pattern) => only(pattern) && !(pattern in notPages) && !isData(pattern) && !isSecret(pattern));
  const found: Walk[] = [];
  for (const pattern of pages) {
    found.push({ pattern, path: await pathOf(db, pattern), who: longest(seenBy, pattern) });
  }
  const nowhere = [{ path: '/there/is/no/such/page', who: '' }, { path: '/desk/applications/00000000-0000-7000-8000-000000000000', who: 'office' }];
  return [...found, ...nowhere.map((lost) => ({ pattern: '*', ...lost }))];
}

async function pathOf(db: Db, pattern: string): Promise<string> {
  if (!pattern.includes(':')) return `/${pattern}`;
  const row = longest(stands, pattern);
  if (!row) throw new Error(`Nothing stands for the parameter of ${pattern}: add it to tests/journeys/site-map.ts`);
  const { rows } = await db.execute<{ id: string }>(sql.raw(oneOf[row]));
  if (!rows[0]) throw new Error(`The demonstration has no ${row} for ${pattern}`);
  const parts = rows[0].id.split('|'); // one for each parameter
  let place = 0;
  return `/${pattern.replace(':section', 'children').replace(':version', '1').replace(/:\w+/g, () => encodeURIComponent(parts[place++]!))}`;
}
