import { AccountFilter, InvitationFilter } from '#app/domain/base/accounts/input.ts';
import { listInvitations } from '#app/domain/base/accounts/invitations.ts';
import { burdenByPlace } from '#app/domain/base/burden/read.ts';
import { evidenceFor } from '#app/domain/base/evidence/offers.ts';
import { listEvidence } from '#app/domain/base/evidence/read.ts';
import { baohe, binhu } from '#tests/world.ts';
import { listAccounts } from '#app/domain/base/accounts/read.ts';
import { listAssessments as listImpacts } from '#app/domain/children/impact-assessments/read.ts';
import { listPartners, listShares } from '#app/domain/children/sharing/read.ts';
import { casesAtDesk } from '#app/domain/pilot/case-library/own.ts';
import { reportsFor } from '#app/domain/public/annual-report/read.ts';
import { listMyExports } from '#app/domain/base/exports/read.ts';
import { listMyImports } from '#app/domain/base/imports/read.ts';
import { listMessages } from '#app/domain/base/inbox/read.ts';
import { listSystems } from '#app/domain/base/interfaces/register-system.ts';
import { TokenFilter } from '#app/domain/base/interfaces/input.ts';
import { listOwnTokens, listTokens } from '#app/domain/base/interfaces/tokens.ts';
import { listWebhooks } from '#app/domain/base/interfaces/webhooks.ts';
import { listMyOrganisations, listOrganisations } from '#app/domain/base/organisations/read.ts';
import { historyOf, listRecords } from '#app/domain/base/records/read.ts';
import { listChosen } from '#app/domain/pilot/applications/chosen.ts';
import { applicationsAsJson } from '#app/domain/pilot/applications/page-as-json.ts';
import { listQueue } from '#app/domain/pilot/applications/queue.ts';
import { listMine } from '#app/domain/pilot/applications/read.ts';
import { listRecommendations } from '#app/domain/pilot/applications/recommendations.ts';
import { certificatesOf, listCertificates } from '#app/domain/pilot/certification/read.ts';
import { listEvaluations } from '#app/domain/pilot/evaluation/read.ts';
import { listReassessments } from '#app/domain/pilot/evaluation/reassess.ts';
import { listSpotChecks } from '#app/domain/pilot/evaluation/spot-check-read.ts';
import { listReports } from '#app/domain/pilot/progress-reports/read.ts';
import { listLetters } from '#app/domain/pilot/letters/read.ts';
import { listObjections } from '#app/domain/pilot/objections/read.ts';
import { listImports } from '#app/domain/pilot/paper-forms/read.ts';
import { listMyReviews } from '#app/domain/pilot/review/my-reviews.ts';
import { listVisits } from '#app/domain/pilot/visits/at-desk.ts';
import { visitsOfCommunity } from '#app/domain/pilot/visits/for-community.ts';
import { listSamples } from '#app/domain/pilot/visits/sample-at-desk.ts';
import { listAssessments } from '#app/domain/pilot/self-assessment/desk-list.ts';
import { search } from '#app/domain/public/search/find.ts';
import { SearchAsked } from '#app/domain/public/search/input.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { secret, type There } from './there.ts';

/**
 * 各处名单: every list a person can ask for, also with ids and words of there in its filter. The pool of experts is one for the nation,
 * since an expert must come from elsewhere: it is not among these.
 */
export const reads: Record<string, (ctx: Ctx, there: There) => Promise<unknown>> = {
  accounts: (ctx) => listAccounts(ctx, AccountFilter.parse({})),
  invitations: (ctx) => listInvitations(ctx, InvitationFilter.parse({})),
  records: (ctx) => listRecords(ctx),
  history: (ctx, there) => historyOf(ctx, [there.submitted, there.person, there.webhook], 'records.read'),
  tokens: (ctx) => listTokens(ctx, TokenFilter.parse({})),
  ownTokens: (ctx) => listOwnTokens(ctx),
  systems: (ctx) => listSystems(ctx),
  webhooks: (ctx) => listWebhooks(ctx),
  organisations: (ctx) => listOrganisations(ctx),
  myOrganisations: (ctx) => listMyOrganisations(ctx),
  queue: (ctx) => listQueue(ctx),
  queueOfTheirCall: (ctx, there) => listQueue(ctx, { callId: there.call } as never),
  chosen: (ctx, there) => listChosen(ctx, [there.submitted, there.complete, there.draft]),
  asJson: (ctx, there) => applicationsAsJson(ctx, { callId: there.call }, 50),
  mine: (ctx) => listMine(ctx),
  recommendations: (ctx) => listRecommendations(ctx),
  objections: (ctx) => listObjections(ctx),
  objectionsOfTheirNotice: (ctx, there) => listObjections(ctx, { noticeId: there.notice }),
  certificates: (ctx) => listCertificates(ctx, {}),
  assessments: (ctx) => listAssessments(ctx, {}),
  certificatesOfTheirApplication: (ctx, there) => certificatesOf(ctx, there.certified),
  progressReports: (ctx) => listReports(ctx),
  evaluations: (ctx) => listEvaluations(ctx),
  reassessments: (ctx) => listReassessments(ctx),
  spotChecks: (ctx) => Promise.resolve(listSpotChecks(ctx)),
  letters: (ctx, there) => listLetters(ctx, there.returned),
  formImports: (ctx, there) => listImports(ctx, there.draft),
  myReviews: (ctx) => listMyReviews(ctx),
  impactAssessments: (ctx) => listImpacts(ctx, {}),
  sharePartners: (ctx) => listPartners(ctx, {}),
  shares: (ctx) => listShares(ctx, {}),
  libraryCases: (ctx) => casesAtDesk(ctx, {}),
  annualReports: (ctx) => reportsFor(ctx),
  myExports: (ctx) => listMyExports(ctx),
  myImports: (ctx) => listMyImports(ctx),
  messages: (ctx) => listMessages(ctx),
  evidence: (ctx) => listEvidence(ctx, baohe),
  evidenceOffers: (ctx) => evidenceFor(ctx, binhu),
  burden: (ctx) => burdenByPlace(ctx, {}),
  visits: (ctx) => listVisits(ctx),
  visitSamples: (ctx) => listSamples(ctx),
  visitsOfTheirCommunity: (ctx) => visitsOfCommunity(ctx, '340111001'),
  search: (ctx) => search(ctx, SearchAsked.parse({ q: secret.slice(0, 3) })),
};
