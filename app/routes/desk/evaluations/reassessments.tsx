import { Link } from 'react-router';
import { regionPath } from '#app/domain/base/regions/read.ts';
import { AskedReassessments } from '#app/domain/pilot/evaluation/input.ts';
import { listReassessments } from '#app/domain/pilot/evaluation/reassess.ts';
import { certificationWords } from '#app/i18n/certification.ts';
import { deskWords } from '#app/i18n/desk.ts';
import { evaluationWords } from '#app/i18n/evaluation.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { ExportButton } from '#app/ui/desk/export-button.tsx';
import { KeysetTable, SearchBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { toneAgain } from './tones.ts';
import type { Route } from './+types/reassessments.ts';

const Asked = AskedReassessments.extend(cursorInput);

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = query(request, Asked);
  return show(async () => ({ asked, page: await listReassessments(ctx, asked), path: asked.region ? await regionPath(ctx, asked.region) : [] }));
}

/** 复评名单. */
export default function Reassessments({ loaderData: { asked, page, path } }: Route.ComponentProps) {
  const { again: words, title, ops } = useWords(evaluationWords);
  const levels = useWords(certificationWords).levels as Record<string, string>;
  const home = useWords(deskWords);
  const tab = (state: typeof asked.state, label: string) => ({ label, to: state ? `/desk/reassessments?state=${state}` : '/desk/reassessments', isHere: asked.state === state });
  return (
    <>
      <PageHead title={words.title} lead={words.lead} crumbs={[{ label: title, to: '/desk/evaluations' }]} actions={<ExportButton list="reassessments" />} />
      <KeysetTable
        page={page}
        empty={{ text: Object.keys(asked).length > 0 ? words.none : words.noneYet }}
        tabs={[tab(undefined, words.all), tab('due', words.any), tab('late', words.late), tab('done', words.done)]}
        filters={
          <>
            {asked.state && <input type="hidden" name="state" value={asked.state} />}
            <div className="fil-item">
              {home.region}
              <RegionFilter path={path} />
            </div>
            <SearchBox value={asked.q} label={words.search} placeholder={words.search} />
          </>
        }
        columns={[
          { name: 'unit', title: words.columns.unit, place: 'main', show: (row) => <b>{row.name}</b> },
          { name: 'award', title: words.columns.award, show: (row) => levels[row.award] ?? row.award },
          { name: 'since', title: words.columns.since, show: (row) => <span className="num">{row.since}</span> },
          { name: 'due', title: words.columns.due, show: (row) => <span className="num">{row.dueOn}</span> },
          { name: 'state', title: words.columns.state, place: 'state', show: (row) => <StatusTag tone={row.isLate ? 'bad' : toneAgain[row.state]}>{row.isLate && row.state === 'due' ? words.late : words.states[row.state]}</StatusTag> },
          {
            name: 'ops', title: ops, place: 'ops',
            show: (row) => (row.evaluationId ? <Link to={`/desk/evaluations/${row.regionCode}/${row.evaluationId}`}>{words.see}</Link> : <Link to={`/desk/evaluations/new?code=${row.regionCode}&kind=whole`}>{words.begin}</Link>),
          },
        ]}
      />
    </>
  );
}
