import { redirect } from 'react-router';
import { isRegionCode, levelOf } from '#app/domain/base/regions/model.ts';
import { ReportInput } from '#app/domain/service/hazards/input.ts';
import { reportHazard } from '#app/domain/service/hazards/report-hazard.ts';
import { placesToChoose } from '#app/domain/service/spaces/read.ts';
import { segmentsToChoose } from '#app/domain/service/spaces/read-routes.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { answer } from '#app/platform/http.ts';
import { regionAsked } from '../spaces/region-asked.ts';
import { photosOf } from './photos-of.ts';

/** 报告的表单: the community (a child's own by itself), and its places to choose from. */
export async function reportForm(ctx: Ctx, request: Request) {
  const asked = new URL(request.url).searchParams;
  const region = await regionAsked(ctx, asked.get('region') ?? ctx.child?.regionCode ?? null);
  const isPlaced = isRegionCode(region.code) && levelOf(region.code) >= 4;
  const [places, segments] = isPlaced ? await Promise.all([placesToChoose(ctx, region.code), segmentsToChoose(ctx, region.code)]) : [[], []];
  const tapped = { lng: degree(asked.get('lng')), lat: degree(asked.get('lat')), datum: asked.get('datum') === 'gcj02' ? 'gcj02' : 'wgs84' };
  return { region, isPlaced, places, segments, chosen: asked.get('place') ?? '', tapped: tapped.lng && tapped.lat ? tapped : null };
}

const degree = (text: string | null) => (/^\d{1,3}\.\d{1,8}$/.test(text ?? '') ? text! : '');

/** 收下报告. */
export function takeReport(ctx: Ctx, request: Request) {
  return answer(ctx, request, ReportInput, async (input, _given, form) => redirect(`/hazards/${await reportHazard(ctx, input, await photosOf(form))}?new=yes`));
}
