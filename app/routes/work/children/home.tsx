import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { useWords } from '#app/i18n/pair.ts';
import { workWords } from '#app/i18n/work.ts';
import { workChildrenWords } from '#app/i18n/work-children.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { DueList } from '../due-list.tsx';
import { workAddress } from '../pages.ts';
import { dueOf } from '../told.ts';
import { ChildrenHead } from './children-head.tsx';
import { childrenPages } from './pages.ts';
import type { Route } from './+types/home.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const due = (await dueOf(ctx, [place.code])).filter(({ path }) => path.startsWith('children/'));
    return { place, due, today: beijingDay(ctx.now) };
  });
}

/** 儿童: what children wait for in this community, and the pages where it is done. */
export default function ChildrenAtWork({ loaderData: { place, due, today } }: Route.ComponentProps) {
  const words = useWords(workChildrenWords);
  const { pages } = useWords(workWords);
  return (
    <>
      <PageTitle title={`${pages.children} · ${place.name}`} />
      <ChildrenHead place={place} lead={words.lead} due={due} />
      <Section title={words.waiting} tight>
        {due.length > 0 ? <DueList due={due} today={today} /> : <p className="note">{words.nothingWaits}</p>}
      </Section>
      <Section title={words.where} mist>
        <ul className="workplaces">
          {childrenPages.map((page) => (
            <li key={page} className="card">
              <h3><a href={workAddress(place.code, `children/${page}`)}>{words.pages[page]}</a></h3>
              <p className="small muted">{words.about[page]}</p>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
