import { Link } from 'react-router';
import { may, mayAnywhere } from '#app/domain/base/accounts/access.ts';
import { regionPath } from '#app/domain/base/regions/read.ts';
import { AskedEvaluations } from '#app/domain/pilot/evaluation/input.ts';
import { evaluationKinds, evaluationStates } from '#app/domain/pilot/evaluation/model.ts';
import { listEvaluations } from '#app/domain/pilot/evaluation/read.ts';
import { deskWords } from '#app/i18n/desk.ts';
import { evaluationWords } from '#app/i18n/evaluation.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { ExportButton } from '#app/ui/desk/export-button.tsx';
import { KeysetTable, PickBox, SearchBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { toneOf } from './tones.ts';
import type { Route } from './+types/evaluations.ts';

const Asked = AskedEvaluations.extend(cursorInput);

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = query(request, Asked);
  return show(async () => ({
    asked, page: await listEvaluations(ctx, asked), path: asked.region ? await regionPath(ctx, asked.region) : [], today: beijingDay(ctx.now),
    mayAssign: mayAnywhere(ctx.actor, 'evaluation.assign'), maySet: may(ctx.actor, 'evaluation-settings.edit', { regionCode: '*' }),
  }));
}

/** 评估名单. */
export default function DeskEvaluations({ loaderData: { asked, page, path, today, mayAssign, maySet } }: Route.ComponentProps) {
  const words = useWords(evaluationWords);
  const { desk } = words;
  const home = useWords(deskWords);
  const tab = (state: typeof asked.state, label: string) => ({ label, to: state ? `/desk/evaluations?state=${state}` : '/desk/evaluations', isHere: asked.state === state && !asked.mine });
  return (
    <>
      <PageHead
        title={words.title}
        lead={desk.lead}
        actions={mayAssign && (
          <>
            <ExportButton list="evaluations" />
            <ButtonLink to="/desk/reassessments">{desk.reassessments}</ButtonLink>
            <ButtonLink to="/desk/spot-checks">{desk.spotChecks}</ButtonLink>
            {maySet && <ButtonLink to="/desk/evaluations/settings">{desk.settings}</ButtonLink>}
            <ButtonLink to="/desk/evaluations/new" type="primary">{desk.start}</ButtonLink>
          </>
        )}
      />
      <KeysetTable
        page={page}
        empty={{ text: Object.keys(asked).length > 0 ? desk.none : desk.noneYet }}
        tabs={[tab(undefined, desk.any), { label: desk.mine, to: '/desk/evaluations?mine=yes', isHere: asked.mine === 'yes' }, ...evaluationStates.map((state) => tab(state, words.states[state]))]}
        filters={
          <>
            {asked.state && <input type="hidden" name="state" value={asked.state} />}
            {asked.mine && <input type="hidden" name="mine" value="yes" />}
            <div className="fil-item">
              {home.region}
              <RegionFilter path={path} />
            </div>
            <PickBox name="kind" label={desk.kindPick} value={asked.kind} options={evaluationKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))} />
            <SearchBox value={asked.q} label={desk.search} placeholder={desk.search} />
          </>
        }
        columns={[
          {
            name: 'unit', title: desk.columns.unit, place: 'main',
            show: (row) => <><Link to={`/desk/evaluations/${row.regionCode}/${row.id}`}><b>{row.name}</b></Link><small>{[words.kinds[row.kind], row.subject].filter(Boolean).join(' · ')}</small></>,
          },
          { name: 'place', title: desk.columns.place, place: 'wide', show: (row) => row.path.map(({ name }) => name).join(' ') },
          { name: 'year', title: desk.columns.year, show: (row) => <span className="num">{row.year}</span> },
          { name: 'evaluator', title: desk.columns.evaluator, show: (row) => row.evaluatorName },
          { name: 'score', title: desk.columns.score, show: (row) => <span className="num">{row.score === null ? '' : row.score.toFixed(1)}</span> },
          { name: 'concluded', title: desk.columns.concluded, show: (row) => <span className="num">{row.concludedAt ? beijingDay(row.concludedAt) : ''}</span> },
          {
            name: 'state', title: desk.columns.state, place: 'state',
            show: (row) => (
              <StatusTag tone={toneOf[row.state]}>
                {row.state !== 'commenting' ? words.states[row.state] : row.commentedAt ? desk.answered : row.commentUntil && row.commentUntil >= today ? desk.commentDue(row.commentUntil) : desk.over}
              </StatusTag>
            ),
          },
        ]}
      />
    </>
  );
}
