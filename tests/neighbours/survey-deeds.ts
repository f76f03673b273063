import { addCodes, noteConsent, setSeats, stopCode } from '#app/domain/children/surveys/codes.ts';
import { addFromBank, moveItem, publishSurvey, putAwaySurvey, removeItem, saveHead, saveItem } from '#app/domain/children/surveys/edit-survey.ts';
import { enterSheets } from '#app/domain/children/surveys/enter-sheets.ts';
import { enterTwice, putAwaySheet, settleSheet } from '#app/domain/children/surveys/enter-twice.ts';
import { instruments } from '#app/domain/children/surveys/instruments.ts';
import { getRound, getSurvey, listCampaigns } from '#app/domain/children/surveys/read.ts';
import { closeRound, openRound, setInvited } from '#app/domain/children/surveys/rounds.ts';
import { startCampaign } from '#app/domain/children/surveys/start-campaign.ts';
import { importSurvey, startSurvey } from '#app/domain/children/surveys/start-survey.ts';
import { binhu, neighbour } from '#tests/world.ts';
import type { Deed } from './deeds.ts';

const deed = (right: Deed['right'], run: Deed['run']): Deed => ({ name: '', right, run });
const edition = 1;
const round = { title: '隔壁的一轮', wave: 'once' as const, opensOn: '2026-09-01', closesOn: '2026-09-20', invited: 3 };

/** 调查的事 under their verbs. */
export const surveyDeeds = {
  'survey.edit': [
    deed('survey', (ctx, id) => getSurvey(ctx, binhu, id)), deed('survey', (ctx, id) => getSurvey(ctx, neighbour, id)), deed('surveyRound', (ctx, id) => getRound(ctx, binhu, id)), deed('surveyRound', (ctx, id) => getRound(ctx, neighbour, id)),
    deed('survey', (ctx, id) => startSurvey(ctx, binhu, { from: id, title: '' })), deed('survey', (ctx) => importSurvey(ctx, binhu, JSON.stringify(instruments[0]!.definition))),
    deed('survey', (ctx, id) => saveHead(ctx, binhu, id, { edition, titleZh: '改名', titleEn: '', introZh: '', introEn: '', languages: 'zh' })), deed('survey', (ctx, id) => saveItem(ctx, binhu, id, { edition } as never)),
    deed('survey', (ctx, id) => removeItem(ctx, neighbour, id, { edition, id: 'play-near' })), deed('survey', (ctx, id) => moveItem(ctx, neighbour, id, { edition, id: 'play-near', to: 'down' })), deed('survey', (ctx, id) => addFromBank(ctx, neighbour, id, { edition, from: 'staff', items: [] })),
    deed('survey', (ctx, id) => publishSurvey(ctx, neighbour, id, edition)), deed('survey', (ctx, id) => putAwaySurvey(ctx, binhu, id, edition)), deed('survey', (ctx, id) => openRound(ctx, neighbour, id, round)),
    deed('surveyRound', (ctx, id) => addCodes(ctx, neighbour, id, { kind: 'class', label: '', seats: 2 })), deed('surveyRound', (ctx, id) => noteConsent(ctx, binhu, id, { kind: 'school', givenBy: '隔壁', people: 1, refused: 0, givenOn: '2026-09-01' })),
    deed('surveyRound', (ctx, id) => setSeats(ctx, binhu, id, id, 3)), deed('surveyRound', (ctx, id) => stopCode(ctx, neighbour, id, id)), deed('surveyRound', (ctx, id) => setInvited(ctx, neighbour, id, 3)), deed('surveyRound', (ctx, id) => enterSheets(ctx, neighbour, id, [{ 'play-near': '1' }])),
    deed('surveyRound', (ctx, id) => closeRound(ctx, neighbour, id)), deed('surveyRound', (ctx, id) => enterTwice(ctx, neighbour, id, 1, { 'play-near': '1' })), deed('surveyRound', (ctx, id) => settleSheet(ctx, neighbour, id, id, {})), deed('surveyRound', (ctx, id) => putAwaySheet(ctx, binhu, id, id)),
  ],
  'survey.campaign': [
    deed('survey', (ctx, surveyId) => startCampaign(ctx, binhu, { ...round, surveyId, places: binhu })), deed('survey', (ctx, surveyId) => startCampaign(ctx, neighbour, { ...round, surveyId, places: '' })), deed('survey', (ctx) => listCampaigns(ctx, binhu)),
  ],
} satisfies Record<string, Deed[]>;
