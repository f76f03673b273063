import { levelOf } from '#app/domain/base/regions/model.ts';
import { getRegion } from '#app/domain/base/regions/read.ts';
import { publicShare } from '#app/domain/children/suggestions/model.ts';
import { clockOf } from '#app/domain/children/suggestions/clock.ts';
import { publicVoices } from '#app/domain/children/suggestions/voices.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { pilotsWords } from '#app/i18n/pilots.ts';
import { siteWords } from '#app/i18n/site.ts';
import { suggestionsWords } from '#app/i18n/suggestions.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { PageHead, Section } from '#app/ui/light/section.tsx';
import { PageTitle } from '../page-title.tsx';
import { ClockFace } from './clock-face.tsx';
import { VoiceList } from './voice-list.tsx';
import type { Route } from './+types/voices.ts';

export function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const region = await getRegion(ctx, params.code);
    if (levelOf(region.code) < 4) throw new Refusal('region-not-found', 404);
    const voices = await publicVoices(ctx, region.code);
    const { counts } = voices;
    const { seenDays, answerDays } = await clockOf(ctx, region.code);
    return { region: { code: region.code, name: region.name }, ...voices, clock: { seenDays, answerDays }, shares: { kept: publicShare(counts.kept, counts.promiseDue), answered: publicShare(counts.answeredInTime, counts.answerDue) } };
  });
}

/** 孩子说的，大人答应的: how many promises were kept; the late ones stand first. */
export default function VoicesPage({ loaderData: { region, counts, matters, shares, clock } }: Route.ComponentProps) {
  const { voices: w } = useWords(suggestionsWords);
  const pilots = useWords(pilotsWords);
  const site = useWords(siteWords);
  const locale = useLocale();
  const late = matters.filter(({ isLate }) => isLate);
  const open = matters.filter(({ isLate, state }) => !isLate && state !== 'done' && state !== 'not-adopted');
  const settled = matters.filter(({ state }) => state === 'done' || state === 'not-adopted');
  return (
    <>
      <PageTitle title={`${w.title} · ${region.name}`} about={w.lead(region.name)} />
      <div className="wrap">
        <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }, { href: '/pilots', label: pilots.title }]} here={`${region.name} · ${w.crumb}`} />
        <PageHead title={w.title} lead={w.lead(region.name)} />
      </div>
      <Section title={w.clock} lead={w.clockIs(clock.seenDays, clock.answerDays)} tight>
        {counts.received === 0 ? <Empty drawing="speech" text={w.nothing} /> : <ClockFace counts={counts} shares={shares} />}
        <p className="row no-print apart"><ButtonLink kind="warm" href="/child/say">{w.say}</ButtonLink></p>
      </Section>
      {counts.received === 0 ? null : (
        <>
          <Section title={w.lateTitle}>{late.length > 0 ? <VoiceList matters={late} locale={locale} /> : <p className="note">{w.nothingLate}</p>}</Section>
          {open.length > 0 ? <Section title={w.openTitle} mist><VoiceList matters={open} locale={locale} /></Section> : null}
          {settled.length > 0 ? <Section title={w.settledTitle}><VoiceList matters={settled} locale={locale} /></Section> : null}
        </>
      )}
      <Section title={w.lundyTitle} mist>
        <p>{w.lundyText}</p>
        <p className="note">{w.note}</p>
      </Section>
    </>
  );
}
