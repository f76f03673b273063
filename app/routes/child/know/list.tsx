import { listKnown } from '#app/domain/children/child-versions/read.ts';
import { childKnowWords } from '#app/i18n/child-know.ts';
import { useLocale } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { ChildDrawing } from '#app/ui/child/child-drawing.tsx';
import { ChildCard, ChildPage } from '#app/ui/child/child-page.tsx';
import { drawnOr } from '#app/ui/child/drawings.ts';
import { useChildWords } from '#app/ui/child/look.ts';
import { Say } from '#app/ui/child/say.tsx';
import { layerOf } from '../look.ts';
import type { Route } from './+types/list.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const rows = await listKnown(ctx, layerOf(ctx, request));
  return rows.map((row) => ({ ...row, day: beijingDay(row.publishedAt!) }));
}

/** 我想知道: what offices tell children of their age, newest first. */
export default function Known({ loaderData: rows }: Route.ComponentProps) {
  const words = useChildWords(childKnowWords);
  const locale = useLocale();
  return (
    <ChildPage title={words.title} lead={words.lead}>
      {rows.length === 0 ? (
        <ChildCard>
          <ChildDrawing name="wait" size={96} />
          <p><Say>{words.none}</Say></p>
        </ChildCard>
      ) : (
        <ul className="told" lang="zh-CN">
          {rows.map((row) => (
            <li key={row.id} className="card">
              <ChildDrawing name={drawnOr(row.drawing, 'paper')} size={72} />
              <div>
                <h2><a href={`/child/know/${row.id}`}><Say>{row.title}</Say></a></h2>
                <p className="d" lang={locale}>{words.toldBy(row.region ?? words.nation, row.saidBy, shortDay(row.day, locale))}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </ChildPage>
  );
}
