import { Link } from 'react-router';
import { z } from 'zod';
import { noticesAtDesk } from '#app/domain/pilot/notices/at-desk.ts';
import { noticesWords } from '#app/i18n/notices.ts';
import { useWords } from '#app/i18n/pair.ts';
import { sheetsWords } from '#app/i18n/sheets.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { ExportButton } from '#app/ui/desk/export-button.tsx';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { phaseTone } from './phase-tone.ts';
import { openList } from '../open-list.ts';
import type { Route } from './+types/notices.ts';

const Asked = z.object({ ...cursorInput, tab: z.enum(['ended']).optional().catch(undefined) });

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const { tab, ...cursor } = query(request, Asked);
  return show(async () => ({ ...(await noticesAtDesk(ctx, { ...cursor, isEnded: tab === 'ended' })), own: await openList(ctx, 'notices', request), tab }));
}

export default function DeskNoticesPage({ loaderData: { page, own, waiting, tab } }: Route.ComponentProps) {
  const words = useWords(noticesWords);
  const { desk } = words;
  const sheets = useWords(sheetsWords);
  return (
    <>
      <PageHead
        title={desk.notices}
        lead={desk.noticesLead}
        actions={<><ExportButton list="notices" /><ExportButton list="pilots" search="" label={sheets.exportPilots} /><ButtonLink to="/desk/notices/new" type="primary" disabled={waiting.length === 0}>{desk.new}</ButtonLink></>}
      />
      <KeysetTable
        page={page}
        own={own}
        empty={{ text: tab ? desk.noneEnded : waiting.length ? desk.none : desk.nothingWaiting }}
        tabs={[
          { label: desk.all, to: '/desk/notices', isHere: !tab },
          { label: words.phases.ended, to: '/desk/notices?tab=ended', isHere: tab === 'ended' },
        ]}
        columns={[
          { name: 'title', title: desk.columns.title, place: 'main', show: (row) => <Link to={`/desk/notices/${row.id}`}>{row.title}</Link> },
          { name: 'state', title: desk.columns.state, place: 'state', show: (row) => <StatusTag tone={phaseTone[row.phase]}>{words.phases[row.phase]}</StatusTag> },
          { name: 'period', title: desk.columns.period, show: (row) => (row.startsOn && row.endsOn ? words.fromTo(row.startsOn, row.endsOn) : '—') },
          { name: 'entries', title: desk.columns.entries, show: (row) => row.entries },
        ]}
      />
    </>
  );
}
