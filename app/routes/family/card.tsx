import { data } from 'react-router';
import { PicturesInput } from '#app/domain/children/identity/input.ts';
import { cardOf, makeCard } from '#app/domain/children/identity/make-card.ts';
import { drawings, pictureCount } from '#app/domain/children/identity/model.ts';
import { childMeWords } from '#app/i18n/child-me.ts';
import { familyWords } from '#app/i18n/family.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { Trouble } from '#app/routes/account/form-parts.tsx';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { originOf } from '#app/routes/feeds/origin.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Button } from '#app/ui/light/button.tsx';
import { SelectField } from '#app/ui/light/choice-field.tsx';
import { PageHead } from '#app/ui/light/section.tsx';
import type { Route } from './+types/card.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return show(async () => {
    const { id, nickname, card } = await cardOf(ctx, params.childId);
    return { id, nickname, card: card && { code: card.code, madeOn: beijingDay(card.madeAt) }, address: `${originOf(request)}/child` };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return answer(ctx, request, PicturesInput, async ({ pictures }) => data({ code: await makeCard(ctx, params.childId, pictures) }));
}

/** 登录卡: the code to cut out; the child chooses the drawings. */
export default function CardPage({ loaderData: { id, nickname, card, address }, actionData }: Route.ComponentProps) {
  const { title, card: words, field } = useWords(familyWords);
  const { drawings: named } = useWords(childMeWords);
  const problem = actionData && 'code' in actionData ? undefined : (actionData as Problem | undefined);
  return (
    <div className="wrap body stacked families">
      <PageTitle title={words.title} />
      <Breadcrumb label={title} links={[{ href: '/family', label: title }, { href: `/family/${id}`, label: nickname }]} here={words.title} />
      <PageHead title={words.title} lead={words.lead} />
      <Trouble problem={problem} names={{ pictures: words.picture(1) }} />
      {card ? (
        <section className="card entrycard">
          <p className="no-print">{words.printed} {words.print}</p>
          <h2>{nickname}</h2>
          <p>{words.code}</p>
          <p className="codewords">{card.code}</p>
          <p>{words.drawings}</p>
          <p className="small muted">{address} · {words.made} {card.madeOn}</p>
        </section>
      ) : null}
      <form method="post" className="card no-print">
        <h2>{card ? words.again : words.make}</h2>
        {Array.from({ length: pictureCount }, (_, at) => (
          <SelectField
            key={at} id={at ? `pictures-${at + 1}` : 'pictures'} name="pictures[]" label={words.picture(at + 1)} words={field} required blank={words.choose}
            choices={drawings.map((value) => ({ value, label: named[value] }))} input={{ required: true }}
          />
        ))}
        <Button kind={card ? 'quiet' : 'primary'}>{words.make}</Button>
      </form>
    </div>
  );
}
