import { data, redirect } from 'react-router';
import { z } from 'zod';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { allow, may } from '#app/domain/base/accounts/access.ts';
import { askAccess } from '#app/domain/children/identity/access-grants.ts';
import { numberOf } from '#app/domain/children/identity/families-at-work.ts';
import { AccessInput } from '#app/domain/children/identity/input.ts';
import { grantHours } from '#app/domain/children/identity/model.ts';
import { openIdentity } from '#app/domain/children/identity/open-identity.ts';
import { familiesWords } from '#app/i18n/families.ts';
import { useWords } from '#app/i18n/pair.ts';
import { sharingWords } from '#app/i18n/sharing.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortTime } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { Trouble } from '#app/routes/account/form-parts.tsx';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button } from '#app/ui/light/button.tsx';
import { SelectField } from '#app/ui/light/choice-field.tsx';
import { Facts } from '#app/ui/light/section.tsx';
import { LongTextField } from '#app/ui/light/text-field.tsx';
import { ChildrenHead } from '../children-head.tsx';
import type { Route } from './+types/identity.ts';

const Deed = z.discriminatedUnion('deed', [z.object({ deed: z.literal('open') }), AccessInput.omit({ childId: true }).extend({ deed: z.literal('ask') })]);
type Shown = { name: string; nickname: string; birthday: string; until: string };

export function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return show(async () => {
    const place = await workPlace(ctx, params.code);
    allow(ctx, 'identity.ask', { regionCode: place.code });
    if (!isId(params.childId)) throw new Refusal('not-found', 404);
    const share = may(ctx.actor, 'sharing.record', { regionCode: place.code }) ? `/desk/privacy/shares/new?${new URLSearchParams({ region: place.code, child: params.childId })}` : '';
    return { place, number: numberOf(params.childId), share };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return answer(ctx, request, Deed, async (input) => {
    if (input.deed === 'ask') {
      await askAccess(ctx, params.code, { ...input, childId: params.childId });
      return redirect(`/work/${params.code}/children/families?news=asked#grants`);
    }
    const { name, nickname, birthday, until } = await openIdentity(ctx, params.code, params.childId);
    return data<Shown>({ name, nickname, birthday, until: shortTime(until, ctx.locale) }, { headers: { 'Cache-Control': 'no-store' } });
  });
}

/** 一个孩子的身份: shown only as the answer to a press of the button, under a grant; without one the form to ask for it. */
export default function IdentityPage({ loaderData: { place, number, share }, actionData }: Route.ComponentProps) {
  const { identity: words, grants, field } = useWords(familiesWords);
  const { shares } = useWords(sharingWords);
  const shown = actionData && 'birthday' in actionData ? (actionData as Shown) : undefined;
  const problem = shown ? undefined : (actionData as Problem | undefined);
  return (
    <>
      <PageTitle title={words.title(number)} />
      <ChildrenHead place={place} here="families" title={words.title(number)} lead={words.lead} />
      <div className="wrap body stacked families">
        <Trouble problem={problem} names={{ reason: words.reason, hours: words.hours }} />
        {shown ? <Facts facts={[{ term: words.name, text: shown.name }, { term: words.nickname, text: shown.nickname }, { term: words.birthday, text: shown.birthday }, { term: words.until, text: shown.until }]} /> : null}
        <form method="post">
          <input type="hidden" name="deed" value="open" />
          <Button>{words.open}</Button>
        </form>
        <form method="post" className="card">
          <h2>{words.ask}</h2>
          <input type="hidden" name="deed" value="ask" />
          <LongTextField id="reason" rows={3} label={words.reason} words={field} required error={problem?.fields?.reason?.join(' ')} defaultValue={String(problem?.given?.reason ?? '')} input={{ maxLength: 300 }} />
          <SelectField id="hours" label={words.hours} words={field} required choices={grantHours.map((hours) => ({ value: String(hours), label: grants.hours(hours) }))} defaultValue="2" />
          <Button kind="quiet">{words.submit}</Button>
        </form>
        {share ? <p><a href={share}>{shares.new}</a></p> : null}
      </div>
    </>
  );
}
