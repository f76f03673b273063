import { mayAnywhere, type Verb } from '#app/domain/base/accounts/access.ts';
import type { Actor } from '#app/platform/ctx.ts';

/** A place of the desk: the verbs of access.ts that open it (any of them; none means everybody), and whether the search box may lead there. */
export type Place = {
  name: string;
  to: string;
  group: 'me' | 'pilot' | 'city' | 'children' | 'standard' | 'people' | 'system';
  verbs: readonly Verb[];
  isSearched?: boolean;
  /** Pages that lie beside it under the same head. */
  beside?: readonly string[];
};

/** 菜单: every place of the desk, in order; the words are `menu` in the desk's word files. */
export const menu = [
  { name: 'home', to: '/desk', group: 'me', verbs: [] },
  { name: 'inbox', to: '/desk/inbox', group: 'me', verbs: [] },
  { name: 'expert', to: '/desk/expert', group: 'me', verbs: ['expert.self'] },
  { name: 'exports', to: '/desk/exports', group: 'me', verbs: ['list.export'] },
  { name: 'imports', to: '/desk/imports', group: 'me', verbs: ['organisation.import', 'expert.register', 'review.decide', 'account.invite'] },
  { name: 'calls', to: '/desk/calls', group: 'pilot', verbs: ['call.edit'] },
  { name: 'applications', to: '/desk/applications', group: 'pilot', verbs: ['application.queue'], isSearched: true },
  { name: 'recommendations', to: '/desk/recommendations', group: 'pilot', verbs: ['recommendation.read'] },
  { name: 'reviews', to: '/desk/reviews', group: 'pilot', verbs: ['review.score'] },
  { name: 'panels', to: '/desk/panels', group: 'pilot', verbs: ['panel.edit', 'panel.sit'] },
  { name: 'notices', to: '/desk/notices', group: 'pilot', verbs: ['notice.edit'] },
  { name: 'objections', to: '/desk/objections', group: 'pilot', verbs: ['objection.answer'] },
  { name: 'letters', to: '/desk/letters', group: 'pilot', verbs: ['letter.edit-template'] },
  { name: 'certificates', to: '/desk/certificates', group: 'pilot', verbs: ['certificate.read'], beside: ['/desk/award-levels'], isSearched: true },
  { name: 'progress-reports', to: '/desk/progress-reports', group: 'pilot', verbs: ['report.check'] },
  { name: 'evaluations', to: '/desk/evaluations', group: 'pilot', verbs: ['evaluation.draft'], beside: ['/desk/reassessments', '/desk/spot-checks'] },
  { name: 'cases', to: '/desk/cases', group: 'pilot', verbs: ['case.review'], beside: ['/desk/case-collections'] },
  { name: 'self-assessments', to: '/desk/self-assessments', group: 'pilot', verbs: ['assessment.list'] },
  { name: 'visits', to: '/desk/visits', group: 'pilot', verbs: ['visit.plan', 'visit.carry-out'] },
  { name: 'consulting', to: '/desk/consulting', group: 'pilot', verbs: ['advice.arrange'] },
  { name: 'consultations', to: '/desk/consultations', group: 'pilot', verbs: ['expert.self'] },
  { name: 'surveys', to: '/desk/surveys', group: 'pilot', verbs: ['survey.campaign'] },
  { name: 'moderation', to: '/desk/moderation', group: 'children', verbs: ['moderation.decide'] },
  { name: 'child-versions', to: '/work/child-versions', group: 'children', verbs: ['child-version.write'] },
  { name: 'help-lines', to: '/work/help-lines', group: 'children', verbs: ['help.edit'] },
  { name: 'burden', to: '/desk/burden', group: 'pilot', verbs: ['burden.read'] },
  { name: 'statistics', to: '/desk/statistics', group: 'pilot', verbs: ['statistics.read'] },
  { name: 'annual-reports', to: '/desk/annual-reports', group: 'pilot', verbs: ['annual-report.make'] },
  { name: 'cockpit', to: '/desk/cockpit', group: 'city', verbs: ['city-plan.edit'] },
  { name: 'warnings', to: '/desk/warnings', group: 'city', verbs: ['warning.read'] },
  { name: 'plans', to: '/desk/plans', group: 'city', verbs: ['city-plan.edit'] },
  { name: 'collection', to: '/desk/collection', group: 'city', verbs: ['collection.fill'] },
  { name: 'figures', to: '/desk/figures', group: 'city', verbs: ['value.record'] },
  { name: 'indicators', to: '/desk/indicators', group: 'city', verbs: ['value.record'] },
  { name: 'standard', to: '/desk/standard', group: 'standard', verbs: ['standard.publish'] },
  { name: 'rubrics', to: '/desk/rubrics', group: 'standard', verbs: ['rubric.edit'] },
  { name: 'experts', to: '/desk/experts', group: 'people', verbs: ['review.assign'] },
  { name: 'organisations', to: '/desk/organisations', group: 'people', verbs: ['organisation.list'], isSearched: true },
  { name: 'accounts', to: '/desk/accounts', group: 'people', verbs: ['account.list'], isSearched: true },
  { name: 'region-changes', to: '/desk/region-changes', group: 'system', verbs: ['region.change'] },
  { name: 'calendar', to: '/desk/calendar', group: 'system', verbs: ['calendar.edit'] },
  { name: 'moderation-words', to: '/desk/moderation-words', group: 'system', verbs: ['moderation.words'] },
  { name: 'privacy', to: '/desk/privacy', group: 'system', verbs: ['privacy.read'] },
  { name: 'notifications', to: '/desk/notifications', group: 'system', verbs: ['delivery.read'] },
  { name: 'templates', to: '/desk/notification-templates', group: 'system', verbs: ['template.edit'] },
  { name: 'interfaces', to: '/desk/systems', group: 'system', verbs: ['interface.list'], beside: ['/desk/tokens', '/desk/webhooks'] },
  { name: 'signing-keys', to: '/desk/signing-keys', group: 'system', verbs: ['signing-key.rotate'] },
  { name: 'jobs', to: '/desk/jobs', group: 'system', verbs: ['jobs.read'] },
  { name: 'records', to: '/desk/records', group: 'system', verbs: ['records.read'] },
] as const satisfies readonly Place[];

export type PlaceName = (typeof menu)[number]['name'];
export const groups = ['me', 'pilot', 'city', 'children', 'standard', 'people', 'system'] as const satisfies readonly Place['group'][];

/** 可见菜单: what this person may open. */
export function menuFor(actor: Actor): (Place & { name: PlaceName })[] {
  const places: readonly (Place & { name: PlaceName })[] = menu;
  return places.filter((place) => place.verbs.length === 0 || place.verbs.some((verb) => mayAnywhere(actor, verb)));
}
