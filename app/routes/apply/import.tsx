import { data, redirect } from 'react-router';
import { largest } from '#app/domain/base/documents/model.ts';
import { getForm } from '#app/domain/pilot/applications/read.ts';
import { TakeInput, UndoInput } from '#app/domain/pilot/paper-forms/input.ts';
import { previewImport } from '#app/domain/pilot/paper-forms/preview-import.ts';
import { listImports } from '#app/domain/pilot/paper-forms/read.ts';
import { takeImport, undoImport } from '#app/domain/pilot/paper-forms/take-import.ts';
import { type Ctx, ctxKey } from '#app/platform/ctx.ts';
import { readForm, show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { ImportPage } from './form/import-page.tsx';
import type { Route } from './+types/import.ts';

export function loader({ params, context, request }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const query = new URL(request.url).searchParams;
    const figure = (name: string) => (/^\d{1,3}$/.test(query.get(name) ?? '') ? Number(query.get(name)) : undefined);
    return {
      form: await getForm(ctx, params.id), imports: await listImports(ctx, params.id), today: ctx.now.toISOString(),
      told: { written: figure('written'), restored: figure('restored'), kept: figure('kept') ?? 0 },
    };
  });
}

/** 读取、写入、撤销: three plain forms, so that it works without a script. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  try {
    if (ctx.actor.id === '') throw new Refusal('sign-in-again', 401);
    const form = await readForm(request);
    if (!form) throw new Refusal('form-unreadable', 400);
    const go = form.get('go');
    if (go === 'take') return await take(ctx, params.id, form);
    if (go === 'undo') return await undo(ctx, params.id, form);
    const file = form.get('file');
    if (!(file instanceof File) || file.size === 0) throw new Refusal('document-missing', 400);
    if (file.size > largest.packed) throw new Refusal('document-too-big', 413);
    return { preview: await previewImport(ctx, params.id, { name: file.name, content: new Uint8Array(await file.arrayBuffer()) }) };
  } catch (error) {
    if (error instanceof Refusal) return data({ refusal: error.code }, error.status);
    throw error;
  }
}

async function take(ctx: Ctx, id: string, form: FormData) {
  const chosen = form.getAll('take').flatMap((at) => form.get(`line.${String(at)}`) ?? []);
  if (chosen.length === 0) throw new Refusal('import-nothing', 400);
  const input = TakeInput.safeParse({ fileName: form.get('fileName'), sha256: form.get('sha256'), answers: chosen.map(lineOf) });
  if (!input.success) throw new Refusal('form-unreadable', 400);
  const { written } = await takeImport(ctx, id, input.data);
  return redirect(`/apply/${id}/import?written=${written}`);
}

function lineOf(text: FormDataEntryValue): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}

async function undo(ctx: Ctx, id: string, form: FormData) {
  const input = UndoInput.safeParse({ importId: form.get('importId') });
  if (!input.success) throw new Refusal('form-import-not-found', 404);
  const { restored, kept } = await undoImport(ctx, id, input.data.importId);
  return redirect(`/apply/${id}/import?restored=${restored}&kept=${kept}`);
}

export default function Import({ loaderData, actionData }: Route.ComponentProps) {
  const preview = actionData && 'preview' in actionData ? actionData.preview : undefined;
  const refusal = actionData && 'refusal' in actionData ? actionData.refusal : undefined;
  return <ImportPage {...loaderData} preview={preview} refusal={refusal} />;
}
