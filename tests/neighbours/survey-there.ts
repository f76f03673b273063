import { addCodes } from '#app/domain/children/surveys/codes.ts';
import { publishSurvey } from '#app/domain/children/surveys/edit-survey.ts';
import { openRound } from '#app/domain/children/surveys/rounds.ts';
import { startSurvey } from '#app/domain/children/surveys/start-survey.ts';
import type { Db } from '#app/db/db.server.ts';
import { as, binhu } from '#tests/world.ts';

/** 那边的调查: a survey with an open round and a code. */
export async function aSurveyThere(db: Db, secret: string) {
  const ctx = as(db, 'community-worker', binhu);
  const survey = await startSurvey(ctx, binhu, { from: 'carers', title: secret });
  await publishSurvey(ctx, binhu, survey, 1);
  const surveyRound = await openRound(ctx, binhu, survey, { title: secret, wave: 'once', opensOn: '2026-09-01', closesOn: '2026-09-20', invited: 9 });
  await addCodes(ctx, binhu, surveyRound, { kind: 'class', label: secret, seats: 9 });
  return { survey, surveyRound };
}
