import { may } from '#app/domain/base/accounts/access.ts';
import { proofOf } from '#app/domain/base/records/proof.ts';
import { currentEdition, getEdition } from '#app/domain/base/standard/read.ts';
import { getApplication } from '#app/domain/pilot/applications/read.ts';
import { contentHash } from '#app/domain/pilot/applications/submit.ts';
import { contentOf, getSubmitted } from '#app/domain/pilot/applications/submitted.ts';
import { fingerprint } from '#app/domain/pilot/panels/fingerprint.ts';
import { explanationForApplicant, explanationForOffice, newestExplanation } from '#app/domain/pilot/panels/read-explanation.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Check, Difference } from './model.ts';
import { placeThen } from './place-then.ts';

/**
 * 打开一次决定: what was decided and told, under the edition, the names and the papers of its day. The office and the people behind
 * the application see what each may see of it anywhere else; here it is set beside today and worked out again.
 */
export async function pastDecision(ctx: Ctx, applicationId: string) {
  const { content, hash, frozenAt, sequence, application } = await told(ctx, applicationId);
  const handed = await contentOf(ctx, application);
  const submission = handed.rounds.find(({ submittedAt }) => submittedAt <= frozenAt);
  const [edition, now] = [await getEdition(ctx, application.call.editionId), await currentEdition(ctx)];
  const place = await placeThen(ctx, application.regionCode, frozenAt);
  const whole = await newestExplanation(ctx, applicationId);
  const checked: Check[] = [{ what: 'explanation', isRight: whole !== null && fingerprint(whole.content) === hash }];
  if (submission) {
    const frozen = { number: application.number, round: submission.round, questionSetId: application.call.questionSetId, content: submission.content };
    checked.push({ what: 'paper', isRight: contentHash(frozen) === submission.hash });
  }
  const differs: Difference[] = [...(edition.id === now.id ? [] : ['edition' as const]), ...place.differs];
  return {
    id: applicationId, number: application.number, content, hash, frozenAt, sequence, place, differs, checked,
    edition: { id: edition.id, zh: edition.zh, en: edition.en, hash: edition.hash, isCurrent: edition.id === now.id },
    papers: (submission?.content.papers ?? []).map(({ name, sha256 }) => ({ name, sha256 })),
    handedIn: submission ? { round: submission.round, at: submission.submittedAt, code: submission.receiptCode, hash: submission.hash } : null,
    anchored: await proofOf(ctx, { event: 'decision.explained', subjectId: applicationId, facts: { hash } }),
  };
}

/** Whoever may open it at the desk reads it whole, everybody else as the applicant does. */
async function told(ctx: Ctx, applicationId: string) {
  if (may(ctx.actor, 'application.queue', { regionCode: '*' })) {
    const application = await getSubmitted(ctx, applicationId);
    const { explanation } = await explanationForOffice(ctx, applicationId);
    if (!explanation) throw new Refusal('explanation-not-found', 404);
    return { ...explanation, application };
  }
  const application = await getApplication(ctx, applicationId);
  return { ...(await explanationForApplicant(ctx, applicationId)), application };
}
