import { getExhibition } from '#app/domain/children/solicitations/exhibition.ts';
import { useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { solicitationsWords } from '#app/i18n/solicitations.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { PageHead } from '#app/ui/light/section.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { PageTitle } from '../page-title.tsx';
import { WorkCard } from './work-card.tsx';
import type { Route } from './+types/exhibition.ts';

export function loader({ params, context }: Route.LoaderArgs) {
  return show(() => getExhibition(context.get(ctxKey), params.id));
}

/** 一个展览: the works, why the prizes were given, the rules. */
export default function Exhibition({ loaderData: it }: Route.ComponentProps) {
  const words = useWords(solicitationsWords);
  const site = useWords(siteWords);
  const isFirst = ({ prize, mayStandFirst }: (typeof it.works)[number]) => Number(prize !== '' && mayStandFirst);
  const works = it.works.toSorted((a, b) => isFirst(b) - isFirst(a) || a.number - b.number);
  return (
    <div className="wrap body">
      <PageTitle title={it.title} />
      <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }, { href: '/exhibitions', label: words.public.title }]} here={it.title} />
      <PageHead title={it.title} lead={words.public.of(it.place, it.works.length)} tags={<Tag kind="plain">{words.kinds[it.kind]}</Tag>} />
      {works.length === 0 ? <Empty drawing="pencil" text={words.public.empty} /> : <ul className="gallery">{works.map((work) => <li key={work.id}><WorkCard work={work} /></li>)}</ul>}
      <div className="stacked">
        {it.decisionNote ? <section><h2>{words.public.decided}</h2><p className="asTyped">{it.decisionNote}</p></section> : null}
        <details className="box"><summary>{words.public.rules}</summary><p className="asTyped">{it.rules}</p></details>
        <p className="row"><a href="/exhibitions">{words.public.back}</a> <a href={`/child/complain?about=${encodeURIComponent(`exhibition ${it.id}`)}`}>{words.public.complain}</a></p>
      </div>
    </div>
  );
}
