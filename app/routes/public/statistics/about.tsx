import { useRouteLoaderData } from 'react-router';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { statisticsWords } from '#app/i18n/statistics.ts';
import { Facts, Section } from '#app/ui/light/section.tsx';
import { linkTo, queryOf } from './links.ts';
import type { Full } from './load.ts';
import { many } from './numbers.ts';

/** 口径: what each figure means, what was asked, up to which change, and the same figures as files. */
export function About({ data: { question, figures }, place }: { data: Full; place: string }) {
  const { about: words, streams, filters, sections } = useWords(statisticsWords);
  const locale = useLocale();
  const root = useRouteLoaderData('root') as { isDemo: boolean } | undefined;
  const { set, version, region } = figures;
  const whole = { year: set.year, stream: set.stream, edition: set.editionId, section: question.section };
  const link = linkTo(region.code, whole);
  const asked = { ...(region.code === '*' ? {} : { region: region.code }), year: set.year, stream: set.stream, edition: set.editionId };
  const files = [
    { href: `/statistics/data/regions.csv${queryOf(asked)}`, label: words.file.regions },
    { href: `/statistics/data/rules.csv${queryOf(asked)}`, label: words.file.rules },
    { href: `/statistics/data/children.csv${queryOf(region.code === '*' ? {} : { region: region.code })}`, label: words.file.children },
    { href: `/statistics/data/regions.geojson${queryOf(asked)}`, label: words.file.map },
    { href: `/api/v1/statistics${queryOf(asked)}`, label: words.file.json },
  ];
  const section = figures.sections.find(({ id }) => id === question.section);
  return (
    <Section title={words.title} id="about" tight>
      <Facts
        facts={[
          { term: words.query, text: `${words.region} ${place} · ${filters.year} ${set.year} · ${streams[set.stream]} · ${figures.editionName} (${set.editionId})${section ? ` · ${sections.section} ${section.id} ${section.name}` : ''}` },
          { term: words.version, text: version.changes === 0 ? words.noVersion : words.versionText(many(version.changes, locale), version.at) },
          { term: words.link, text: <><a className="asked" href={link}>{link}</a><br />{words.linkText}</> },
          { term: words.files, text: <>{files.map(({ href, label }, at) => <span key={href}>{at > 0 ? ' · ' : ''}<a href={href}>{label}</a></span>)} · <a href="/api">{words.api}</a></> },
        ]}
      />
      <dl className="terms">
        {words.definitions.map(([term, text]) => <div key={term}><dt>{term}</dt><dd>{text}</dd></div>)}
      </dl>
      <p className="note">{words.license} {root?.isDemo ? words.demo : ''}</p>
    </Section>
  );
}
