import { listMyCommunities, placesBelow } from '#app/domain/base/communities/work-place.ts';
import { assessedCommunities } from '#app/domain/pilot/self-assessment/read.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { workWords } from '#app/i18n/work.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { Pager } from '#app/ui/light/pager.tsx';
import { PageHead, Section } from '#app/ui/light/section.tsx';
import { DueList } from './due-list.tsx';
import { dueOf } from './told.ts';
import type { Route } from './+types/home.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const asked = new URL(request.url).searchParams;
    const text = asked.get('text')?.trim().slice(0, 40) ?? '';
    const [mine, below] = await Promise.all([
      listMyCommunities(ctx, await assessedCommunities(ctx), { text, after: asked.get('after') ?? '' }),
      placesBelow(ctx, asked.get('under') ?? undefined),
    ]);
    return { ...mine, below, text, due: await dueOf(ctx, mine.rows.map(({ code }) => code)), today: beijingDay(ctx.now) };
  });
}

export default function WorkHome({ loaderData: { rows, next, below, text, due, today } }: Route.ComponentProps) {
  const words = useWords(workWords);
  const locale = useLocale();
  return (
    <>
      <PageTitle title={words.title} />
      <div className="wrap">
        <PageHead title={words.title} lead={<>{words.lead} <a href="/desk">{words.desk}</a></>} />
      </div>
      <Section title={words.list} hideTitle tight>
        {rows.length > 6 || text || next ? (
          <form className="row" role="search" action="/work">
            <input className="in grow" type="search" name="text" defaultValue={text} maxLength={40} aria-label={words.search} placeholder={words.searchHint} />
            <Button kind="quiet">{words.go}</Button>
          </form>
        ) : null}
        {rows.length === 0 ? <Empty drawing="house" text={text ? words.none : words.noneYet} /> : null}
        <ul className="workplaces">
          {rows.map((row) => {
            const todo = due.filter((one) => one.regionCode === row.code);
            return (
              <li key={row.code} className="card">
                <div>
                  <h2><a href={`/work/${row.code}`}>{row.name}</a></h2>
                  <p className="small muted">{row.path.map((step) => step.name).join(locale === 'en' ? ' › ' : ' ')}</p>
                </div>
                {todo.length > 0 ? <DueList due={todo} today={today} /> : <p className="small muted">{words.nothingDue}</p>}
              </li>
            );
          })}
        </ul>
        <Pager words={{ label: words.list, prev: '', next: words.next }} next={next ? `/work?${new URLSearchParams({ ...(text ? { text } : {}), after: next })}` : undefined} />
      </Section>
      <Section title={words.others} lead={words.othersLead} mist id="others">
        <ul className="places">
          {below.rows.map((place) => (
            <li key={place.code}>
              {place.level >= 4 ? <a href={`/work/${place.code}`}>{place.name}</a> : <span>{place.name}</span>}
              {place.level < 5 ? <a className="small" href={`/work?under=${place.code}#others`} aria-label={words.below(place.name)}>›</a> : null}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
