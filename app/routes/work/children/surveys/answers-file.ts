import { csvLine } from '#app/domain/base/exports/csv.ts';
import { exportAnswers } from '#app/domain/children/survey-results/export-answers.ts';
import { AnswersInput } from '#app/domain/children/survey-results/input.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { formObject } from '#app/platform/form-object.ts';
import { readForm } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { plainly } from '#app/routes/apply/plainly.ts';
import type { Route } from './+types/answers-file.ts';

/** 去标识的答卷 as CSV: asked for with a reason, so by a form and never by an address. */
export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return plainly(ctx, async () => {
    const form = await readForm(request);
    const input = AnswersInput.safeParse(form ? formObject(form) : {});
    if (!input.success) throw new Refusal('survey-answers-reason', 422);
    const { title, columns, rows } = await exportAnswers(ctx, params.code, params.round, input.data);
    const said = columns.map(({ id, text }) => `${id} ${(ctx.locale === 'en' && text.en) || text.zh}`);
    const name = `${title}.csv`.replaceAll(/[\\/:*?"<>|]/g, ' ');
    return new Response(`\uFEFF${[said, ...rows].map(csvLine).join('')}`, {
      headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="answers.csv"; filename*=UTF-8''${encodeURIComponent(name)}`, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'private, no-store' },
    });
  });
}
