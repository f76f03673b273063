import { useRouteLoaderData } from 'react-router';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { inLanguage, sizeOf } from '#app/domain/base/standard/model.ts';
import { openCallsOn } from '#app/domain/pilot/calls/read.ts';
import { listNotices } from '#app/domain/pilot/notices/read.ts';
import { listCases } from '#app/domain/pilot/case-library/read.ts';
import { mapValues } from '#app/domain/public/statistics/model.ts';
import { homeNumbers } from '#app/domain/public/statistics/read.ts';
import { casesWords } from '#app/i18n/cases.ts';
import { homeWords } from '#app/i18n/home.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { standardWords } from '#app/i18n/standard.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { Flower, FlowerKey } from '#app/ui/light/flower.tsx';
import { Hero, KidBand, SectionList } from '#app/ui/light/home-blocks.tsx';
import { NoticeList } from '#app/ui/light/notice-list.tsx';
import { Numbers } from '#app/ui/light/numbers.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { tiles } from '#app/ui/light/tile-places.ts';
import { CaseCards } from './cases/case-card.tsx';
import { noticeLine } from './notices/notice-line.ts';
import { OpenCall } from './open-call.tsx';
import { PageTitle } from './page-title.tsx';
import { PilotMap } from './pilots/pilot-map.tsx';
import { flowerOf } from './standard/flower-of.ts';
import type { Route } from './+types/home.ts';

export function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const today = beijingDay(ctx.now);
    const [edition, calls, numbers, notices, cases] = await Promise.all([
      currentEdition(ctx),
      openCallsOn(ctx, today),
      homeNumbers(ctx),
      listNotices(ctx, { isPublic: true }, 4),
      listCases(ctx, {}, 3),
    ]);
    return { edition, calls, numbers, values: mapValues(numbers.byProvince, Object.keys(tiles)), notices: notices.rows, cases: cases.rows, today };
  });
}

export default function HomePage({ loaderData: { edition, calls, numbers, values, notices, cases, today } }: Route.ComponentProps) {
  const words = useWords(homeWords);
  const standard = useWords(standardWords);
  const library = useWords(casesWords);
  const locale = useLocale();
  const { isDemo: demo = false } = (useRouteLoaderData('root') as { isDemo: boolean } | undefined) ?? {};
  const size = sizeOf(edition);
  return (
    <>
      <PageTitle title={words.title} about={words.hero.text} />
      <Hero
        title={words.hero.title}
        text={words.hero.text}
        scene={{ alt: words.hero.scene, squares: words.hero.squares }}
        actions={
          <>
            <ButtonLink kind="warm" href={calls.length ? '#call' : '/how-to-apply'}>
              {calls.length ? words.hero.toCall : words.hero.toQuestions}
            </ButtonLink>
            <ButtonLink kind="ghost" href="/standard">
              {words.hero.toStandard}
            </ButtonLink>
          </>
        }
      />
      <OpenCall calls={calls} today={today} />
      <Section title={words.numbers.title} hideTitle>
        <Numbers
          demoWord={words.numbers.demo}
          items={[
            {
              label: words.numbers.size,
              parts: [
                { value: String(size.norms), unit: words.numbers.norms },
                { value: String(size.rules), unit: words.numbers.rules },
              ],
            },
            { label: words.numbers.pilots, parts: [{ value: String(numbers.pilots), unit: words.numbers.pilotsUnit }], demo },
            { label: words.numbers.provinces, parts: [{ value: String(numbers.provinces), unit: words.numbers.provincesUnit }], demo },
            ...(numbers.children === null ? [] : [{ label: words.numbers.children, parts: [{ value: numbers.children.toLocaleString('en'), unit: words.numbers.childrenUnit }], demo, child: true }]),
          ]}
        />
      </Section>
      <Section title={words.map.title} mist more={{ href: '/pilots', label: words.map.more }}>
        <PilotMap values={values} />
      </Section>
      <Section title={words.flower.title} lead={words.flower.text}>
        <div className="two mid half">
          <div>
            <Flower
              sections={flowerOf(edition, locale)}
              href={(id) => `/standard#${id}`}
              words={{ title: standard.flower, child: standard.child, under: (section, _met, count) => standard.under(section.norms.length, count) }}
            />
            <FlowerKey items={(['must', 'should', 'may'] as const).map((look) => ({ look, word: standard.kindsLong[look] }))} />
          </div>
          <SectionList
            sections={edition.sections.map((section) => ({
              id: section.id,
              name: inLanguage(section, locale),
              text: inLanguage(section.about, locale),
              count: standard.under(section.norms.length, section.norms.reduce((sum, norm) => sum + norm.rules.length, 0)),
              href: `/standard#${section.id}`,
            }))}
          />
        </div>
      </Section>
      <Section title={words.notices.title} mist more={{ href: '/notices', label: words.notices.more }}>
        {notices.length ? (
          <NoticeList notices={notices.map((notice) => noticeLine(notice, locale, today))} />
        ) : (
          <Empty drawing="paper" text={words.notices.none} />
        )}
      </Section>
      {cases.length === 0 ? null : (
        <Section title={library.homeTitle} more={{ href: '/cases', label: library.homeMore }}>
          <CaseCards rows={cases} demoWord={demo ? words.numbers.demo : undefined} />
        </Section>
      )}
      <KidBand title={words.kid.title} text={words.kid.text} href="/child" label={words.kid.link} />
    </>
  );
}
