import { apiGuideWords } from '#app/i18n/api-guide.ts';
import { useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { originOf } from '#app/routes/feeds/origin.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { PageHead } from '#app/ui/light/section.tsx';
import { apiExamples } from './api-examples.ts';
import { PageTitle } from './page-title.tsx';
import type { Route } from './+types/api-guide.ts';

export function loader({ request }: Route.LoaderArgs) {
  return { host: originOf(request) };
}

/** 接口使用说明: what a program must know, with examples to copy. */
export default function ApiGuidePage({ loaderData: { host } }: Route.ComponentProps) {
  const words = useWords(apiGuideWords);
  const site = useWords(siteWords);
  const examples: Partial<Record<string, string>> = apiExamples;
  return (
    <div className="wrap body">
      <PageTitle title={words.title} about={words.lead} />
      <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }, { href: '/open-data', label: site.foot.openData }]} here={words.title} />
      <PageHead title={words.title} lead={words.lead} />
      <p className="row">
        <a href="/api/v1/openapi.json">{words.spec}</a>
        <a href="/open-data">{words.open}</a>
      </p>
      {Object.entries(words.parts).map(([name, part]) => (
        <section key={name} id={name} className="prose statement">
          <h2>{part.title}</h2>
          <ul>
            {part.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {examples[name] && (
            // Wide on a phone, so it can be moved sideways, with the keyboard too.
            <pre className="example" role="region" aria-label={part.title} tabIndex={0}>
              <code>{examples[name].replaceAll('HOST', host)}</code>
            </pre>
          )}
        </section>
      ))}
    </div>
  );
}
