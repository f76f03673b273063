import { answerMatter } from '#app/domain/children/suggestions/answer-matter.ts';
import { setClock } from '#app/domain/children/suggestions/clock.ts';
import { enterOnPaper } from '#app/domain/children/suggestions/enter-on-paper.ts';
import { finishWork } from '#app/domain/children/suggestions/finish-work.ts';
import { mergeMatters } from '#app/domain/children/suggestions/merge-matters.ts';
import { countShows, listMatters } from '#app/domain/children/suggestions/read.ts';
import { getMatter, similarMatters } from '#app/domain/children/suggestions/read-matter.ts';
import { seeMatter } from '#app/domain/children/suggestions/see-matter.ts';
import { startWork } from '#app/domain/children/suggestions/start-work.ts';
import type { Db } from '#app/db/db.server.ts';
import { aSuggestion } from '#tests/suggestions.ts';
import { baohe, binhu } from '#tests/world.ts';
import type { Deed } from './deeds.ts';

const deed = (run: Deed['run']): Deed => ({ name: '', right: 'suggestion', run });
const why = '隔壁来的人想答一答';

/** 那边的建议: one that waits to be seen. */
export async function aSuggestionThere(db: Db, secret: string): Promise<string> {
  return (await aSuggestion(db, { text: secret })).matterId;
}

/** 儿童建议的事 under their verbs. */
export const suggestionDeeds = {
  'suggestion.read': [deed((ctx, id) => getMatter(ctx, binhu, id)), deed((ctx) => listMatters(ctx, binhu, {})), deed((ctx) => countShows(ctx, binhu)), deed((ctx, id) => similarMatters(ctx, { id, regionCode: binhu, topic: 'play' }, why))],
  'suggestion.handle': [
    deed((ctx, id) => seeMatter(ctx, binhu, id)), deed((ctx, id) => answerMatter(ctx, binhu, id, { outcome: 'not-adopted', reason: 'no-place', text: why, owner: '', dueOn: null, called: '' })),
    deed((ctx, id) => startWork(ctx, binhu, id, { text: why, dueOn: null, called: '' })), deed((ctx, id) => finishWork(ctx, binhu, id, { text: why, rung: null, called: '' })), deed((ctx, id) => mergeMatters(ctx, binhu, id, id)),
    deed((ctx) => enterOnPaper(ctx, binhu, { topic: 'play', text: why, layer: 'primary', agreed: 'yes' })),
  ],
  'suggestion.set-clock': [deed((ctx) => setClock(ctx, baohe, { seenDays: 1, answerDays: 5, streetDays: 2, cityDays: 4 }))],
} satisfies Record<string, Deed[]>;
