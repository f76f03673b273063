import { publicResult } from '#app/domain/children/survey-results/read.ts';
import { promisesOf } from '#app/domain/children/survey-results/tell-children.ts';
import { endsOf, type ToldLine, viewOf } from '#app/domain/children/survey-results/view.ts';
import { isForChildren } from '#app/domain/children/surveys/model.ts';
import { childResultsWords } from '#app/i18n/child-results.ts';
import { useLocale } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { ChildCard, ChildPage } from '#app/ui/child/child-page.tsx';
import { useChildWords } from '#app/ui/child/look.ts';
import { Say } from '#app/ui/child/say.tsx';
import { Tenths } from './tenths.tsx';
import type { Route } from './+types/result.ts';

export function loader({ params, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = context.get(ctxKey);
    const { head, lines } = viewOf(await publicResult(ctx, params.id));
    if (!isForChildren(head.audience)) throw new Refusal('survey-results-not-found', 404);
    return { id: head.roundId, told: endsOf(lines), promises: await promisesOf(ctx, head.regionCode, head.roundId) };
  });
}

/** 孩子们怎么说，大人会做什么: the few things said most and least, out of ten, and the answer. */
export default function ChildSurveyResult({ loaderData: { id, told: { best, worst }, promises } }: Route.ComponentProps) {
  const words = useChildWords(childResultsWords);
  return (
    <ChildPage title={words.title} lead={words.lead}>
      {best.length + worst.length === 0 ? <ChildCard><p><Say>{words.nothing}</Say></p></ChildCard> : null}
      {best.length > 0 ? <ChildCard title={words.best}><Told lines={best} /></ChildCard> : null}
      {worst.length > 0 ? <ChildCard title={words.worst}><Told lines={worst} /></ChildCard> : null}
      <ChildCard title={words.will}>
        {promises.length > 0 ? (
          <ul className="saidlist">{promises.map((line) => <li key={line}><Say>{line}</Say></li>)}</ul>
        ) : <p><Say>{words.none}</Say></p>}
        <p className="row"><a className="btn" href="/child/say"><Say>{words.say}</Say></a></p>
      </ChildCard>
      <p className="grownup"><a href={`/surveys/${id}`}>{words.adult.all}</a></p>
    </ChildPage>
  );
}

function Told({ lines }: { lines: readonly ToldLine[] }) {
  const words = useChildWords(childResultsWords);
  const locale = useLocale();
  return (
    <ul className="saidlist">
      {lines.map(({ id, text, tenths }) => (
        <li key={id}>
          <p><b><Say>{(locale === 'en' && text.en) || text.zh}</Say></b></p>
          <Tenths many={tenths} />
          <p><Say>{words.about(tenths)}</Say></p>
        </li>
      ))}
    </ul>
  );
}
