import { getSpace } from '#app/domain/service/spaces/read.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { spacesWords } from '#app/i18n/spaces.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Callout, Facts, PageHead } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { PageTitle } from '../page-title.tsx';
import { hoursLines } from './hours-text.ts';
import type { Route } from './+types/space.ts';

export function loader({ params, context }: Route.LoaderArgs) {
  return show(() => getSpace(context.get(ctxKey), params.id));
}

/** 一处空间 for everybody. */
export default function SpacePage({ loaderData: space }: Route.ComponentProps) {
  const words = useWords(spacesWords);
  const site = useWords(siteWords);
  const locale = useLocale();
  const { facts } = words;
  const many = (texts: readonly string[]) => texts.join(locale === 'en' ? ', ' : '、') || words.unknown;
  return (
    <div className="wrap body">
      <PageTitle title={space.name} about={`${space.name} ${space.address}`} />
      <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }, { href: `/spaces?region=${space.regionCode}`, label: words.title }]} here={space.name} />
      <PageHead title={space.name} lead={space.place} tags={<>
        <Tag kind="plain">{space.isIndoor ? words.indoor : words.outdoor}</Tag>
        <Tag kind={space.isOpenNow ? 'ok' : 'plain'}>{space.state === 'closed' ? words.states.closed : space.isOpenNow ? words.openAt : words.shutAt}</Tag>
        {space.isInvented ? <Tag kind="check">{words.invented}</Tag> : null}
      </>} />
      {space.state === 'closed' ? <Callout kind="info"><p>{words.states.closed}{locale === 'en' ? ': ' : '：'}{space.closedReason}{space.reopensOn ? ` ${words.closedUntil(shortDay(space.reopensOn, locale))}` : ''}</p></Callout> : null}
      <Facts facts={[
        { term: facts.kind, text: words.kinds[space.kind] },
        { term: facts.ages, text: many(space.bands.map((band) => words.bands[band])) },
        { term: facts.hours, text: <>{hoursLines(space.hours, words).map((line) => <span key={line}>{line}<br /></span>)}{space.hours.note}</> },
        { term: facts.address, text: space.address },
        { term: facts.area, text: space.area === null ? words.unknown : words.squareMetres(space.area) },
        { term: facts.access, text: many(space.access.map((one) => words.access[one])) },
        { term: facts.responsible, text: space.responsibleName },
        { term: facts.norms, text: many(space.norms.map((norm) => words.norms[norm])) },
        ...(space.at ? [{ term: facts.at, text: `${space.at[0].toFixed(space.isCoarse ? 3 : 5)}, ${space.at[1].toFixed(space.isCoarse ? 3 : 5)}${space.isCoarse ? ` · ${words.coarse}` : ''}` }] : []),
        { term: facts.inspected, text: space.inspections[0] ? words.inspectedOn(shortDay(space.inspections[0].day, locale), space.inspections[0].points, space.inspections[0].bad) : words.notInspected },
      ]} />
      <p className="row no-print">
        <ButtonLink kind="quiet" href={`/hazards/report?region=${space.regionCode}&place=space:${space.id}`}>{words.report}</ButtonLink>
        <ButtonLink kind="plain" href={`/safe-routes?region=${space.regionCode}`}>{words.onMap}</ButtonLink>
      </p>
      <section className="sec tight">
        <h2>{words.fittings}</h2>
        {space.fittings.length > 0 ? (
          <DataTable phone="table" caption={words.fittings} rows={space.fittings} keyOf={({ name, band }) => `${name} ${band}`} columns={[
            { head: words.fitting, isName: true, cell: ({ name }) => name },
            { head: words.ages, cell: ({ band }) => words.bands[band] },
            { head: words.count, right: true, cell: ({ count }) => String(count) },
            { head: words.condition, cell: ({ condition }) => words.conditions[condition] },
          ]} />
        ) : <p className="muted">{words.noFittings}</p>}
      </section>
      {space.photoIds.length > 0 ? (
        <section className="sec tight">
          <h2>{words.photos}</h2>
          <div className="row">
            {space.photoIds.map((id) => <img key={id} src={`/spaces/${space.id}/photos/${id}?thumbnail`} alt={words.photoOf(space.name)} width={320} height={240} loading="lazy" style={{ maxWidth: '100%', height: 'auto' }} />)}
          </div>
        </section>
      ) : null}
    </div>
  );
}
