import { saveCollection } from '#app/domain/pilot/case-library/collections.ts';
import { giveConsent } from '#app/domain/pilot/case-library/give-consent.ts';
import { submitCase } from '#app/domain/pilot/case-library/submit-case.ts';
import { orderReport } from '#app/domain/public/annual-report/order-report.ts';
import { publishReport } from '#app/domain/public/annual-report/publish-report.ts';
import { communityOn } from '#app/domain/public/time-machine/community-on.ts';
import { pastDecision } from '#app/domain/public/time-machine/past-decision.ts';
import { pastResult } from '#app/domain/public/time-machine/past-result.ts';
import { caseText } from '#tests/library.ts';
import { saveCase, startCase } from '#app/domain/pilot/case-library/write-case.ts';
import { caseAtDesk, ownCase, ownCases } from '#app/domain/pilot/case-library/own.ts';
import { restoreCase, reviewCase, withdrawCase } from '#app/domain/pilot/case-library/review-case.ts';
import { findReport, reportsFor, verifyReport } from '#app/domain/public/annual-report/read.ts';
import { binhu } from '#tests/world.ts';
import type { Deed } from './deeds.ts';

const deed = (right: Deed['right'], run: Deed['run']): Deed => ({ name: '', right, run });
const why = '隔壁来的人想改一改';

/** 案例、年度报告和时光机的事 under their verbs. */
export const libraryDeeds = {
  'case.write': [
    deed('call', (ctx) => startCase(ctx, '340111001')), deed('libraryCase', (ctx) => ownCases(ctx, binhu)), deed('libraryCase', ownCase), deed('libraryCase', submitCase),
    deed('libraryCase', (ctx, id) => saveCase(ctx, id, 1, caseText)), deed('libraryCase', (ctx, id) => giveConsent(ctx, id, { consent: 'people', statement: why, agreed: 'yes' })),
  ],
  'case.consent': [deed('libraryCase', (ctx, id) => giveConsent(ctx, id, { consent: 'government', statement: why, agreed: 'yes' }))],
  'case.review': [
    deed('libraryCase', (ctx, id) => reviewCase(ctx, id, { outcome: 'publish', note: '' })), deed('libraryCase', caseAtDesk), deed('libraryCase', (ctx, id) => withdrawCase(ctx, id, why)), deed('libraryCase', restoreCase),
  ],
  'case.curate': [deed('libraryCase', (ctx, id) => saveCollection(ctx, undefined, { title: why, titleEn: why, intro: '', introEn: '', caseIds: [id], isShown: true }))],
  'annual-report.make': [deed('call', (ctx) => orderReport(ctx, { regionCode: '340111001', year: 2026 })), deed('annualReport', findReport), deed('annualReport', publishReport), deed('annualReport', verifyReport), deed('annualReport', (ctx) => reportsFor(ctx, binhu))],
  'past.open': [deed('call', (ctx) => communityOn(ctx, '340111001', undefined)), deed('call', (ctx) => pastResult(ctx, '340111001', 'no-sheet')), deed('accepted', pastDecision)],
} satisfies Record<string, Deed[]>;
