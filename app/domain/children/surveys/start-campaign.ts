import { eq, inArray } from 'drizzle-orm';
import { allow, may } from '#app/domain/base/accounts/access.ts';
import { pilots } from '#app/domain/base/communities/tables.server.ts';
import { contains, isRegionCode, levelOf } from '#app/domain/base/regions/model.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { CampaignInput } from './input.ts';
import { getSurvey } from './read.ts';
import { addRound } from './rounds.ts';
import { surveyCampaigns } from './tables.server.ts';

const mostPlaces = 2000;

/** 统一调查: a round in each of many communities, with the same version; codes and consent are each community's own. */
export function startCampaign(ctx: Ctx, regionCode: string, { surveyId, places, ...input }: CampaignInput): Promise<{ id: string; communities: number }> {
  return change(ctx, async (tx) => {
    allow(tx, 'survey.campaign', { regionCode });
    const survey = await getSurvey(tx, regionCode, surveyId);
    const codes = await placesOf(tx, regionCode, places);
    if (codes.length === 0) throw new Refusal('survey-no-places');
    if (codes.length > mostPlaces) throw new Refusal('survey-too-many-places');
    const [campaign] = await tx.db
      .insert(surveyCampaigns)
      .values({
        countyCode: countyCode(regionCode), regionCode, surveyId, version: survey.version, title: input.title, wave: input.wave, opensOn: input.opensOn, closesOn: input.closesOn,
        communities: codes.length, madeByName: tx.actor.name, madeAt: tx.now,
      })
      .returning({ id: surveyCampaigns.id });
    for (const code of codes) await addRound(tx, survey, code, { ...input, campaignId: campaign!.id });
    await tx.record('survey.campaign-started', { id: campaign!.id, regionCode }, { title: input.title, communities: codes.length });
    return { id: campaign!.id, communities: codes.length };
  });
}

/** Codes as they were typed, or every pilot of the region; each must be a street or community where the person may do this. */
async function placesOf(ctx: Ctx, regionCode: string, typed: string): Promise<string[]> {
  const wanted = [...new Set(typed.split(/[\s,，、;；]+/).filter(Boolean))];
  if (wanted.length === 0) {
    const rows = await ctx.db.selectDistinct({ code: pilots.regionCode }).from(pilots).where(eq(pilots.state, 'pilot')).limit(100_000);
    return rows.map(({ code }) => code).filter((code) => contains(regionCode, code));
  }
  const isOurs = (code: string) => isRegionCode(code) && levelOf(code) >= 4 && contains(regionCode, code) && may(ctx.actor, 'survey.campaign', { regionCode: code });
  if (!wanted.every(isOurs)) throw new Refusal('survey-place-unknown', 400);
  const known = await ctx.db.select({ code: regions.code }).from(regions).where(inArray(regions.code, wanted));
  if (known.length < wanted.length) throw new Refusal('survey-place-unknown', 400);
  return wanted;
}
