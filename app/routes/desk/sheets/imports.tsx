import { Button } from 'antd';
import { data, Form, Link, redirect, useNavigation } from 'react-router';
import { z } from 'zod';
import { mayAnywhere } from '#app/domain/base/accounts/access.ts';
import { checkSheet } from '#app/domain/base/imports/check-sheet.ts';
import { importKinds, type ImportState, largestSheet } from '#app/domain/base/imports/model.ts';
import { listMyImports } from '#app/domain/base/imports/read.ts';
import { useWords } from '#app/i18n/pair.ts';
import { sheetsWords } from '#app/i18n/sheets.ts';
import { kinds } from '#app/jobs/imports/all.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { type Problem, readForm, show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { Field } from '#app/ui/desk/field.tsx';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag, type Tone } from '#app/ui/desk/status-tag.tsx';
import type { Route } from './+types/imports.ts';

const Asked = z.object({ ...cursorInput, kind: z.enum(importKinds).optional() });

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const { kind, ...cursor } = query(request, Asked);
  return show(async () => {
    const mine = importKinds.filter((name) => mayAnywhere(ctx.actor, kinds[name].verb));
    if (mine.length === 0) throw new Refusal('not-allowed', 403);
    const { rows, ...ends } = await listMyImports(ctx, cursor);
    return { mine, kind: mine.find((name) => name === kind) ?? mine[0]!, page: { ...ends, rows: rows.map((row) => ({ ...row, createdAt: beijingTime(row.createdAt) })) } };
  });
}

/** 上传并检查: a plain form with a file; nothing is changed by it. */
export async function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  try {
    const form = await readForm(request);
    if (!form) throw new Refusal('form-unreadable', 400);
    const kind = z.enum(importKinds).safeParse(form.get('kind'));
    const file = form.get('file');
    if (!kind.success) throw new Refusal('form-unreadable', 400);
    if (!(file instanceof File) || file.size === 0) throw new Refusal('document-missing', 400);
    if (file.size > largestSheet) throw new Refusal('document-too-big', 413);
    const id = await checkSheet(ctx, kinds, { kind: kind.data, name: file.name, content: new Uint8Array(await file.arrayBuffer()) });
    return redirect(`/desk/imports/${id}`);
  } catch (error) {
    if (error instanceof Refusal) return data<Problem>({ refusal: error.code }, error.status);
    throw error;
  }
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

export const importTones: Record<ImportState, Tone> = { preview: 'now', running: 'info', done: 'good', undoing: 'info', undone: 'rest', discarded: 'rest' };

/** 导入: choose a kind, take its template, bring it back filled in. */
export default function ImportsPage({ loaderData: { mine, kind, page }, actionData }: Route.ComponentProps) {
  const all = useWords(sheetsWords);
  const words = all.imports;
  const isBusy = useNavigation().state === 'submitting';
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <ProblemAlert problem={actionData} />
      <nav className="dtabs import-kinds" aria-label={words.kind}>
        {mine.map((name) => (
          <Link key={name} to={`/desk/imports?kind=${name}`} {...(name === kind ? { 'aria-current': 'page' as const } : {})}>{all.kinds[name]}</Link>
        ))}
      </nav>
      <Pane title={all.kinds[kind]} note={words.templateNote} actions={<Button href={`/desk/imports/template.xlsx?kind=${kind}`}>{words.template}</Button>}>
        <Form method="post" encType="multipart/form-data" className="import-form">
          <input type="hidden" name="kind" value={kind} />
          <Field name="file" label={words.file} hint={words.uploadNote}>
            <input id="field-file" type="file" name="file" required accept=".xlsx,.csv" aria-describedby="hint-file" />
          </Field>
          <Button type="primary" htmlType="submit" loading={isBusy}>{words.upload}</Button>
        </Form>
      </Pane>
      <h2 className="import-mine">{words.mine}</h2>
      <KeysetTable
        page={page}
        empty={{ text: words.empty }}
        columns={[
          { name: 'kind', title: words.columns.kind, place: 'main', show: (row) => <><Link to={`/desk/imports/${row.id}`}><b>{all.kinds[row.kind]}</b></Link><small>{row.fileName}</small></> },
          { name: 'at', title: words.columns.at, show: (row) => <span className="num">{row.createdAt}</span> },
          { name: 'rows', title: words.columns.rows, show: (row) => <span className="num">{row.rows}</span> },
          { name: 'state', title: words.columns.state, place: 'state', show: (row) => <StatusTag tone={importTones[row.state]}>{words.states[row.state]}</StatusTag> },
          { name: 'ops', title: words.columns.ops, place: 'ops', show: (row) => <Link to={`/desk/imports/${row.id}`}>{words.open}</Link> },
        ]}
      />
    </>
  );
}
