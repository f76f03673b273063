import { regionPath } from '#app/domain/base/regions/read.ts';
import { listRecommendations } from '#app/domain/pilot/applications/recommendations.ts';
import { checkWords } from '#app/i18n/check.ts';
import { deskWords } from '#app/i18n/desk.ts';
import { useWords } from '#app/i18n/pair.ts';
import { AskedRecommendations } from '#app/jobs/lists/applications.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { ExportButton } from '#app/ui/desk/export-button.tsx';
import { KeysetTable, SearchBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';
import type { Route } from './+types/recommendations.ts';

const Asked = AskedRecommendations.extend(cursorInput);

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const { q, ...asked } = query(request, Asked);
  return show(async () => ({
    page: await listRecommendations(ctx, { ...asked, query: q }), q, path: asked.region ? await regionPath(ctx, asked.region) : [],
  }));
}

/** 推荐名录. */
export default function Recommendations({ loaderData: { page, q, path } }: Route.ComponentProps) {
  const words = useWords(checkWords).recommended;
  const desk = useWords(deskWords);
  return (
    <>
      <PageHead title={words.title} lead={words.lead} actions={<ExportButton list="recommendations" />} />
      <KeysetTable
        page={page}
        empty={{ text: q || path.length > 0 ? words.noneFound : words.none }}
        filters={
          <>
            <div className="fil-item">
              {desk.region}
              <RegionFilter path={path} />
            </div>
            <SearchBox value={q} label={words.find} placeholder={words.find} />
          </>
        }
        columns={[
          { name: 'unit', title: words.unit, place: 'main', show: (row) => <><b>{row.unit}</b><br /><span className="muted">{row.path.join(' ')}</span></> },
          { name: 'reason', title: words.reason, place: 'wide', show: (row) => row.reason },
          { name: 'by', title: words.by, place: 'wide', show: (row) => <>{row.recommender}{row.organisation && <><br />{row.organisation}</>}</> },
          { name: 'contact', title: words.contact, show: (row) => <span className="num">{row.contact}</span> },
          { name: 'code', title: words.code, show: (row) => <span className="num">{row.code}</span> },
          { name: 'day', title: words.day, place: 'state', show: (row) => <span className="num">{beijingDay(row.createdAt)}</span> },
        ]}
      />
    </>
  );
}
