import { addressOf, filterFrom, passes } from '#app/domain/base/standard/filter.ts';
import { inLanguage, rulesOf, sizeOf } from '#app/domain/base/standard/model.ts';
import { currentEdition, getEdition, listEditions } from '#app/domain/base/standard/read.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { standardWords } from '#app/i18n/standard.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { Flower, FlowerKey } from '#app/ui/light/flower.tsx';
import { Callout, PageHead } from '#app/ui/light/section.tsx';
import { Contents, Norm, Principles, SectionTitle } from '#app/ui/light/standard-parts.tsx';
import { PageTitle } from '../page-title.tsx';
import { flowerOf } from './flower-of.ts';
import { ruleLine } from './rule-line.tsx';
import { RuleFilters } from './rule-filters.tsx';
import type { Route } from './+types/standard.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = new URL(request.url).searchParams;
  const wanted = asked.get('edition');
  return show(async () => {
    const editions = await listEditions(ctx);
    const current = await currentEdition(ctx);
    const edition = wanted ? await getEdition(ctx, wanted) : current;
    const others = editions.filter(({ id, state }) => state === 'published' && id !== edition.id);
    return { edition, others, isCurrent: edition.id === current.id, filter: filterFrom(asked) };
  });
}

export default function StandardPage({ loaderData: { edition, others, isCurrent, filter } }: Route.ComponentProps) {
  const words = useWords(standardWords);
  const site = useWords(siteWords);
  const locale = useLocale();
  const size = sizeOf(edition);
  const rules = rulesOf(edition).filter((rule) => passes(rule, filter));
  const isWhole = Object.keys(filter).length === 0;
  const shown = edition.sections
    .map((section) => ({
      ...section,
      norms: section.norms
        .map((norm) => ({ ...norm, lines: rules.filter((rule) => rule.norm.id === norm.id) }))
        .filter((norm) => norm.lines.length > 0),
    }))
    .filter((section) => section.norms.length > 0);
  const { text: searched = '', ...kept } = filter;
  return (
    <div className="wrap body">
      <PageTitle title={words.title} about={words.lead(size)} />
      <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }]} here={site.nav.standard} />
      <PageHead title={words.title} lead={words.lead(size)} />
      <div className="two mid half">
        <div>
          <Flower
            sections={flowerOf(edition, locale)}
            href={(id) => (isWhole ? `#${id}` : addressOf({ section: id }))}
            words={{
              title: words.flower,
              child: words.child,
              under: (section, _met, count) => words.under(section.norms.length, count),
            }}
          />
          <FlowerKey items={(['must', 'should', 'may'] as const).map((look) => ({ look, word: words.kindsLong[look] }))} />
        </div>
        <div className="stacked">
          <h2>{words.principles}</h2>
          <Principles
            principles={edition.principles.map((one) => ({
              name: inLanguage(one, locale),
              under: inLanguage(one, locale === 'en' ? 'zh-CN' : 'en'),
            }))}
          />
          <Callout>
            <p>
              <strong>{inLanguage(edition, locale)}</strong>
              {edition.publishedAt ? ` · ${words.publishedOn(shortDay(beijingDay(new Date(edition.publishedAt)), locale))}` : null}
            </p>
            <p>{inLanguage(edition.note, locale)}</p>
            {isCurrent ? null : (
              <p>
                {words.olderShown} <a href="/standard">{words.toCurrent}</a>
              </p>
            )}
            {others.length ? (
              <p>
                {words.otherEditions}
                {others.map((other) => (
                  <span key={other.id}>
                    {' '}
                    <a href={`/standard?edition=${other.id}`}>{inLanguage(other, locale)}</a>
                  </span>
                ))}
              </p>
            ) : null}
          </Callout>
          <p>
            <a href="/standard/crosswalk">{words.crosswalkMore}</a>
          </p>
        </div>
      </div>
      <div className="book">
        <Contents
          sections={shown.map((section) => ({
            id: section.id,
            name: inLanguage(section, locale),
            count: section.norms.reduce((sum, norm) => sum + norm.lines.length, 0),
            norms: section.norms.map((norm) => ({ id: norm.id, name: inLanguage(norm, locale), count: norm.lines.length })),
          }))}
          words={{ label: words.contents, folded: words.folded(shown.length, shown.flatMap((section) => section.norms).length) }}
        />
        <div>
          <form className="row noprint" role="search" action="/standard">
            {Object.entries(kept).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <input className="in grow" type="search" name="text" maxLength={60} defaultValue={searched} aria-label={words.find} placeholder={words.findHint} />
            <Button kind="quiet">{words.search}</Button>
          </form>
          <RuleFilters edition={edition} filter={filter} />
          <p className="note noprint" role="status">
            {isWhole ? words.print : words.found(rules.length)}
          </p>
          {shown.map((section) => (
            <section key={section.id} aria-label={inLanguage(section, locale)}>
              <SectionTitle id={section.id} name={inLanguage(section, locale)} text={inLanguage(section.about, locale)} />
              {section.norms.map((norm) => (
                <Norm
                  key={norm.id}
                  id={norm.id}
                  name={inLanguage(norm, locale)}
                  count={words.rulesCount(norm.lines.length)}
                  rules={norm.lines.map((rule) => ruleLine(rule, words, locale))}
                />
              ))}
            </section>
          ))}
          {rules.length ? null : <Empty drawing="book" text={words.nothing} action={<ButtonLink href="/standard">{words.clear}</ButtonLink>} />}
        </div>
      </div>
    </div>
  );
}
