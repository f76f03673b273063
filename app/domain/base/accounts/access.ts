import type { Actor, Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { contains } from '#app/domain/base/regions/model.ts';
import type { Role } from './model.ts';

/**
 * 权限表: who may do what, the one place where it is said. A role counts in its own region and below;
 * menus, checks, the permission tests and docs/access.md are made from this table.
 */
export const access = {
  'account.list': ['system-admin', 'security-admin', 'audit-admin'],
  'account.invite': ['system-admin'],
  'account.disable': ['system-admin'],
  'account.reset': ['system-admin'],
  'role.grant': ['security-admin'],
  'role.revoke': ['security-admin'],
  'records.read': ['audit-admin'],
  'jobs.read': ['system-admin', 'audit-admin'],
  'jobs.retry': ['system-admin'],
  'interface.list': ['system-admin', 'security-admin', 'audit-admin'],
  'interface.manage': ['system-admin'],
  'delivery.read': ['system-admin', 'audit-admin'],
  'delivery.resend': ['system-admin'],
  'template.edit': ['system-admin', 'programme-officer'],
  'region.change': ['system-admin', 'programme-officer'],
  'calendar.edit': ['system-admin', 'programme-officer'],
  'organisation.register': ['organisation-agent', 'government-officer', 'community-worker', 'programme-officer'],
  'organisation.verify': ['programme-officer'],
  'organisation.list': ['programme-officer', 'government-officer'],
  'organisation.import': ['programme-officer', 'government-officer'],
  'list.export': ['programme-officer', 'government-officer', 'community-worker', 'system-admin', 'security-admin', 'audit-admin'],
  'standard.publish': ['programme-officer'],
  'rubric.edit': ['programme-officer'],
  'rubric.publish': ['programme-officer'],
  'call.edit': ['programme-officer'],
  'call.publish': ['programme-officer'],
  'application.start': ['government-officer'],
  'application.read': ['government-officer', 'community-worker'],
  'application.fill': ['government-officer', 'community-worker'],
  'application.submit': ['government-officer'],
  'application.withdraw': ['government-officer'],
  'application.queue': ['programme-officer'],
  'application.check': ['programme-officer'],
  'application.remind': ['programme-officer'],
  'recommendation.read': ['programme-officer'],
  'expert.register': ['programme-officer'],
  'expert.verify': ['programme-officer'],
  'expert.self': ['expert'],
  'conflict.record': ['programme-officer'],
  'review.assign': ['programme-officer'],
  'review.table': ['programme-officer'],
  'review.score': ['expert'],
  'review.decide': ['programme-officer'],
  'score.run': ['programme-officer'],
  'score.publish': ['programme-officer'],
  'panel.edit': ['programme-officer'],
  'panel.sit': ['programme-officer', 'expert'],
  'paper.redact': ['programme-officer'],
  'question.ask': ['expert'],
  'question.handle': ['programme-officer'],
  'question.answer': ['government-officer'],
  'notice.edit': ['programme-officer'],
  'notice.publish': ['programme-officer'],
  'objection.answer': ['programme-officer'],
  'objection.appeal': ['programme-officer'],
  'objection.reply': ['government-officer'],
  'letter.edit-template': ['programme-officer'],
  'letter.make': ['programme-officer'],
  'award-level.edit': ['programme-officer'],
  'certificate.read': ['programme-officer'],
  'certificate.issue': ['programme-officer'],
  'certificate.measure': ['programme-officer'],
  'certificate.decide': ['programme-officer'],
  'certificate.answer': ['government-officer'],
  'report.fill': ['government-officer', 'community-worker'],
  'report.submit': ['government-officer'],
  'report.check': ['programme-officer'],
  'report-form.edit': ['programme-officer'],
  'evaluation.comment': ['government-officer', 'community-worker'],
  'evaluation.draft': ['programme-officer', 'expert'],
  'evaluation.assign': ['programme-officer'],
  'evaluation.conclude': ['programme-officer'],
  'evaluation-settings.edit': ['programme-officer'],
  'spot-check.draw': ['programme-officer'],
  'community.work': ['government-officer', 'community-worker'],
  'assessment.read': ['government-officer', 'community-worker'],
  'assessment.fill': ['government-officer', 'community-worker'],
  'assessment.submit': ['government-officer'],
  'assessment.list': ['programme-officer'],
  'evidence.read': ['government-officer', 'community-worker', 'programme-officer'],
  'evidence.add': ['government-officer', 'community-worker'],
  'evidence.open-sealed': ['government-officer', 'programme-officer'],
  'burden.read': ['government-officer', 'programme-officer'],
  'case.write': ['government-officer', 'community-worker'],
  'case.consent': ['government-officer'],
  'case.review': ['programme-officer'],
  'case.curate': ['programme-officer'],
  'solicitation.edit': ['government-officer', 'community-worker'],
  'solicitation.decide': ['government-officer'],
  'annual-report.make': ['programme-officer', 'government-officer'],
  'statistics.read': ['programme-officer', 'government-officer'],
  'past.open': ['programme-officer', 'government-officer', 'community-worker'],
  'visit.plan': ['programme-officer'],
  'visit.conclude': ['programme-officer'],
  'visit.carry-out': ['expert'],
  'visit.sign': ['government-officer', 'community-worker'],
  'survey.edit': ['government-officer', 'community-worker', 'programme-officer'],
  'survey.campaign': ['government-officer', 'programme-officer'],
  'survey.answers': ['government-officer', 'programme-officer'],
  'survey.results': ['government-officer', 'community-worker', 'programme-officer'],
  'plan.edit': ['government-officer', 'community-worker'],
  'plan.adopt': ['government-officer'],
  'advice.arrange': ['programme-officer'],
  'advice.give': ['expert', 'programme-officer'],
  'moderation.decide': ['community-worker', 'government-officer', 'programme-officer'],
  'moderation.limit': ['government-officer', 'programme-officer'],
  'moderation.words': ['programme-officer'],
  'protection.read': ['government-officer'],
  'protection.duty': ['government-officer'],
  'space.edit': ['government-officer', 'community-worker'],
  'space.inspect': ['government-officer', 'community-worker'],
  'hazard.handle': ['government-officer', 'community-worker'],
  'hazard.set-routes': ['government-officer'],
  'walk.lead': ['government-officer', 'community-worker'],
  'suggestion.read': ['government-officer', 'community-worker'],
  'suggestion.handle': ['government-officer', 'community-worker'],
  'suggestion.set-clock': ['government-officer', 'programme-officer'],
  'child-version.write': ['government-officer', 'community-worker', 'programme-officer'],
  'help.edit': ['government-officer', 'programme-officer'],
  'signing-key.rotate': ['security-admin'],
  'family.own': ['guardian'],
  'family.invite': ['community-worker', 'government-officer'],
  'family.paper': ['community-worker', 'government-officer'],
  'family.answer': ['community-worker', 'government-officer'],
  'class-code.issue': ['community-worker', 'government-officer'],
  'identity.ask': ['community-worker', 'government-officer'],
  'identity.decide': ['government-officer'],
  'identity.duty': ['government-officer'],
  'child-notice.publish': ['programme-officer'],
  'privacy.read': ['programme-officer', 'government-officer', 'security-admin', 'audit-admin'],
  'impact.write': ['programme-officer', 'government-officer'],
  'impact.approve': ['programme-officer', 'security-admin'],
  'sharing.partner': ['programme-officer', 'government-officer'],
  'sharing.record': ['programme-officer', 'government-officer'],
  'compliance.file': ['programme-officer', 'government-officer'],
  'retention.keep': ['programme-officer', 'government-officer'],
  'incident.report': ['community-worker', 'government-officer', 'programme-officer', 'security-admin'],
  'incident.handle': ['government-officer', 'programme-officer'],
  'council.keep': ['government-officer', 'community-worker'],
  'council.answer': ['government-officer', 'community-worker'],
  'indicator.define': ['programme-officer', 'government-officer'],
  'value.record': ['programme-officer', 'government-officer'],
  'city-plan.edit': ['programme-officer', 'government-officer'],
  'city-plan.publish': ['programme-officer', 'government-officer'],
  'warning.read': ['programme-officer', 'government-officer'],
  'warning.answer': ['programme-officer', 'government-officer'],
  'warning.close': ['programme-officer', 'government-officer'],
  'warning-rule.edit': ['programme-officer', 'government-officer'],
  'collection.open': ['programme-officer', 'government-officer'],
  'collection.fill': ['government-officer', 'community-worker', 'programme-officer'],
  'collection.check': ['programme-officer', 'government-officer'],
} as const satisfies Record<string, readonly Role[]>;

export type Verb = keyof typeof access;

/** The place a deed concerns: a region ('*' for the nation) and perhaps one organisation. */
export type Where = { regionCode: string; organisationId?: string | null };

/** The roles that may do this; none for an access token that was not given the verb. */
function rolesFor(actor: Actor, verb: Verb): readonly string[] {
  return actor.token && !actor.token.verbs.includes(verb) ? [] : access[verb];
}

/** 有权: whether the person holds, for this place, a role that may do this. */
export function may(actor: Actor, verb: Verb, where: Where): boolean {
  const allowed = rolesFor(actor, verb);
  return actor.grants.some(
    (grant) =>
      allowed.includes(grant.role) &&
      contains(grant.regionCode, where.regionCode) &&
      (grant.role !== 'organisation-agent' || !where.organisationId || grant.organisationId === where.organisationId),
  );
}

/** Whether the person may do this anywhere at all: for menus. */
export function mayAnywhere(actor: Actor, verb: Verb): boolean {
  const allowed = rolesFor(actor, verb);
  return actor.grants.some((grant) => allowed.includes(grant.role));
}

/** 须在某处有权: for a list, whose rows are then only those of the person's own regions. */
export function allowAnywhere(ctx: Ctx, verb: Verb): void {
  if (ctx.actor.id === '') throw new Refusal('sign-in-needed', 401);
  if (!mayAnywhere(ctx.actor, verb)) throw new Refusal('not-allowed', 403);
}

/** The regions ('*' is the nation) in which the person may do this: for the scope of a list. */
export function regionsFor(actor: Actor, verb: Verb): string[] {
  const allowed = rolesFor(actor, verb);
  return actor.grants.filter((grant) => allowed.includes(grant.role)).map((grant) => grant.regionCode);
}

/** 须有权: refuses unless the person may do this here. */
export function allow(ctx: Ctx, verb: Verb, where: Where): void {
  if (ctx.actor.id === '') throw new Refusal('sign-in-needed', 401);
  if (!may(ctx.actor, verb, where)) throw new Refusal('not-allowed', 403);
}
