import type { Db } from '#app/db/db.server.ts';
import { freezeResults } from '#app/domain/children/survey-results/freeze-results.ts';
import { publishSurvey } from '#app/domain/children/surveys/edit-survey.ts';
import { enterSheets } from '#app/domain/children/surveys/enter-sheets.ts';
import type { Answers, Audience, Definition } from '#app/domain/children/surveys/model.ts';
import { definitionOf, getRound } from '#app/domain/children/surveys/read.ts';
import { closeRound, openRound } from '#app/domain/children/surveys/rounds.ts';
import { startSurvey } from '#app/domain/children/surveys/start-survey.ts';
import { as, binhu, ctxOf, today } from './world.ts';

const days = { opensOn: '2026-09-01', closesOn: '2026-09-10', invited: 50 };

/** Sheets in which the first `yes` find everything true, one after them leaves everything out, and two in three choose the first option. */
function sheets(definition: Definition, many: number, yes: number): Answers[] {
  return Array.from({ length: many }, (_, at) => Object.fromEntries(definition.items.filter(({ isPractice }) => !isPractice).flatMap(({ id, kind, options }): [string, string][] => {
    if (kind === 'scale') return [[id, at < yes ? '1' : at === yes ? 'rather-not-say' : String(definition.scale === 'agree-5' ? 4 : 2 + (at % 2))]];
    return kind === 'choice' && options ? [[id, options[at % 3 === 0 ? 1 : 0]!.id]] : [];
  })));
}

/** 一轮结束了的调查, with its results written. */
export async function aClosedRound(db: Db, { audience = 'children-8-12' as Audience, many = 40, yes = 26, at = today, place = binhu, title = '秋季' } = {}) {
  const ctx = as(db, 'community-worker', place, at);
  const survey = await startSurvey(ctx, place, { from: audience, title: '' });
  await publishSurvey(ctx, place, survey, 1);
  const round = await openRound(ctx, place, survey, { title, wave: 'baseline', ...days });
  const definition = await definitionOf(ctx, await getRound(ctx, place, round));
  if (many > 0) await enterSheets(ctx, place, round, sheets(definition, many, yes));
  await closeRound(ctx, place, round);
  await freezeResults(ctxOf(db, undefined, at), place, round);
  return { ctx, round, definition };
}
