import { Link } from 'react-router';
import { z } from 'zod';
import { listObjections } from '#app/domain/pilot/objections/read.ts';
import { objectionStates } from '#app/domain/pilot/objections/model.ts';
import { objectionsWords } from '#app/i18n/objections.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, beijingTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { ExportButton } from '#app/ui/desk/export-button.tsx';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { objectionTone } from './objection-tone.ts';
import type { Route } from './+types/objections.ts';

const Asked = z.object({ ...cursorInput, state: z.enum(['waiting', ...objectionStates]).optional().catch(undefined), notice: z.uuid().optional().catch(undefined) });

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const { notice, ...asked } = query(request, Asked);
    return { page: await listObjections(ctx, { ...asked, noticeId: notice }), state: asked.state, notice };
  });
}

export default function DeskObjectionsPage({ loaderData: { page, state, notice } }: Route.ComponentProps) {
  const words = useWords(objectionsWords);
  const { desk } = words;
  const to = (wanted?: string) => {
    const asked = new URLSearchParams({ ...(wanted ? { state: wanted } : {}), ...(notice ? { notice } : {}) });
    return asked.size ? `/desk/objections?${asked}` : '/desk/objections';
  };
  return (
    <>
      <PageHead
        title={desk.objections}
        lead={desk.boxNote}
        actions={<><a href="/objections/statistics">{desk.statistics}</a><ExportButton list="objections" /></>}
      />
      <KeysetTable
        page={page}
        empty={{ text: desk.none }}
        tabs={[
          { label: desk.all, to: to(), isHere: !state },
          { label: desk.unanswered, to: to('waiting'), isHere: state === 'waiting' },
          ...objectionStates.map((one) => ({ label: words.state[one], to: to(one), isHere: state === one })),
        ]}
        columns={[
          { name: 'title', title: desk.columns.title, place: 'main', show: (row) => <Link to={`/desk/objections/${row.id}`}>{row.noticeTitle}</Link> },
          { name: 'about', title: desk.columns.about, show: (row) => row.about ?? desk.wholeList },
          { name: 'kind', title: desk.columns.kind, show: (row) => (row.level === 2 ? desk.levels.second : words.kinds[row.kind]) },
          { name: 'from', title: desk.columns.from, show: (row) => (row.isAnonymous ? desk.anonymous : desk.named) },
          { name: 'received', title: desk.columns.received, show: (row) => (row.isAnonymous ? beijingDay(row.receivedAt) : beijingTime(row.receivedAt)) },
          { name: 'due', title: desk.columns.due, show: (row) => row.answerDueOn },
          { name: 'handler', title: desk.columns.handler, show: (row) => row.handlerName || '—' },
          {
            name: 'state', title: desk.columns.state, place: 'state',
            show: (row) => <StatusTag tone={objectionTone[row.state]}>{row.outcome ? words.outcomes[row.outcome] : words.state[row.state]}</StatusTag>,
          },
        ]}
      />
    </>
  );
}
