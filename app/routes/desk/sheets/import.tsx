import { Button, Progress } from 'antd';
import { redirect } from 'react-router';
import { z } from 'zod';
import { inWords } from '#app/domain/base/imports/interpret.ts';
import type { ImportColumn } from '#app/domain/base/imports/kind.ts';
import { rowStates, type RowState } from '#app/domain/base/imports/model.ts';
import { getImport } from '#app/domain/base/imports/read.ts';
import { acceptImport, discardImport, undoImport } from '#app/domain/base/imports/settle.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { sheetsWords } from '#app/i18n/sheets.ts';
import { kinds } from '#app/jobs/imports/all.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { answer, show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag, type Tone } from '#app/ui/desk/status-tag.tsx';
import { faultSentence } from './fault-sentence.ts';
import { importTones } from './imports.tsx';
import { useWaiting } from './waiting.ts';
import type { Route } from './+types/import.ts';

const line = z.coerce.number().int().min(0).max(100_000).optional();
const Asked = z.object({ state: z.enum(rowStates).optional(), after: line });
const Deed = z.discriminatedUnion('deed', [
  z.object({ deed: z.literal('accept'), which: z.enum(['all', 'right']) }),
  z.object({ deed: z.literal('discard') }),
  z.object({ deed: z.literal('undo') }),
]);

export function loader({ params, context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const { state, after } = query(request, Asked);
  return show(async () => {
    const { page, next, ...about } = await getImport(ctx, params.id, { state, from: after });
    const kind = kinds[about.kind];
    return {
      about: { id: about.id, kind: about.kind, fileName: about.fileName, state: about.state, rows: about.rows, counts: about.counts, hasLinks: page.some((row) => row.sealed !== ''), mayUndo: kind.undo !== undefined },
      asked: state,
      columns: kind.columns.map(({ name, width }): Pick<ImportColumn, 'name' | 'width'> => ({ name, width })),
      page: { rows: page.map((row) => ({ id: String(row.line), given: inWords(kind, row.given, ctx.locale), state: row.state, faults: row.faults })), ...(next ? { next: String(next) } : {}) },
    };
  });
}

export function action({ params, context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async (input) => {
    if (input.deed === 'accept') await acceptImport(ctx, kinds, params.id, input.which);
    else await (input.deed === 'undo' ? undoImport : discardImport)(ctx, kinds, params.id);
    return redirect(input.deed === 'discard' ? '/desk/imports' : `/desk/imports/${params.id}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

const tones: Record<RowState, Tone> = { new: 'info', changed: 'now', same: 'rest', wrong: 'bad', waiting: 'rest', done: 'good', refused: 'bad', undoing: 'rest', undone: 'rest', kept: 'bad' };

/** 导入预览、进度、结果: what each row would do or did, and what the person may do now. */
export default function ImportPage({ loaderData: { about, asked, columns, page }, actionData }: Route.ComponentProps) {
  const all = useWords(sheetsWords);
  const words = all.imports;
  const locale = useLocale();
  useWaiting(about.state === 'running' || about.state === 'undoing');
  const here = `/desk/imports/${about.id}`;
  const tabs = [undefined, ...rowStates.filter((state) => about.counts[state])].map((state) => ({
    label: state ? `${words.rowStates[state]} ${about.counts[state]}` : `${words.all} ${about.rows}`,
    to: state ? `${here}?state=${state}` : here,
    isHere: asked === state,
  }));
  return (
    <>
      <PageHead
        crumbs={[{ label: words.back, to: '/desk/imports' }, { label: all.kinds[about.kind] }]}
        title={words.preview(about.fileName)}
        beside={<StatusTag tone={importTones[about.state]}>{words.states[about.state]}</StatusTag>}
        actions={<Deeds {...about} />}
        lead={about.state === 'done' && !about.mayUndo ? words.never : undefined}
      />
      <ProblemAlert problem={actionData} />
      <HowFar {...about} />
      <KeysetTable
        page={page}
        tabs={tabs}
        empty={{ text: words.nothing }}
        columns={[
          { name: 'line', title: words.line, show: (row) => <span className="num">{row.id}</span> },
          { name: 'state', title: words.result, place: 'state', show: (row) => <StatusTag tone={tones[row.state]}>{words.rowStates[row.state]}</StatusTag> },
          { name: 'faults', title: words.faults, place: 'wide', show: (row) => row.faults.map((fault, i) => <div key={i}>{faultSentence(fault, locale)}</div>) },
          ...columns.map((column, i) => ({
            name: column.name, title: (words.heads as Record<string, string>)[column.name] ?? column.name, place: i === 0 ? ('main' as const) : ('wide' as const),
            show: (row: (typeof page)['rows'][number]) => row.given[column.name],
          })),
        ]}
      />
    </>
  );
}

type About = Route.ComponentProps['loaderData']['about'];

function Deeds({ id, state, counts, hasLinks, mayUndo }: About) {
  const words = useWords(sheetsWords).imports;
  const right = (counts.new ?? 0) + (counts.changed ?? 0);
  const faulty = (counts.wrong ?? 0) + (counts.refused ?? 0) + (counts.kept ?? 0);
  const all = !counts.wrong;
  return (
    <>
      {faulty > 0 && <Button href={`/desk/imports/${id}/sheet.xlsx?which=errors`} title={words.errorsNote}>{words.errors}</Button>}
      {hasLinks && state === 'done' && <Button href={`/desk/imports/${id}/sheet.xlsx?which=links`} title={words.resultsNote}>{words.results}</Button>}
      {state === 'preview' && <ConfirmButton label={words.discard} question={words.discardAsk} fields={{ deed: 'discard' }} />}
      {state === 'preview' && right > 0 && (
        <ConfirmButton label={all ? words.acceptAll(right) : words.acceptRight(right)} question={words.acceptAsk(right)} fields={{ deed: 'accept', which: all ? 'all' : 'right' }} type="primary" danger={false} />
      )}
      {state === 'done' && mayUndo && counts.done && <ConfirmButton label={words.undo} question={words.undoAsk} fields={{ deed: 'undo' }} />}
    </>
  );
}

function HowFar({ state, counts }: About) {
  const words = useWords(sheetsWords).imports;
  if (state !== 'running' && state !== 'undoing') return null;
  const left = (counts.waiting ?? 0) + (counts.undoing ?? 0);
  const over = state === 'running' ? (counts.done ?? 0) + (counts.refused ?? 0) : (counts.undone ?? 0) + (counts.kept ?? 0);
  const text = words.progress(over, over + left);
  return <div role="status"><Progress percent={Math.floor((over / Math.max(1, over + left)) * 100)} aria-label={text} /><p>{text}</p></div>;
}
