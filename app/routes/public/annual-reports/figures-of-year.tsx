import { useRouteLoaderData } from 'react-router';
import { type Figure, figureGroups } from '#app/domain/public/annual-report/model.ts';
import { annualReportWords } from '#app/i18n/annual-report.ts';
import { homeWords } from '#app/i18n/home.ts';
import { useWords } from '#app/i18n/pair.ts';
import { DemoMark } from '#app/ui/light/tag.tsx';

/** 一年的数字 in groups, each beside that of the year before; nought is quiet. */
export function FiguresOfYear({ figures }: { figures: readonly Figure[] }) {
  const words = useWords(annualReportWords);
  const demo = useWords(homeWords).numbers.demo;
  const { isDemo = false } = (useRouteLoaderData('root') as { isDemo: boolean } | undefined) ?? {};
  return (
    <div>
      {Object.entries(figureGroups).map(([group, ids]) => (
        <section key={group} className="yeargroup">
          <h3>{words.groups[group as keyof typeof figureGroups]}</h3>
          <ul className="yearnums">
            {figures.filter(({ id }) => (ids as readonly string[]).includes(id)).map(({ id, value, before }) => (
              <li key={id} className={value === 0 ? 'nil' : undefined}>
                <span>{words.figures[id]}{isDemo ? <DemoMark word={demo} /> : null}</span><b>{value.toLocaleString('en')}</b><small>{words.before(before.toLocaleString('en'))}</small>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
