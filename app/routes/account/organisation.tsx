import { redirect } from 'react-router';
import { z } from 'zod';
import { mayAnywhere, regionsFor } from '#app/domain/base/accounts/access.ts';
import { editOrganisation } from '#app/domain/base/organisations/edit.ts';
import { OrganisationInput } from '#app/domain/base/organisations/input.ts';
import { getOrganisation, listMyOrganisations } from '#app/domain/base/organisations/read.ts';
import { registerOrganisation } from '#app/domain/base/organisations/register.ts';
import { historyOf } from '#app/domain/base/records/read.ts';
import { regionPaths } from '#app/domain/base/regions/read.ts';
import { searchRegions } from '#app/domain/base/regions/search.ts';
import { organisationsWords } from '#app/i18n/organisations.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { query, searchInput } from '#app/platform/query.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Callout, PageHead } from '#app/ui/light/section.tsx';
import { Trouble } from './form-parts.tsx';
import { OrganisationCard } from './organisation-card.tsx';
import { OrganisationForm } from './organisation-form.tsx';
import { signedIn } from './signed-in.ts';
import type { Route } from './+types/organisation.ts';

const Asked = z.object({ where: searchInput, edit: z.uuid().optional() });

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  const { where, edit } = query(request, Asked);
  return show(async () => {
    const mine = await listMyOrganisations(ctx);
    const edited = edit ? await getOrganisation(ctx, edit) : undefined;
    const scopes = regionsFor(ctx.actor, 'organisation.register');
    const found = where ? (await Promise.all(scopes.slice(0, 5).map((within) => searchRegions(ctx, where, { within, limit: 10 })))).flat() : [];
    const known = scopes.filter((code) => code !== '*').slice(0, 10);
    const paths = await regionPaths(ctx, [...mine.map((each) => each.regionCode), ...known, ...found.map((each) => each.code)]);
    const nameOf = (code: string) => paths.get(code)?.map((step) => step.name).join(' ') ?? code;
    const offered = [...new Set([...(edited ? [edited.regionCode] : []), ...found.map((each) => each.code), ...known])];
    return {
      where: where ?? '',
      edited,
      mayRegister: mayAnywhere(ctx.actor, 'organisation.register'),
      places: offered.map((code) => ({ value: code, label: nameOf(code) })),
      mine: await Promise.all(mine.map(async (each) => ({ ...each, place: nameOf(each.regionCode), history: await historyOf(ctx, each.id, 'own-page') }))),
    };
  });
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  const { edit } = query(request, Asked);
  return answer(ctx, request, OrganisationInput, async (input) => {
    if (edit) await editOrganisation(ctx, edit, input);
    else await registerOrganisation(ctx, input);
    return redirect('/account/organisation');
  });
}

/** 我的机构: agents register their organisation here and see how it stands. */
export default function MyOrganisationPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(organisationsWords);
  const { mine, edited, mayRegister, places, where } = loaderData;
  const problem: Problem | undefined = actionData;
  const { name, kind, creditCode, regionCode, address, contactName, contactPhone } = words;
  const fieldNames = { name, kind, creditCode, regionCode, address, contactName, contactPhone };
  return (
    <div className="wrap body">
      <PageTitle title={words.mine} />
      <PageHead title={words.mine} lead={words.mineLead} />
      <Trouble problem={problem} names={fieldNames} />
      <div className="stacked">
        {!edited && mine.map((each) => <OrganisationCard key={each.id} organisation={each} place={each.place} history={each.history} />)}
        {mine.length === 0 && <Callout kind="info">{mayRegister ? words.none : words.cannot}</Callout>}
        {(edited || (mayRegister && mine.length === 0)) && <OrganisationForm known={edited} places={places} where={where} problem={problem} />}
      </div>
    </div>
  );
}
