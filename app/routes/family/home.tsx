import { listFamily } from '#app/domain/children/identity/family.ts';
import { familyWords } from '#app/i18n/family.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { Callout, PageHead } from '#app/ui/light/section.tsx';
import type { Route } from './+types/home.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return show(async () => ({ family: await listFamily(ctx), isErased: new URL(request.url).searchParams.get('news') === 'erased' }));
}

/** 我的家庭: the children of a guardian, and what waits. */
export default function FamilyPage({ loaderData: { family, isErased } }: Route.ComponentProps) {
  const words = useWords(familyWords);
  return (
    <div className="wrap body stacked families">
      <PageTitle title={words.title} />
      <PageHead title={words.title} lead={<>{words.lead} <a href="/privacy/children">{words.rules}</a></>} />
      {isErased ? <Callout kind="ok">{words.child.erased}</Callout> : null}
      {family.length === 0 ? <Empty drawing="kite" text={words.none} action={<ButtonLink href="/family/new">{words.add}</ButtonLink>} /> : null}
      {family.map(({ id, nickname, age, isRenewalDue }) => (
        <section key={id} className="card">
          <h2>{nickname} <small className="muted">{words.age(age)}</small></h2>
          {isRenewalDue ? <Callout kind="check">{words.renewal}</Callout> : null}
          <p><a href={`/family/${id}`}>{words.open}<span className="vh"> {nickname}</span></a></p>
        </section>
      ))}
      <p className="row">{family.length > 0 ? <ButtonLink kind="quiet" href="/family/new">{words.add}</ButtonLink> : null}<ButtonLink kind="plain" href="/family/join">{words.bySlip}</ButtonLink></p>
    </div>
  );
}
