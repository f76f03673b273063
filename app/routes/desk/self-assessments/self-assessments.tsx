import { Link } from 'react-router';
import { regionPath } from '#app/domain/base/regions/read.ts';
import { listAssessments } from '#app/domain/pilot/self-assessment/desk-list.ts';
import { bands, firstYear } from '#app/domain/pilot/self-assessment/model.ts';
import { AskedAssessments } from '#app/jobs/lists/self-assessments.ts';
import { deskWords } from '#app/i18n/desk.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { assessmentWords } from '#app/i18n/self-assessment.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { ExportButton } from '#app/ui/desk/export-button.tsx';
import { KeysetTable, PickBox, SearchBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import type { Route } from './+types/self-assessments.ts';

const Asked = AskedAssessments.extend(cursorInput);

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = query(request, Asked);
  return show(async () => ({
    asked, page: await listAssessments(ctx, asked), path: asked.region ? await regionPath(ctx, asked.region) : [], thisYear: Number(beijingDay(ctx.now).slice(0, 4)),
  }));
}

/** 已提交的自评 of the office's regions. */
export default function DeskAssessments({ loaderData: { asked, page, path, thisYear } }: Route.ComponentProps) {
  const { desk: words, statuses, noScore } = useWords(assessmentWords);
  const home = useWords(deskWords);
  const locale = useLocale();
  const tab = (state: 'submitted' | 'correcting' | undefined, label: string) => ({ label, to: state ? `/desk/self-assessments?state=${state}` : '/desk/self-assessments', isHere: asked.state === state });
  const years = Array.from({ length: thisYear - firstYear + 1 }, (_, back) => String(thisYear - back));
  return (
    <>
      <PageHead title={words.title} lead={words.lead} actions={<ExportButton list="self-assessments" />} />
      <KeysetTable
        page={page}
        empty={{ text: Object.keys(asked).length > 0 ? words.none : words.noneYet }}
        tabs={[tab(undefined, words.all), tab('submitted', statuses.submitted), tab('correcting', statuses.correcting)]}
        filters={
          <>
            {asked.state && <input type="hidden" name="state" value={asked.state} />}
            <div className="fil-item">
              {home.region}
              <RegionFilter path={path} />
            </div>
            <PickBox name="year" label={words.year} value={asked.year === undefined ? undefined : String(asked.year)} options={years.map((year) => ({ value: year, label: year }))} />
            <PickBox name="band" label={words.band} value={asked.band} options={bands.map((band) => ({ value: band, label: words.bands[band] }))} />
            <SearchBox value={asked.q} label={words.search} placeholder={words.search} />
          </>
        }
        columns={[
          {
            name: 'unit', title: words.unit, place: 'main',
            show: (row) => (
              <>
                <Link to={`/desk/self-assessments/${row.id}`}><b>{row.unit}</b></Link>
                <small>{row.regionCode}</small>
              </>
            ),
          },
          { name: 'place', title: words.place, place: 'wide', show: (row) => row.path.join(' ') },
          { name: 'year', title: words.year, show: (row) => <span className="num">{row.year}</span> },
          { name: 'score', title: words.score, show: (row) => <span className="num">{row.score?.toFixed(1) ?? noScore}</span> },
          { name: 'round', title: words.round, show: (row) => <span className="num">{row.round}</span> },
          { name: 'at', title: words.at, show: (row) => (row.submittedAt ? shortTime(row.submittedAt, locale) : noScore) },
          { name: 'status', title: words.status, place: 'state', show: (row) => <StatusTag tone={row.status === 'submitted' ? 'good' : 'now'}>{statuses[row.status]}</StatusTag> },
        ]}
      />
    </>
  );
}
