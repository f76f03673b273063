import { useRouteLoaderData } from 'react-router';
import { getCommunity, listPilots, pilotsByProvince } from '#app/domain/base/communities/read.ts';
import { codesOf } from '#app/domain/base/regions/borne-by.ts';
import { councilHere } from '#app/domain/children/councils/read.ts';
import { publicEvaluations } from '#app/domain/pilot/evaluation/read.ts';
import { publicReports } from '#app/domain/pilot/progress-reports/read.ts';
import { CommunityEvaluations } from '#app/routes/public/evaluations/community-evaluations.tsx';
import { publicRounds } from '#app/domain/children/survey-results/read.ts';
import { suggestionCounts } from '#app/domain/children/suggestions/counts.ts';
import { certificatesOfCommunity } from '#app/domain/pilot/certification/register.ts';
import { pilotSelfCheck } from '#app/domain/pilot/notices/pilot-self-check.ts';
import { pilotStory } from '#app/domain/pilot/notices/pilot-story.ts';
import { mapValues } from '#app/domain/public/statistics/model.ts';
import { certificationWords } from '#app/i18n/certification.ts';
import { homeWords } from '#app/i18n/home.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { pilotsWords } from '#app/i18n/pilots.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { longDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { CommunityHead } from '#app/ui/light/home-blocks.tsx';
import { Numbers } from '#app/ui/light/numbers.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { TileMap } from '#app/ui/light/tile-map.tsx';
import { tiles } from '#app/ui/light/tile-places.ts';
import { Timeline } from '#app/ui/light/timeline.tsx';
import { PageTitle } from '../page-title.tsx';
import { RoundList } from '../surveys/round-list.tsx';
import { PromiseClock } from '../voices/promise-clock.tsx';
import { ChildrenHere } from './children-here.tsx';
import { communityNumbers } from './community-numbers.ts';
import { momentsOf } from './pilot-moments.tsx';
import { SelfCheckFlower } from './self-check-flower.tsx';
import type { Route } from './+types/community.ts';

export function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const [community, codes] = await Promise.all([getCommunity(ctx, params.code), codesOf(ctx, params.code)]);
    const [story, selfCheck, near, byProvince, certificates, evaluations, reports, voices, surveyed, council] = await Promise.all([
      pilotStory(ctx, community.pilots[0]!.id),
      pilotSelfCheck(ctx, community.pilots[0]!.id),
      listPilots(ctx, { region: params.code.slice(0, 2) }, 9),
      pilotsByProvince(ctx),
      certificatesOfCommunity(ctx, params.code),
      publicEvaluations(ctx, codes),
      publicReports(ctx, codes),
      suggestionCounts(ctx, params.code),
      publicRounds(ctx, params.code),
      councilHere(ctx, params.code),
    ]);
    return {
      community,
      story,
      certificates,
      evaluations,
      reports,
      voices,
      surveyed,
      councilId: council?.id,
      selfCheck,
      near: near.rows.filter((row) => row.regionCode !== params.code).slice(0, 8),
      values: mapValues(byProvince, Object.keys(tiles)),
    };
  });
}

export default function CommunityPage({ loaderData: { community, story, certificates, evaluations, reports, voices, surveyed, councilId, selfCheck, near, values } }: Route.ComponentProps) {
  const words = useWords(pilotsWords);
  const certificate = useWords(certificationWords);
  const site = useWords(siteWords);
  const { map } = useWords(homeWords);
  const locale = useLocale();
  const root = useRouteLoaderData('root') as { isDemo: boolean } | undefined;
  const { region, path, about } = community;
  const pilot = community.pilots[0]!;
  const province = region.code.slice(0, 2);
  const place = path.slice(0, -1).map((step) => step.name).join(locale === 'en' ? ' › ' : '');
  const numbers = communityNumbers(community.facts, community.children, words, Boolean(root?.isDemo) || community.isInvented);
  const provinceName = (locale === 'en' ? tiles[province]?.en : tiles[province]?.zh) ?? '';
  return (
    <>
      <PageTitle title={region.name} about={words.communityLead(place)} />
      <CommunityHead
        name={region.name}
        text={about || words.communityLead(place)}
        crumb={
          <Breadcrumb
            label={site.crumb}
            links={[
              { href: '/', label: site.nav.home },
              { href: '/pilots', label: words.title },
              ...path.slice(0, -1).map((step) => ({ href: `/pilots?region=${step.code}#list`, label: step.name })),
            ]}
            here={region.name}
          />
        }
        tags={
          <>
            <Tag kind={pilot.state === 'pilot' ? 'open' : 'plain'}>{pilot.state === 'pilot' ? words.pilot : words.ended}</Tag>
            {locale === 'en' ? <span lang="zh-CN">{region.official}</span> : null}
            <span>{words.sinceDay(longDay(pilot.since, locale))}</span>
            {certificates.map((one) => (
              <a key={one.number} href={`/certificates/${one.number}`}>{certificate.levels[one.level]}{certificate.list.title2} · {certificate.standings[one.standing]}</a>
            ))}
          </>
        }
      />
      <Section title={words.numbers.title} hideTitle tight>
        {numbers.length ? <Numbers items={numbers} demoWord={words.numbers.demo} /> : null}
        <p className="note">{numbers.length ? words.numbers.from : words.numbers.none}</p>
      </Section>
      {selfCheck ? <SelfCheckFlower edition={selfCheck} levels={selfCheck.levels} /> : null}
      <CommunityEvaluations code={region.code} evaluations={evaluations} reports={reports} />
      <PromiseClock code={region.code} counts={voices} />
      <RoundList rounds={surveyed} />
      <ChildrenHere code={region.code} councilId={councilId} />
      <Section title={words.way} {...(selfCheck ? {} : { tight: true })}>
        <div className="two">
          <Timeline label={words.way} words={words.squares} moments={momentsOf(story, words, locale)} />
          <div>
            <h3>{words.place}</h3>
            <TileMap
              values={values}
              locale={locale}
              href={(code) => `/pilots?region=${code}#list`}
              words={{ ...map, title: words.placeLabel(provinceName) }}
            />
            <p className="note">{words.placeText(provinceName)}</p>
            {near.length ? (
              <>
                <h3>{words.others}</h3>
                <ul className="linklist">
                  {near.map((other) => (
                    <li key={other.id}>
                      <a href={`/communities/${other.regionCode}`}>{other.name}</a>
                      <small>{other.path.slice(1).map((step) => step.name).join(locale === 'en' ? ' › ' : '')}</small>
                    </li>
                  ))}
                </ul>
              </>
            ) : null}
          </div>
        </div>
      </Section>
    </>
  );
}
