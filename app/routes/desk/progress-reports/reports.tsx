import { Link } from 'react-router';
import { may } from '#app/domain/base/accounts/access.ts';
import { regionPath } from '#app/domain/base/regions/read.ts';
import { AskedReports } from '#app/domain/pilot/progress-reports/input.ts';
import { reportStates } from '#app/domain/pilot/progress-reports/model.ts';
import { listReports } from '#app/domain/pilot/progress-reports/read.ts';
import { deskWords } from '#app/i18n/desk.ts';
import { useWords } from '#app/i18n/pair.ts';
import { reportWords } from '#app/i18n/reports.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { ExportButton } from '#app/ui/desk/export-button.tsx';
import { KeysetTable, SearchBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { toneOf } from './tones.ts';
import type { Route } from './+types/reports.ts';

const Asked = AskedReports.extend(cursorInput);

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = query(request, Asked);
  return show(async () => ({
    asked, page: await listReports(ctx, asked), path: asked.region ? await regionPath(ctx, asked.region) : [], maySet: may(ctx.actor, 'report-form.edit', { regionCode: '*' }),
  }));
}

/** 进展报告名单. */
export default function DeskReports({ loaderData: { asked, page, path, maySet } }: Route.ComponentProps) {
  const words = useWords(reportWords);
  const { desk } = words;
  const home = useWords(deskWords);
  const tab = (state: typeof asked.state, label: string) => ({ label, to: state ? `/desk/progress-reports?state=${state}` : '/desk/progress-reports', isHere: asked.state === state });
  return (
    <>
      <PageHead
        title={desk.title}
        lead={desk.lead}
        actions={<><ExportButton list="progress-reports" />{maySet && <ButtonLink to="/desk/progress-reports/form">{desk.form}</ButtonLink>}</>}
      />
      <KeysetTable
        page={page}
        empty={{ text: Object.keys(asked).length > 0 ? desk.none : desk.noneYet }}
        tabs={[tab(undefined, desk.any), ...reportStates.map((state) => tab(state, words.states[state])), tab('late', desk.lateTab)]}
        filters={
          <>
            {asked.state && <input type="hidden" name="state" value={asked.state} />}
            <div className="fil-item">
              {home.region}
              <RegionFilter path={path} />
            </div>
            <SearchBox value={asked.q} label={desk.search} placeholder={desk.search} />
          </>
        }
        columns={[
          { name: 'unit', title: desk.columns.unit, place: 'main', show: (row) => <Link to={`/desk/progress-reports/${row.regionCode}/${row.id}`}><b>{row.name}</b></Link> },
          { name: 'place', title: desk.columns.place, place: 'wide', show: (row) => row.path.map(({ name }) => name).join(' ') },
          { name: 'period', title: desk.columns.period, show: (row) => <span className="num">{words.span(row.fromOn, row.untilOn)}</span> },
          { name: 'due', title: desk.columns.due, show: (row) => <span className="num">{row.dueOn}</span> },
          { name: 'handedIn', title: desk.columns.handedIn, show: (row) => <span className="num">{row.handedInAt ? beijingTime(row.handedInAt).slice(0, 16) : ''}</span> },
          { name: 'state', title: desk.columns.state, place: 'state', show: (row) => <StatusTag tone={row.isLate ? 'bad' : toneOf[row.state]}>{row.isLate ? words.late : words.states[row.state]}</StatusTag> },
        ]}
      />
    </>
  );
}
