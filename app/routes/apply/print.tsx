import { getForm } from '#app/domain/pilot/applications/read.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { FormHead } from './form/form-head.tsx';
import { ReadOnlyPart } from './form/read-only-part.tsx';
import { said } from './form/words-of.ts';
import type { Route } from './+types/print.ts';

export function loader({ params, context, request }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    return { form: await getForm(ctx, params.id), today: ctx.now.toISOString() };
  });
}

export default function PrintPage({ loaderData: { form, today } }: Route.ComponentProps) {
  const words = useWords(applyWords);
  const locale = useLocale();
  return (
    <div className="wrap apply-page">
      <PageTitle title={words.print.title} />
      <FormHead form={form} today={today} here={words.print.title} />
      {form.set.sections.map((section, index) => (
        <section key={section.id} className="print-part">
          <h2>{words.form.part(index + 1, said(section.title, locale))}</h2>
          <ReadOnlyPart form={form} questions={section.questions} />
        </section>
      ))}
      <p className="small muted">{words.print.foot(form.application.number, beijingTime(today))}</p>
    </div>
  );
}
