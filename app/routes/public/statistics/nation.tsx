import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { loadStatistics } from './load.ts';
import { StatisticsPage } from './statistics-page.tsx';
import type { Route } from './+types/nation.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  return show(() => loadStatistics(context.get(ctxKey), '*', request));
}

/** 全国统计. */
export default function NationStatistics({ loaderData }: Route.ComponentProps) {
  return <StatisticsPage data={loaderData} />;
}
