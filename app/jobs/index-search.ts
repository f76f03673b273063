import { indexOne, indexPilot, indexRules, rebuildSearch } from '#app/domain/public/search/rebuild.ts';
import { pageAnswers } from '#app/i18n/page-answers.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Deed } from './when.ts';

const about = (kind: 'application' | 'community' | 'call' | 'notice' | 'certificate' | 'case', events: readonly string[]): Deed[] =>
  events.map((event) => ({ event, job: 'index-search', run: (ctx, { subjectId }) => indexOne(ctx, kind, subjectId) }));

/** 更新搜索: what changed is read anew from its room, so that a deed that runs twice changes nothing. Answers as they are typed are not indexed, only what was handed in. */
export const searchDeeds: readonly Deed[] = [
  ...about('application', ['application.started', 'application.submitted', 'application.withdrawn']),
  ...about('community', ['community.facts-noted']),
  ...about('call', ['call.opened', 'call.edited', 'call.published', 'call.extended', 'call.closed', 'call.region-followed']),
  ...about('notice', ['notice.drafted', 'notice.edited', 'notice.published', 'notice.discarded', 'notice.entry-removed', 'notice.entry-restored', 'notice.corrected', 'notice.moved-up', 'notice.final']),
  ...about('case', ['case.published', 'case.withdrawn', 'case.restored']),
  ...about('certificate', ['certificate.issued', 'certificate.replaced']),
  { event: 'pilot.opened', job: 'index-search', run: (ctx, { subjectId }) => indexPilot(ctx, subjectId) },
  { event: 'standard.edition-published', job: 'index-search', run: async (ctx) => String(await indexRules(ctx)) },
  { event: 'region-change.applied', job: 'rebuild-search', run: rebuild },
];

/** 重建搜索, with the words of the pages. */
export function rebuild(ctx: Ctx): Promise<string> {
  return rebuildSearch(ctx, pageAnswers);
}
