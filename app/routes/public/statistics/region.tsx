import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { loadStatistics } from './load.ts';
import { StatisticsPage } from './statistics-page.tsx';
import type { Route } from './+types/region.ts';

export function loader({ request, params, context }: Route.LoaderArgs) {
  return show(() => loadStatistics(context.get(ctxKey), params.region, request));
}

/** 一个地区的统计, down to a single community. */
export default function RegionStatistics({ loaderData }: Route.ComponentProps) {
  return <StatisticsPage data={loaderData} />;
}
