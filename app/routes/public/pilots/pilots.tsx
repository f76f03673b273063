import { listPilots, pilotsByProvince } from '#app/domain/base/communities/read.ts';
import { provinceOutline } from '#app/domain/base/regions/boundaries.ts';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { listChildren, regionPath } from '#app/domain/base/regions/read.ts';
import { mapValues } from '#app/domain/public/statistics/model.ts';
import { certificationWords } from '#app/i18n/certification.ts';
import { useWords } from '#app/i18n/pair.ts';
import { pilotsWords } from '#app/i18n/pilots.ts';
import { siteWords } from '#app/i18n/site.ts';
import { config } from '#app/platform/config.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { FilterBar } from '#app/ui/light/filters.tsx';
import { PageHead, Section } from '#app/ui/light/section.tsx';
import { tiles } from '#app/ui/light/tile-places.ts';
import { PageTitle } from '../page-title.tsx';
import { OutlineMap } from './outline-map.tsx';
import { PilotList } from './pilot-list.tsx';
import { PilotMap } from './pilot-map.tsx';
import type { Route } from './+types/pilots.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = new URL(request.url).searchParams;
  const region = isRegionCode(asked.get('region') ?? '') ? asked.get('region')! : '';
  const text = asked.get('text')?.trim().slice(0, 40) ?? '';
  const isOutline = asked.get('map') === 'outline';
  return show(async () => {
    const [list, byProvince, path, below] = await Promise.all([
      listPilots(ctx, { region, text, after: asked.get('after') ?? undefined, before: asked.get('before') ?? undefined }, 50),
      pilotsByProvince(ctx),
      region ? regionPath(ctx, region) : [],
      region.length < 6 ? listChildren(ctx, region || null) : [],
    ]);
    return {
      ...list,
      region: path.find((step) => step.code === region) ?? null,
      text,
      path,
      below: below.map(({ code, name }) => ({ code, name })).filter(({ code }) => region || byProvince[code]),
      values: mapValues(byProvince, Object.keys(tiles)),
      outline: isOutline ? provinceOutline(config().MAP_BOUNDARIES_FILE) : null,
      approvalNumber: config().MAP_APPROVAL_NUMBER,
    };
  });
}

export default function PilotsPage({ loaderData }: Route.ComponentProps) {
  const words = useWords(pilotsWords);
  const site = useWords(siteWords);
  const certificate = useWords(certificationWords);
  const { outline, values } = loaderData;
  return (
    <>
      <div className="wrap">
        <PageTitle title={words.title} about={words.lead} />
        <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }]} here={words.title} />
        <PageHead title={words.title} lead={<>{words.lead} <a href="/certificates">{certificate.list.title}</a> · <a href="/verify-certificate">{certificate.verify.title}</a> · <a href="/statistics">{site.foot.statistics}</a></>} />
      </div>
      <Section title={words.map} hideTitle mist tight>
        <FilterBar
          label={words.map}
          filters={[
            { href: '/pilots', label: words.tile, current: !outline },
            { href: '/pilots?map=outline', label: words.outline, current: Boolean(outline) },
          ]}
        />
        {outline ? <OutlineMap outline={outline} values={values} approvalNumber={loaderData.approvalNumber} /> : <PilotMap values={values} />}
      </Section>
      <PilotList {...loaderData} />
    </>
  );
}
