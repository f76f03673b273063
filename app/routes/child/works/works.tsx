import { redirect } from 'react-router';
import { z } from 'zod';
import { newTicket } from '#app/domain/children/suggestions/plate.ts';
import { solicitationsForChild, workByPlate } from '#app/domain/children/solicitations/for-child.ts';
import { childWorksWords } from '#app/i18n/child-works.ts';
import { useLocale } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, notKept, show } from '#app/platform/http.ts';
import { longDay } from '#app/platform/dates.ts';
import { ChildCard, ChildPage } from '#app/ui/child/child-page.tsx';
import { ChildBox, Trouble } from '#app/ui/child/choices.tsx';
import { useChildWords } from '#app/ui/child/look.ts';
import { Say } from '#app/ui/child/say.tsx';
import type { Route } from './+types/works.ts';

export const headers = notKept;

export function loader({ context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = context.get(ctxKey);
    return { isHere: ctx.child !== undefined, rows: ctx.child ? (await solicitationsForChild(ctx)).map(({ id, title, phase, closesOn, chooseUntil }) => ({ id, title, phase, closesOn, chooseUntil })) : [] };
  });
}

export function action({ request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, z.object({ plate: z.string().min(1).max(60) }), async ({ plate }) => {
    const { id, countyCode } = await workByPlate(ctx, plate);
    return redirect(`/child/works/mine/${newTicket(ctx, { id, county: countyCode })}`);
  });
}

/** 一起来创作: what is asked for here, and the way back to one's own work. */
export default function Works({ loaderData: { isHere, rows }, actionData }: Route.ComponentProps) {
  const words = useChildWords(childWorksWords);
  const locale = useLocale();
  return (
    <ChildPage title={words.title} lead={words.lead} about="works">
      {isHere ? rows.length === 0 ? <ChildCard title={words.none}><p><Say>{words.noneMore}</Say></p></ChildCard> : rows.map((row) => (
        <ChildCard key={row.id} title={row.title}>
          <p><Say>{row.phase === 'open' ? words.until(longDay(row.closesOn, locale)) : row.phase === 'choosing' ? words.chooseUntil(longDay(row.chooseUntil, locale)) : words.phases[row.phase]}</Say></p>
          <p className="row"><a className="btn" href={row.phase === 'decided' ? `/exhibitions/${row.id}` : `/child/works/${row.id}`}><Say>{row.phase === 'open' ? words.hand : row.phase === 'choosing' ? words.choose : row.phase === 'decided' ? words.show : words.what}</Say></a></p>
        </ChildCard>
      )) : (
        <ChildCard title={words.needCode}>
          <p className="row"><a className="btn" href="/child/enter?to=/child/works"><Say>{words.enter}</Say></a></p>
        </ChildCard>
      )}
      <ChildCard title={words.find}>
        {actionData?.refusal ? <Trouble text={refusalSentence(actionData.refusal, locale)} /> : null}
        <form method="post">
          <ChildBox id="plate" label={words.findLabel} rows={1} maxLength={60} isRequired />
          <div className="row"><button className="btn"><Say>{words.findGo}</Say></button> <a className="btn quiet" href="/exhibitions"><Say>{words.show}</Say></a></div>
        </form>
      </ChildCard>
    </ChildPage>
  );
}
