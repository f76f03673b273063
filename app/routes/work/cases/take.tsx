import { redirect } from 'react-router';
import { z } from 'zod';
import { listMyCommunities } from '#app/domain/base/communities/work-place.ts';
import { getCase } from '#app/domain/pilot/case-library/read.ts';
import { takeCase } from '#app/domain/pilot/consulting/take-case.ts';
import { casesWords } from '#app/i18n/cases.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { ChoiceField } from '#app/ui/light/choice-field.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { Callout, PageHead } from '#app/ui/light/section.tsx';
import { applyWords } from '#app/i18n/apply.ts';
import { titleOf } from '#app/routes/public/cases/case-card.tsx';
import type { Route } from './+types/take.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const { id, number, content } = await getCase(ctx, params.id);
    const { rows } = await listMyCommunities(ctx, []);
    return { found: { id, number, content: { title: content.title, titleEn: content.titleEn, summary: content.summary, summaryEn: content.summaryEn } }, places: rows.map(({ code, name, path }) => ({ code, name, place: path.map((step) => step.name).join(' ') })) };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, z.object({ place: z.string().regex(/^\d{9,12}$/) }), async ({ place }) => {
    await takeCase(ctx, place, params.id);
    return redirect(`/work/${place}/plan`);
  });
}

/** 学用案例: into the plan of which of my communities. */
export default function TakeCase({ loaderData: { found, places }, actionData }: Route.ComponentProps) {
  const words = useWords(casesWords);
  const form = useWords(applyWords).form;
  const locale = useLocale();
  const title = titleOf(found.content, locale);
  return (
    <div className="wrap apply-page">
      <PageTitle title={words.take} />
      <Breadcrumb label={form.crumbs} links={[{ href: '/cases', label: words.title }, { href: `/cases/${found.id}`, label: found.number }]} here={words.take} />
      <PageHead title={words.take} lead={title} />
      {actionData?.refusal ? <Callout kind="bad">{refusalSentence(actionData.refusal, locale)}</Callout> : null}
      {places.length === 0 ? <Empty drawing="house" text={words.noPlace} action={<ButtonLink kind="quiet" href="/work">{words.toWork}</ButtonLink>} /> : (
        <form method="post" className="card narrow" noValidate>
          <ChoiceField id="place" label={words.whichPlace} words={form} required asList choices={places.map((one) => ({ value: one.code, label: one.name, hint: one.place }))} {...(places.length === 1 ? { defaultValue: places[0]!.code } : {})} error={actionData?.fields?.place ? words.whichPlace : undefined} />
          <p className="small muted">{words.takeHint}</p>
          <Button>{words.take}</Button>
        </form>
      )}
    </div>
  );
}
