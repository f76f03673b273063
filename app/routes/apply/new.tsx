import { redirect } from 'react-router';
import { findPilot } from '#app/domain/base/communities/find-pilot.ts';
import { findRegion, regionPath } from '#app/domain/base/regions/read.ts';
import { governmentsOf } from '#app/domain/pilot/applications/applicants.ts';
import { applicantLevels } from '#app/domain/pilot/calls/model.ts';
import { getCall, openCallsOn } from '#app/domain/pilot/calls/read.ts';
import { DraftInput } from '#app/domain/pilot/applications/input.ts';
import { startDraft } from '#app/domain/pilot/applications/start-draft.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, longDay } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { SelectField } from '#app/ui/light/choice-field.tsx';
import { Callout, PageHead } from '#app/ui/light/section.tsx';
import { PickUnit } from './form/pick-unit.tsx';
import { picking } from './form/picking.ts';
import type { Route } from './+types/new.ts';

export function loader({ context, request }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const query = new URL(request.url).searchParams;
    const callId = query.get('call') ?? (await openCallsOn(ctx, beijingDay(ctx.now)))[0]?.id ?? '';
    const call = await getCall(ctx, callId);
    const roots = governmentsOf(ctx.actor, call.applicantLevels);
    // Whoever is no officer at all reads there what they may do, and finds the drafts they fill in with others.
    if (governmentsOf(ctx.actor, applicantLevels).length === 0) throw redirect('/apply#who');
    if (roots.length === 0) throw new Refusal('applicant-level-not-allowed', 403);
    const unit = await findRegion(ctx, query.get('unit') ?? '');
    const governments = unit ? governmentsOf(ctx.actor, call.applicantLevels, unit.code) : [];
    const names = await Promise.all(governments.map(async (code) => ({ value: code, label: (await findRegion(ctx, code))?.name ?? code })));
    return { call, unit, pilot: unit && (await findPilot(ctx, unit.code)), path: unit ? await regionPath(ctx, unit.code) : [], governments: names, picking: await picking(ctx, query, roots) };
  });
}

export function action({ request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, DraftInput, async (input) => {
    const { id } = await startDraft(ctx, input);
    return redirect(`/apply/${id}`);
  });
}

export default function NewApplication({ loaderData, actionData }: Route.ComponentProps) {
  const { call, unit, pilot, path, governments } = loaderData;
  const words = useWords(applyWords);
  const locale = useLocale();
  const title = locale === 'en' && call.titleEn ? call.titleEn : call.title;
  return (
    <div className="wrap apply-page">
      <PageTitle title={words.pick.title} />
      <Breadcrumb label={words.form.crumbs} links={[{ href: '/', label: words.form.home }, { href: '/apply', label: words.home.title }, { href: `/apply/calls/${call.id}`, label: title }]} here={words.pick.title} />
      <PageHead title={words.pick.title} lead={`${words.pick.lead} ${words.home.until(longDay(call.closesOn, locale))}`} />
      {actionData?.refusal ? <Callout kind="bad">{refusalSentence(actionData.refusal, locale)} <a href="/apply">{words.home.mine}</a></Callout> : null}
      {unit ? (
        <form method="post" action={`/apply/new?call=${call.id}&unit=${unit.code}`} className="card">
          <input type="hidden" name="callId" value={call.id} />
          <input type="hidden" name="regionCode" value={unit.code} />
          <h2>{words.pick.chosen(unit.name)}</h2>
          <p className="small muted">{path.map((step) => step.name).join(' / ')}</p>
          {pilot ? <Callout kind="info">{words.pick.isPilot(longDay(pilot.since, locale))} <a href={`/communities/${unit.code}`}>{words.pick.seePilot}</a></Callout> : null}
          {governments.length > 1 ? (
            <SelectField id="applicantCode" label={words.pick.by} words={words.form} required choices={governments} defaultValue={governments[0]!.value} />
          ) : null}
          <p className="small muted">{words.pick.already}</p>
          <div className="row">
            <Button>{words.pick.confirm}</Button>
            <ButtonLink kind="quiet" href={`/apply/new?call=${call.id}`}>{words.pick.again}</ButtonLink>
          </div>
        </form>
      ) : (
        <PickUnit picking={loaderData.picking} action="/apply/new" keep={{ call: call.id }} />
      )}
    </div>
  );
}
