import { getKnown } from '#app/domain/children/child-versions/read.ts';
import { childKitWords } from '#app/i18n/child-kit.ts';
import { childKnowWords } from '#app/i18n/child-know.ts';
import { useLocale } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { ChildDrawing } from '#app/ui/child/child-drawing.tsx';
import { ChildCard, ChildPage } from '#app/ui/child/child-page.tsx';
import { drawnOr } from '#app/ui/child/drawings.ts';
import { useChildWords } from '#app/ui/child/look.ts';
import { ForGrownUps, Say } from '#app/ui/child/say.tsx';
import type { Route } from './+types/known.ts';

export function loader({ params, context }: Route.LoaderArgs) {
  return show(async () => {
    const known = await getKnown(context.get(ctxKey), params.id);
    return { ...known, day: beijingDay(known.publishedAt!) };
  });
}

/** 儿童版: one text in words of one age, sentence by sentence, with its pictures. */
export default function KnownPage({ loaderData: known }: Route.ComponentProps) {
  const words = useChildWords(childKnowWords);
  const kit = useChildWords(childKitWords);
  const locale = useLocale();
  return (
    <ChildPage title={known.title} about={known.title}>
      <p className="d">{words.toldBy(known.region ?? words.nation, known.saidBy, shortDay(known.day, locale))}</p>
      {locale === 'en' ? <p className="d">{words.inChinese}</p> : null}
      <ol className="lines" lang="zh-CN">
        {known.lines.map(({ text, drawing, readings }, at) => (
          <li key={at} className="card">
            {drawing ? <ChildDrawing name={drawnOr(drawing, 'paper')} size={96} /> : null}
            <p><Say readings={readings}>{text}</Say></p>
          </li>
        ))}
      </ol>
      {known.forGrownUps ? <ForGrownUps word={kit.grownUp}>{known.forGrownUps}</ForGrownUps> : null}
      <ChildCard title={words.next}>
        <div className="row">
          <a className="btn" href="/child/say"><Say>{words.say}</Say></a>
          <a className="btn quiet" href="/child/know"><Say>{words.more}</Say></a>
        </div>
        {known.others.length > 0 || known.sourceKind === 'notice' ? (
          <p className="d">
            {known.others.map(({ id, layer }) => <a key={id} href={`/child/know/${id}`}>{words.otherAge(kit.layers[layer])}</a>)}
            {known.sourceKind === 'notice' ? <a href={`/notices/${known.sourceId}`}>{words.adultText(known.sourceName)}</a> : null}
          </p>
        ) : null}
      </ChildCard>
    </ChildPage>
  );
}
