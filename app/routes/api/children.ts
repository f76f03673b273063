import type { OpenAPIHono } from '@hono/zod-openapi';
import { levelOf } from '#app/domain/base/regions/model.ts';
import { getRegion } from '#app/domain/base/regions/read.ts';
import { pageOfCouncils } from '#app/domain/children/councils/public-list.ts';
import { publicCouncil } from '#app/domain/children/councils/public-read.ts';
import { pageOfMatters } from '#app/domain/children/suggestions/matter-pages.ts';
import { publicShare } from '#app/domain/children/suggestions/model.ts';
import { publicVoices } from '#app/domain/children/suggestions/voices.ts';
import { atLeast } from '#app/domain/children/survey-results/model.ts';
import { pageOfResults } from '#app/domain/children/survey-results/public-list.ts';
import { publicResult } from '#app/domain/children/survey-results/read.ts';
import { viewOf } from '#app/domain/children/survey-results/view.ts';
import { type Ctx, visitor } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Here } from '#app/server/who-asks.ts';
import { readCouncil, readCouncils, readSuggestions, readSurveyResult, readSurveyResults, readVoices } from './children-routes.ts';
import { withEnglish } from './in-english.ts';
import { nextLink } from './next-link.ts';
import { serve } from './serve.ts';
import { tagged } from './tag.ts';

const asVisitor = (ctx: Ctx): Ctx => ({ ...ctx, actor: visitor });
/** What a child takes back is gone for the next who asks. */
const fresh = { 'Cache-Control': 'no-cache' };
const day = (at: Date | null) => (at ? beijingDay(at) : null);

/** 儿童参与 as open data, and what is waited for to the systems of those who answer. */
export function addChildren(api: OpenAPIHono<Here>) {
  serve(api, readVoices, async (c) => {
    const ctx = asVisitor(c.get('ctx'));
    const region = await getRegion(ctx, c.req.valid('param').code);
    if (levelOf(region.code) < 4) throw new Refusal('region-not-found', 404);
    const { counts, matters, today } = await publicVoices(ctx, region.code);
    return tagged(c, JSON.stringify(await withEnglish(c.get('ctx'), {
      regionCode: region.code, unit: region.name, asOf: today, received: counts.received, open: counts.open, late: counts.late, adopted: counts.adopted, declined: counts.declined, done: counts.done,
      promises: { due: counts.promiseDue, kept: counts.kept, keptInTime: counts.keptInTime, share: publicShare(counts.kept, counts.promiseDue) },
      answers: { due: counts.answerDue, inTime: counts.answeredInTime, share: publicShare(counts.answeredInTime, counts.answerDue) },
      matters: matters.map(({ id, topic, state, month, isLate, dueOn, doneOn, outcome, owner, text, answer, told, many }) => ({ id, topic, state, month, isLate, dueOn, doneOn, outcome, owner, words: text, answer, told, voices: many })),
    })), fresh);
  });

  serve(api, readCouncils, async (c) => {
    const { cursor, limit, ...filter } = c.req.valid('query');
    const { rows, next = null } = await pageOfCouncils(asVisitor(c.get('ctx')), { after: cursor, ...filter }, limit);
    return tagged(c, JSON.stringify(await withEnglish(c.get('ctx'), { items: rows, next })), nextLink(c, next));
  });

  serve(api, readCouncil, async (c) => {
    const { council, place, charter, above, sessions, motions } = await publicCouncil(asVisitor(c.get('ctx')), c.req.valid('param').id);
    const { aim, termYears, seats, quorumPercent, sessionsPerYear, answerDays, rules, childRules } = charter;
    return tagged(c, JSON.stringify(await withEnglish(c.get('ctx'), {
      ...council, place, above, charter: { aim, termYears, seats, quorumPercent, sessionsPerYear, answerDays, rules, childRules },
      sessions: sessions.map(({ id, number, heldAt, startsAt, minutes, childMinutes }) => ({ id, number, heldOn: beijingDay(heldAt ?? startsAt), minutes, childMinutes })),
      motions: motions.map(({ id, title, text, state, votedAt, inFavour, against, abstaining, body, sentOn, answerDueOn, isLate, answeredAt, answerVerdict, answer, answeredBy }) => ({
        id, title, text, state, votedOn: day(votedAt), inFavour, against, abstaining, body, sentOn, answerDueOn, isLate, answeredOn: day(answeredAt), verdict: answerVerdict, answer, answeredBy,
      })),
    })), fresh);
  });

  serve(api, readSurveyResults, async (c) => {
    const { cursor, limit, ...filter } = c.req.valid('query');
    const { rows, next = null } = await pageOfResults(asVisitor(c.get('ctx')), { after: cursor, ...filter }, limit);
    return tagged(c, JSON.stringify(await withEnglish(c.get('ctx'), { items: rows.map(({ roundId, ...row }) => ({ id: roundId, ...row })), next })), nextLink(c, next));
  });

  serve(api, readSurveyResult, async (c) => {
    const found = await publicResult(asVisitor(c.get('ctx')), c.req.valid('param').id);
    const { roundId, regionCode, audience, title, wave, closedOn, isInvented, fingerprint, table } = found.result;
    const { lines, themes } = viewOf(found);
    return tagged(c, JSON.stringify(await withEnglish(c.get('ctx'), {
      id: roundId, regionCode, unit: found.place, audience, title, wave, closedOn, isInvented, atLeast: atLeast(table.items) ?? null, fingerprint,
      themes: themes.map(({ theme, mean = null, shown, hidden }) => ({ theme, mean, shown, hidden })),
      items: lines.map(({ id, theme, text, levels, favourable, share = null, base = null, blocks }) => ({ id, theme, text, levels, favourable, share, base, blocks })),
    })));
  });

  serve(api, readSuggestions, async (c) => {
    const { cursor, limit, ...filter } = c.req.valid('query');
    const { rows, next = null } = await pageOfMatters(c.get('ctx'), { after: cursor, ...filter }, limit);
    return tagged(c, JSON.stringify(await withEnglish(c.get('ctx'), { items: rows, next })), { ...fresh, ...nextLink(c, next) });
  });
}
