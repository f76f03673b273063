import type { ReactNode } from 'react';
import { leastFor } from '#app/domain/base/small-cells/model.ts';
import type { Reader } from '#app/domain/children/survey-results/model.ts';
import type { Line, ResultView } from '#app/domain/children/survey-results/view.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { surveyResultsWords } from '#app/i18n/survey-results.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import { shortDay } from '#app/platform/dates.ts';
import { ChartFigure } from '#app/ui/light/chart.tsx';
import { Facts, Section } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { ComparedTable } from './compared.tsx';
import { Groups } from './groups.tsx';
import { percent, range } from './numbers.ts';
import type { Pictures } from './pictures.ts';
import { Reliable } from './reliable.tsx';

type Props = { view: ResultView; pictures: Pictures; reader: Reader; files: { href: string; label: string }[]; children?: ReactNode };

/** 结果页的正文: the same for staff and for everybody, each out of their own table. */
export function ResultBody({ view, pictures, reader, files, children }: Props) {
  const words = useWords(surveyResultsWords);
  const { audiences, themes: themeNames, waves, levels: levelNames, colon } = useWords(surveysWords);
  const locale = useLocale();
  const said = ({ zh, en }: { zh: string; en: string }) => (locale === 'en' && en) || zh;
  const { head } = view;
  const hidden = <abbr title={words.hiddenWhy(leastFor[reader])}>{words.hidden}</abbr>;
  const step = ({ scale }: Line, at: number) => (scale ? levelNames[scale][at]! : words.items.step(at + 1));
  const spread = (line: Line) => (line.blocks.length < 2 ? hidden : line.blocks.map(({ at, count }) => `${at.map((one) => step(line, one)).join(words.items.or)}${colon}${count}`).join(locale === 'en' ? '; ' : '；'));
  return (
    <>
      <Section title={words.title} hideTitle tight>
        <Facts facts={[
          { term: words.facts.audience, text: audiences[head.audience] }, { term: words.facts.wave, text: waves[head.wave] }, { term: words.facts.closedOn, text: shortDay(head.closedOn, locale) },
          { term: words.facts.answered, text: head.answered === undefined ? words.facts.hidden : words.facts.atLeast(head.answered) },
          ...(head.rate === undefined ? [] : [{ term: words.facts.rate, text: words.facts.rateAtLeast(percent(head.rate), head.invited) }]),
        ]} />
        <p className="note">{words.basis}{locale === 'en' ? ' ' : ''}{words.hiddenWhy(leastFor[reader])}</p>
      </Section>
      <Section title={words.themes.title} lead={words.themes.lead} mist tight>
        <Beside svg={pictures.themes} caption={words.themes.chart}>
          <DataTable caption={words.themes.caption} rows={view.themes} keyOf={({ theme }) => theme} columns={[
            { head: words.themes.theme, isName: true, cell: ({ theme }) => themeNames[theme] },
            { head: words.themes.mean, right: true, cell: ({ mean }) => (mean ? percent(mean.value) : hidden) },
            { head: words.themes.range, right: true, cell: ({ mean }) => (mean ? range(mean) : '') },
            { head: words.themes.items, right: true, cell: ({ shown, hidden: left }) => words.themes.shown(shown, shown + left) },
          ]} />
        </Beside>
      </Section>
      {view.gaps.length > 0 ? (
        <Section title={words.gaps.title} lead={words.gaps.lead} tight>
          {view.gaps.map((gap, at) => (
            <div key={`${gap.children} ${gap.adults}`}>
              <h3 className="apart">{words.gaps.versus(audiences[gap.children], audiences[gap.adults], shortDay(gap.closedOn, locale))}</h3>
              <Beside svg={pictures.gaps[at]!} caption={words.gaps.chart(audiences[gap.children], audiences[gap.adults])}>
                <ComparedTable caption={words.gaps.caption(audiences[gap.children], audiences[gap.adults])} lines={gap.lines} heads={[audiences[gap.children], audiences[gap.adults], words.gaps.difference]} />
              </Beside>
            </div>
          ))}
          <p className="note">{words.gaps.scales}</p>
        </Section>
      ) : null}
      <Section title={words.items.title} mist tight>
        <DataTable caption={words.items.caption} rows={view.lines} keyOf={({ id }) => id} columns={[
          { head: words.items.item, isName: true, cell: ({ text }) => said(text) },
          { head: words.items.share, right: true, cell: ({ share }) => (share ? percent(share.value) : hidden) },
          { head: words.items.range, right: true, cell: ({ share }) => (share ? range(share) : '') },
          { head: words.items.base, right: true, cell: ({ base }) => base ?? hidden },
          { head: words.items.spread, cell: spread },
        ]} />
      </Section>
      {view.before ? (
        <Section title={words.before.title} lead={words.before.lead(view.before.title, shortDay(view.before.closedOn, locale))} tight>
          {view.before.changes.length > 0 ? <ComparedTable caption={words.before.caption} lines={view.before.changes} heads={[words.before.now, words.before.was, words.before.change]} /> : <p>{words.before.none}</p>}
        </Section>
      ) : null}
      <Groups view={view} />
      <Reliable view={view} reader={reader} />
      {children}
      <Section title={words.files.title} tight>
        <ul className="plainlist no-print">
          {files.map(({ href, label }) => <li key={href}><a href={href}>{label}</a></li>)}
        </ul>
        <p className="note no-print">{words.files.print}</p>
        <p className="note">{words.frozen(head.fingerprint.slice(0, 16))}</p>
      </Section>
    </>
  );
}

/** Without a figure to draw, the table stands alone. */
function Beside({ svg, caption, children }: { svg: string; caption: string; children: ReactNode }) {
  return svg ? <ChartFigure svg={svg} caption={caption}>{children}</ChartFigure> : <>{children}</>;
}
