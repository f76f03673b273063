import { allow } from '#app/domain/base/accounts/access.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { findInstrument } from './instruments.ts';
import { getSurvey } from './read.ts';

/** 可导出的问卷: a survey of the place, or an instrument of the programme as a sample to write by. */
export async function surveyToExport(ctx: Ctx, regionCode: string, id: string) {
  allow(ctx, 'survey.edit', { regionCode });
  const instrument = findInstrument(id);
  if (instrument) return { id, definition: instrument.definition, version: instrument.version };
  const { draft, version } = await getSurvey(ctx, regionCode, id);
  return { id, definition: draft, version };
}
