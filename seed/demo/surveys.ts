import { addCodes, noteConsent } from '#app/domain/children/surveys/codes.ts';
import { publishSurvey } from '#app/domain/children/surveys/edit-survey.ts';
import { enterTwice } from '#app/domain/children/surveys/enter-twice.ts';
import { enterSheets } from '#app/domain/children/surveys/enter-sheets.ts';
import { findInstrument } from '#app/domain/children/surveys/instruments.ts';
import { type Answers, type Definition, scales } from '#app/domain/children/surveys/model.ts';
import { closeRound, openRound } from '#app/domain/children/surveys/rounds.ts';
import { startCampaign } from '#app/domain/children/surveys/start-campaign.ts';
import { startSurvey } from '#app/domain/children/surveys/start-survey.ts';
import { binhu } from './places.ts';
import { by, dayOf, follow, type Stage } from './stage.ts';

/** 演示班级码: always the same, so that anybody who looks on can answer as a class. */
export const demoCode = 'TYBH2468';

const sheetsOfRound = { 'children-8-12': 118, carers: 121 } as const;
type From = keyof typeof sheetsOfRound;

/** 问卷调查: Binhu asks its children and carers twice, and a third time just now; all answers are invented and say so. */
export async function askEverybody(stage: Stage): Promise<void> {
  const at = (day: number) => by(stage, 'binhu-worker', { day });
  for (const from of ['children-8-12', 'carers'] as const) {
    const survey = await startSurvey(at(-190), binhu, { from, title: '' });
    await publishSurvey(at(-190), binhu, survey, 1);
    for (const [nth, opens] of [-180, -60].entries()) {
      const round = await roundOf(stage, survey, from, { wave: nth === 0 ? 'baseline' : 'follow-up', opens, title: nth === 0 ? '春季调查（示例）' : '秋季调查（示例）' });
      await enterSheets(at(opens + 10), binhu, round, invented(findInstrument(from)!.definition, sheetsOfRound[from], nth));
      await follow(stage);
      await closeRound(at(opens + 14), binhu, round);
      await follow(stage);
    }
    if (from === 'carers') continue;
    const open = await roundOf(stage, survey, from, { wave: 'follow-up', opens: -2, title: '冬季调查（示例）' });
    await addCodes(at(-2), binhu, open, { kind: 'class', label: '三年级（示例班）', seats: 100 }, demoCode);
    await addCodes(at(-2), binhu, open, { kind: 'slip', label: '假期来的孩子', seats: 6 });
    await enterByTwo(stage, open);
  }
  await startSurvey(at(-1), binhu, { from: 'children-4-7', title: '' });
  await askStaff(stage);
}

/** Four papers of children without a phone: two people read three of them, one of these differently. */
async function enterByTwo(stage: Stage, round: string): Promise<void> {
  const papers = invented(findInstrument('children-8-12')!.definition, 4, 5);
  const [first, second] = [by(stage, 'binhu-worker', { day: -1 }), by(stage, 'binhu', { day: -1, at: '16:00' })];
  for (const [at, answers] of papers.entries()) await enterTwice(first, binhu, round, at + 1, answers);
  for (const [at, answers] of papers.slice(0, 3).entries()) await enterTwice(second, binhu, round, at + 1, at === 1 ? { ...answers, 'play-near': '3', 'safe-road': '1', 'learn-books': 'rather-not-say' } : answers);
}

type Planned = { wave: 'baseline' | 'follow-up'; opens: number; title: string };

async function roundOf(stage: Stage, survey: string, from: From, { wave, opens, title }: Planned): Promise<string> {
  const ctx = by(stage, 'binhu-worker', { day: opens });
  const round = await openRound(ctx, binhu, survey, { title, wave, opensOn: dayOf(stage, opens), closesOn: dayOf(stage, opens + 14), invited: 150 }, true);
  if (from === 'children-8-12') await noteConsent(ctx, binhu, round, { kind: 'guardians', givenBy: '滨湖小学（示例）', people: 146, refused: 4, givenOn: dayOf(stage, opens) });
  return round;
}

/** The programme asks those who work in three pilots. */
async function askStaff(stage: Stage): Promise<void> {
  const ctx = by(stage, 'office', { day: -5 });
  const surveyId = await startSurvey(ctx, '*', { from: 'staff', title: '试点工作人员问卷（示例）' });
  await publishSurvey(ctx, '*', surveyId, 1);
  await startCampaign(ctx, '*', { surveyId, title: '试点工作人员调查（示例）', wave: 'once', opensOn: dayOf(stage, -5), closesOn: dayOf(stage, 20), invited: 20, places: `${binhu} 340104002` });
}

/** Answers that are the same at every telling: better in some themes, worse in others, a little better in the second round. */
function invented(definition: Definition, many: number, round: number): Answers[] {
  const levels = scales[definition.scale].levels;
  const lean: Record<string, number> = { play: 0.62, participation: 0.34, safety: 0.5, health: 0.66, education: 0.58, home: 0.7, environment: 0.46 };
  return Array.from({ length: many }, (_, who) => {
    const mood = drawn(who * 7 + round * 31) * 0.4;
    return Object.fromEntries(definition.items.filter(({ kind, isPractice }) => kind !== 'text' && !isPractice).map((item, at) => {
      const chance = drawn(who * 131 + at * 17 + round * 977);
      if (drawn(who * 53 + at * 29 + round) < 0.05) return [item.id, chance < 0.5 ? 'does-not-apply' : 'rather-not-say'];
      if (item.kind === 'choice') return [item.id, item.options![Math.floor(chance * item.options!.length)]!.id];
      const good = (lean[item.theme] ?? 0.5) + 0.08 * round + mood - 0.2 + (at % 3) * 0.06;
      const worse = Math.max(0, chance - good) * levels * 1.4;
      return [item.id, String(Math.min(levels, 1 + Math.ceil(worse)))];
    }));
  });
}

/** A number from 0 to 1 out of a whole one, always the same. */
function drawn(seed: number): number {
  let mixed = Math.imul(seed + 0x9e3779b9, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}
