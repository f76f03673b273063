import { Link } from 'react-router';
import { mayAnywhere } from '#app/domain/base/accounts/access.ts';
import { casesAtDesk } from '#app/domain/pilot/case-library/own.ts';
import { AskedCases } from '#app/jobs/lists/cases.ts';
import { casesWords } from '#app/i18n/cases.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { ExportButton } from '#app/ui/desk/export-button.tsx';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import type { Route } from './+types/cases.ts';

const states = ['submitted', 'published', 'withdrawn'] as const;
export const caseTones = { draft: 'rest', submitted: 'now', returned: 'bad', published: 'good', withdrawn: 'rest' } as const;
const Asked = AskedCases.extend(cursorInput);

export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const { state, ...cursor } = query(request, Asked);
  return show(async () => ({ state, page: await casesAtDesk(ctx, { ...cursor, state: state === 'all' ? undefined : state }), mayCurate: mayAnywhere(ctx.actor, 'case.curate') }));
}

/** 案例审核. */
export default function DeskCases({ loaderData: { state, page, mayCurate } }: Route.ComponentProps) {
  const words = useWords(casesWords);
  const { desk } = words;
  const locale = useLocale();
  return (
    <>
      <PageHead title={desk.title} lead={desk.lead} actions={<>{mayCurate ? <ButtonLink to="/desk/case-collections">{desk.collections}</ButtonLink> : null}<ExportButton list="cases" /></>} />
      <KeysetTable
        page={page}
        empty={{ text: state === 'submitted' ? desk.noneWaiting : desk.none }}
        tabs={[...states.map((one) => ({ label: desk.tabs[one], to: `/desk/cases?state=${one}`, isHere: state === one })), { label: desk.all, to: '/desk/cases?state=all', isHere: state === 'all' }]}
        columns={[
          { name: 'title', title: desk.columns.title, place: 'main', show: (row) => <><Link to={`/desk/cases/${row.id}`}><b>{row.draft.title || desk.untitled}</b></Link><small>{row.number}</small></> },
          { name: 'community', title: desk.columns.community, show: (row) => row.community },
          { name: 'version', title: desk.columns.version, show: (row) => <span className="num">{row.version || '—'}</span> },
          { name: 'submitted', title: desk.columns.submitted, show: (row) => (row.submittedAt ? <span className="num">{shortTime(row.submittedAt, locale)}</span> : '—') },
          { name: 'state', title: desk.columns.state, place: 'state', show: (row) => <StatusTag tone={caseTones[row.state]}>{words.own.states[row.state]}</StatusTag> },
        ]}
      />
    </>
  );
}
