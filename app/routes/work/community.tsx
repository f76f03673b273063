import { useRouteLoaderData } from 'react-router';
import { workFacts, workPlace } from '#app/domain/base/communities/work-place.ts';
import { unmetMusts } from '#app/domain/base/rule-results/model.ts';
import { resultsOf } from '#app/domain/base/rule-results/read.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { currentEdition, getEdition } from '#app/domain/base/standard/read.ts';
import { quickCheckOf } from '#app/domain/pilot/self-assessment/compare.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { workWords } from '#app/i18n/work.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, longDay, shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { type NumberItem, Numbers } from '#app/ui/light/numbers.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { Timeline } from '#app/ui/light/timeline.tsx';
import { CommunityFlower } from './community-flower.tsx';
import { childrenIn } from './children-in.ts';
import { DueList } from './due-list.tsx';
import { workAddress, workPages } from './pages.ts';
import { toldOf } from './told.ts';
import { WorkHead } from './work-head.tsx';
import type { Route } from './+types/community.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const [facts, sheets, { due, moments }] = await Promise.all([workFacts(ctx, place.code), resultsOf(ctx, place.code), toldOf(ctx, place.code)]);
    const byTime = sheets.toSorted((a, b) => b.concludedAt.getTime() - a.concludedAt.getTime());
    const sheet = byTime.find(({ levels }) => Object.keys(levels).length > mostSkipped) ?? byTime[0];
    const quick = sheet ? undefined : await quickCheckOf(ctx, place.code);
    const editionId = sheet?.editionId ?? quick?.editionId;
    const edition = editionId ? await getEdition(ctx, editionId) : await currentEdition(ctx);
    return { place, due, moments, sheet, quick: quick?.levels, sections: edition.sections, children: childrenIn(facts), today: beijingDay(ctx.now) };
  });
}

/** 一部分细则: a visit that looked at no more rules than these does not tell how far the whole is. */
const mostSkipped = 38;

type Loaded = Route.ComponentProps['loaderData'];

export default function CommunityAtWork({ loaderData }: Route.ComponentProps) {
  const words = useWords(workWords);
  const locale = useLocale();
  const { place, due, moments, sheet, quick, sections, today } = loaderData;
  return (
    <>
      <PageTitle title={place.name} />
      <WorkHead
        place={place}
        here="overview"
        due={due}
        lead={place.path.map((step) => step.name).join(locale === 'en' ? ' › ' : ' ')}
        tags={<Tag kind={place.pilotSince ? 'open' : 'plain'}>{place.pilotSince ? words.pilot(longDay(place.pilotSince, locale)) : words.notPilot}</Tag>}
      />
      <Figures {...loaderData} />
      <Section title={words.dueTitle} hideTitle tight>
        <div className="two">
          <div>
            <h2>{words.flower.title}</h2>
            <CommunityFlower
              edition={{ sections }}
              levels={sheet?.levels ?? quick ?? {}}
              from={sheet ? words.flower.from(sheet.stream, sheet.year, sheet.score === null ? '—' : sheet.score.toFixed(1)) : quick ? words.flower.fromApplication : words.flower.empty}
            />
            {sheet ? null : <p className="note center"><ButtonLink href={workAddress(place.code, 'self-assessment')}>{words.flower.begin}</ButtonLink></p>}
          </div>
          <div>
            <h2>{words.dueTitle}</h2>
            {due.length > 0 ? <DueList due={due} today={today} /> : <p className="note">{words.dueEmpty}</p>}
            <h2 className="apart">{words.way}</h2>
            {moments.length === 0 ? <p className="note">{words.wayEmpty}</p> : (
              <Timeline
                label={words.way}
                words={words.squares}
                moments={moments.map((moment) => ({
                  title: words.moments[moment.kind](moment.figure ?? ''), state: 'done', when: shortDay(moment.day, locale), dateTime: moment.day,
                  ...(moment.path === undefined ? {} : { text: <a href={workAddress(place.code, moment.path)}>{words.pages[workPages.find((page) => page.path === moment.path!.split('/')[0])?.name ?? 'overview']}</a> }),
                }))}
              />
            )}
          </div>
        </div>
      </Section>
      <Links {...loaderData} />
    </>
  );
}

/** 四个数字: children, rules met, must-rules not met, score; only what is known. */
function Figures({ sheet, sections, children }: Loaded) {
  const { numbers: words } = useWords(workWords);
  const root = useRouteLoaderData('root') as { isDemo: boolean } | undefined;
  const rules = rulesOf({ sections });
  const demo = Boolean(root?.isDemo);
  const met = Object.values(sheet?.levels ?? {}).filter((level) => level === 'met').length;
  const items: NumberItem[] = [
    ...(children === null ? [] : [{ label: words.children, parts: [{ value: children.toLocaleString('en'), unit: words.people }], demo, child: true }]),
    ...(sheet
      ? [
          { label: words.met, parts: [{ value: String(met), unit: words.of(rules.length) }], demo },
          { label: words.musts, parts: [{ value: String(unmetMusts(rules, sheet.levels).length), unit: words.rules }], demo },
          { label: words.score, parts: [{ value: sheet.score === null ? '—' : sheet.score.toFixed(1), unit: words.points }], demo },
        ]
      : []),
  ];
  return items.length === 0 ? null : <Section title={words.title} hideTitle tight><Numbers items={items} demoWord={words.demo} /></Section>;
}

function Links({ place }: Loaded) {
  const words = useWords(workWords);
  const pages = workPages.filter((page) => page.path !== '');
  return (
    <Section title={words.links} mist>
      {pages.length === 0 ? <Empty text={words.dueEmpty} /> : (
        <ul className="workplaces">
          {pages.map((page) => (
            <li key={page.name} className="card">
              <h3><a href={workAddress(place.code, page.path)}>{words.pages[page.name]}</a></h3>
              <p className="small muted">{words.about[page.name]}</p>
            </li>
          ))}
        </ul>
      )}
      <div className="row no-print">
        {place.pilotSince ? <ButtonLink kind="quiet" href={`/communities/${place.code}`}>{words.publicPage}</ButtonLink> : null}
        <ButtonLink kind="plain" href={`/past/${place.code}`}>{words.past}</ButtonLink>
        <ButtonLink kind="plain" href="/apply">{words.toApply}</ButtonLink>
      </div>
    </Section>
  );
}
