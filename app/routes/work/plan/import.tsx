import { data } from 'react-router';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { largest } from '#app/domain/base/documents/model.ts';
import { importTasks, type SheetFault } from '#app/domain/pilot/consulting/import-tasks.ts';
import { getPlan } from '#app/domain/pilot/consulting/read.ts';
import { consultingWords } from '#app/i18n/consulting.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { readForm, show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Callout } from '#app/ui/light/section.tsx';
import { UploadField } from '#app/ui/light/upload.tsx';
import { PlanHead } from './head.tsx';
import type { Route } from './+types/import.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    await getPlan(ctx, place.code);
    return { place };
  });
}

type Outcome = { refusal?: string; added?: number; faults?: SheetFault[] };

export async function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  try {
    if (ctx.actor.id === '') throw new Refusal('sign-in-again', 401);
    const form = await readForm(request);
    if (!form) throw new Refusal('form-unreadable', 400);
    const file = form.get('file');
    if (!(file instanceof File) || file.size === 0) throw new Refusal('document-missing', 400);
    if (file.size > largest.packed) throw new Refusal('document-too-big', 413);
    const { added, faults } = await importTasks(ctx, params.code, new Uint8Array(await file.arrayBuffer()));
    return data<Outcome>({ added, faults }, faults.length > 0 ? 400 : 200);
  } catch (error) {
    if (error instanceof Refusal) return data<Outcome>({ refusal: error.code }, error.status);
    throw error;
  }
}

/** 从表格导入任务: the sheet goes out, comes back with new rows, and each row that cannot be read is named. */
export default function ImportTasks({ loaderData: { place }, actionData }: Route.ComponentProps) {
  const all = useWords(consultingWords);
  const { sheet: words } = all;
  const faults = actionData?.faults ?? [];
  return (
    <>
      <PlanHead place={place} title={words.title} lead={words.lead} refusal={actionData?.refusal} told={actionData?.added ? words.done(actionData.added) : undefined} />
      <div className="wrap body atpage">
        {faults.length > 0 ? <Callout kind="bad"><ul>{faults.map(({ row, wrong }) => <li key={row}>{words.row(row)}{all.colon}{words.wrong[wrong]}</li>)}</ul></Callout> : null}
        <p className="row"><ButtonLink kind="quiet" download href={`/work/${place.code}/plan/files/plan.xlsx`}>{words.download}</ButtonLink></p>
        <form method="post" encType="multipart/form-data">
          <UploadField id="file" label={words.file} words={all.form} required accept=".xlsx" choose={words.choose} rule={words.rule} />
          <p className="row"><Button>{words.go}</Button></p>
        </form>
        <p><a href={`/work/${place.code}/plan`}>{all.back}</a></p>
      </div>
    </>
  );
}
