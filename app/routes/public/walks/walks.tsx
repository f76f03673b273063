import { levelOf } from '#app/domain/base/regions/model.ts';
import { getRegion } from '#app/domain/base/regions/read.ts';
import { publicWalks } from '#app/domain/service/walks/told.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { pilotsWords } from '#app/i18n/pilots.ts';
import { siteWords } from '#app/i18n/site.ts';
import { walksWords } from '#app/i18n/walks.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { PageHead, Section } from '#app/ui/light/section.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { PageTitle } from '../page-title.tsx';
import { NormScores } from './norm-scores.tsx';
import { Repairs } from './repairs.tsx';
import type { Route } from './+types/walks.ts';

export function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const region = await getRegion(ctx, params.code);
    if (levelOf(region.code) < 4) throw new Refusal('region-not-found', 404);
    return { region: { code: region.code, name: region.name }, walks: await publicWalks(ctx, region.code) };
  });
}

/** 孩子走过，大人修好: closed walks of a community, what was seen, and of the repairs only those that were confirmed. */
export default function PublicWalksPage({ loaderData: { region, walks } }: Route.ComponentProps) {
  const words = useWords(walksWords);
  const pilots = useWords(pilotsWords);
  const site = useWords(siteWords);
  const locale = useLocale();
  const { open } = words;
  const isTranslated = locale === 'en';
  return (
    <>
      <PageTitle title={`${open.title} · ${region.name}`} about={open.lead(region.name)} />
      <div className="wrap">
        <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }, { href: '/pilots', label: pilots.title }]} here={`${region.name} · ${open.crumb}`} />
        <PageHead title={open.title} lead={open.lead(region.name)} />
        <p className="row no-print"><ButtonLink kind="quiet" href={`/safe-routes?region=${region.code}`}>{open.map}</ButtonLink></p>
      </div>
      {walks.length === 0 ? <Section title={open.crumb} hideTitle tight><Empty drawing="eye" text={open.none} /></Section> : null}
      {walks.map((walk, index) => (
        <Section key={walk.id} title={walk.place} mist={index % 2 === 1} tight>
          <div className="walktold">
            <p className="row close"><Tag kind="plain">{words.settings[walk.setting]}</Tag><span>{open.walk(shortDay(walk.day, locale))}{walk.children === null ? '' : ` · ${words.kids(walk.children)}`}</span>{walk.isInvented ? <Tag kind="check">{words.sample}</Tag> : null}</p>
            <h3>{open.seen}</h3>
            <NormScores norms={walk.norms} score={walk.score} />
            <h3>{open.became}</h3>
            <p>{walk.counts.all === 0 ? open.noTickets : open.counts(walk.counts.all, walk.counts.verified)}</p>
            {walk.counts.all === 0 ? null : <Repairs repairs={walk.repairs} />}
            {walk.endWords ? <p className="kept"><b>{open.words}</b>{isTranslated ? ` (${open.inChinese})` : ''}{words.colon}<span lang="zh-CN">{walk.endWords}</span></p> : null}
            <p><a href={`/child/walks/${walk.id}`}>{open.forChildren}</a></p>
          </div>
        </Section>
      ))}
      <Section title={open.crumb} hideTitle tight><p className="note">{open.note}</p></Section>
    </>
  );
}
