import { redirect } from 'react-router';
import { WithdrawInput } from '#app/domain/pilot/applications/input.ts';
import { getForm } from '#app/domain/pilot/applications/read.ts';
import { withdrawApplication } from '#app/domain/pilot/applications/withdraw.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { longDay } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { TickField } from '#app/ui/light/choice-field.tsx';
import { Callout } from '#app/ui/light/section.tsx';
import { FormHead } from './form/form-head.tsx';
import type { Route } from './+types/withdraw.ts';

export function loader({ params, context, request }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    return { form: await getForm(ctx, params.id), today: ctx.now.toISOString() };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, WithdrawInput, async () => {
    await withdrawApplication(ctx, params.id);
    return redirect(`/apply/${params.id}`);
  });
}

export default function WithdrawPage({ loaderData: { form, today }, actionData }: Route.ComponentProps) {
  const words = useWords(applyWords);
  const locale = useLocale();
  const error = actionData?.fields?.sure?.[0];
  return (
    <div className="wrap apply-page">
      <PageTitle title={words.withdraw.title} />
      <FormHead form={form} today={today} here={words.withdraw.title} />
      {actionData?.refusal ? <Callout kind="bad">{refusalSentence(actionData.refusal, locale)}</Callout> : null}
      <form method="post" className="card">
        <h2>{words.withdraw.title}</h2>
        <p>{form.canWithdraw ? words.withdraw.lead : words.withdraw.cannot}</p>
        {form.canWithdraw ? <p>{words.withdraw.until(longDay(form.lastDay, locale))}</p> : null}
        {form.canWithdraw ? <TickField id="sure" label={words.withdraw.sure} words={words.form} {...(error ? { error } : {})} /> : null}
        <div className="row">
          {form.canWithdraw ? <Button kind="stop">{words.withdraw.go}</Button> : null}
          <ButtonLink kind="quiet" href={`/apply/${form.application.id}/history`}>{form.canWithdraw ? words.withdraw.back : words.withdraw.toHistory}</ButtonLink>
        </div>
      </form>
    </div>
  );
}
