import { Progress } from 'antd';
import { data, Link, redirect } from 'react-router';
import { discardExport } from '#app/domain/base/exports/discard.ts';
import { ExportDeed } from '#app/domain/base/exports/input.ts';
import type { ExportState } from '#app/domain/base/exports/model.ts';
import { orderExport } from '#app/domain/base/exports/order.ts';
import { listMyExports } from '#app/domain/base/exports/read.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { sheetsWords } from '#app/i18n/sheets.ts';
import { lists } from '#app/jobs/lists/all.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay, beijingTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import type { Ordered } from '#app/ui/desk/export-button.tsx';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag, type Tone } from '#app/ui/desk/status-tag.tsx';
import { z } from 'zod';
import { useWaiting } from './waiting.ts';
import type { Route } from './+types/exports.ts';

const Asked = z.object(cursorInput);

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const { rows, ...ends } = await listMyExports(ctx, query(request, Asked));
    return {
      ...ends,
      rows: rows.map(({ id, list, search, format, state, rows: written, total, size, problem, orderedAt, expiresAt }) => ({
        id, list, format, written, total, size, problem,
        state: state === 'ready' && expiresAt && expiresAt <= ctx.now ? ('expired' as const) : state,
        page: `${lists[list].page}${search}`,
        orderedAt: beijingTime(orderedAt), until: expiresAt ? beijingDay(expiresAt) : '',
      })),
    };
  });
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, ExportDeed, async (input) => {
    if (input.deed === 'order') return data<Ordered>(await orderExport(ctx, lists, input));
    await discardExport(ctx, input.id);
    return redirect('/desk/exports');
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

const tones: Record<ExportState, Tone> = { waiting: 'now', ready: 'good', refused: 'bad', expired: 'rest' };

/** 我的导出. */
export default function ExportsPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(sheetsWords);
  const locale = useLocale();
  useWaiting(loaderData.rows.some((row) => row.state === 'waiting'));
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <ProblemAlert problem={actionData && 'id' in actionData ? undefined : actionData} />
      <KeysetTable
        page={loaderData}
        empty={{ text: words.empty }}
        columns={[
          { name: 'list', title: words.columns.list, place: 'main', show: (row) => <><b>{words.lists[row.list]}</b><small>{words.formats[row.format]}</small></> },
          { name: 'ordered', title: words.columns.ordered, show: (row) => <span className="num">{row.orderedAt}</span> },
          {
            name: 'state', title: words.columns.state, place: 'state',
            show: (row) => <><StatusTag tone={tones[row.state]}>{words.states[row.state]}</StatusTag>{row.problem && <small>{refusalSentence(row.problem, locale)}</small>}</>,
          },
          { name: 'rows', title: words.columns.rows, place: 'wide', show: (row) => <Rows {...row} /> },
          { name: 'size', title: words.columns.size, show: (row) => (row.size ? <span className="num">{words.sizes(row.size / 1024)}</span> : '') },
          { name: 'until', title: words.columns.until, show: (row) => <span className="num">{row.until}</span> },
          {
            name: 'ops', title: words.columns.ops, place: 'ops',
            show: (row) => (
              <>
                {row.state === 'ready' && <a href={`/desk/exports/${row.id}/file`}>{words.download}</a>}
                <Link to={row.page}>{words.again}</Link>
                <ConfirmButton label={words.discard} question={words.discardAsk} fields={{ deed: 'discard', id: row.id }} type="link" />
              </>
            ),
          },
        ]}
      />
    </>
  );
}

function Rows({ state, written, total }: { state: ExportState; written: number; total: number | null }) {
  const words = useWords(sheetsWords);
  const text = <span className="num">{words.progress(written, state === 'waiting' ? total : null)}</span>;
  if (state !== 'waiting' || !total) return text;
  return <>{text}<Progress percent={Math.floor((written / total) * 100)} size="small" aria-label={words.progress(written, total)} /></>;
}
