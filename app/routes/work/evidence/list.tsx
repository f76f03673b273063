import { may } from '#app/domain/base/accounts/access.ts';
import { factsOf } from '#app/domain/base/communities/facts.ts';
import { factKeys } from '#app/domain/base/evidence/facts.ts';
import { kinds, standings } from '#app/domain/base/evidence/model.ts';
import { countEvidence, listEvidence } from '#app/domain/base/evidence/read.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { evidenceWords } from '#app/i18n/evidence.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { FilterBar } from '#app/ui/light/filters.tsx';
import { Pager } from '#app/ui/light/pager.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { Asked, filterOf } from './asked.ts';
import { daysOf } from './days.ts';
import { EvidenceHead } from './evidence-head.tsx';
import { evidencePlace } from './place.ts';
import { StandingStatus } from './standing-status.tsx';
import type { Route } from './+types/list.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await evidencePlace(ctx, params.code);
    const asked = query(request, Asked);
    const [page, counts, facts, edition] = await Promise.all([
      listEvidence(ctx, place.code, filterOf(asked)), countEvidence(ctx, place.code, filterOf(asked)), factsOf(ctx, place.code), currentEdition(ctx),
    ]);
    return {
      place, asked, page, counts, rules: rulesOf(edition).map(({ id, zh, en }) => ({ id, zh, en })), mayAdd: may(ctx.actor, 'evidence.add', { regionCode: place.code }),
      facts: factKeys.flatMap((key) => (facts[key] === undefined || facts[key] === '' ? [] : [{ key, value: String(facts[key]) }])),
    };
  });
}

type Loaded = Route.ComponentProps['loaderData'];

export default function EvidenceList({ loaderData }: Route.ComponentProps) {
  const words = useWords(evidenceWords);
  const { place, page, mayAdd, facts } = loaderData;
  const address = addressOf(loaderData);
  const isFiltered = Object.values(loaderData.asked).some(Boolean);
  return (
    <>
      <PageTitle title={`${words.title} · ${place.name}`} />
      <EvidenceHead place={place} lead={words.lead} />
      <Section title={words.list} hideTitle tight>
        <div className="row no-print">
          {mayAdd ? <ButtonLink href={`/work/${place.code}/evidence/new`}>{words.add}</ButtonLink> : null}
          {page.rows.length > 0 ? <ButtonLink kind="quiet" href={address({ after: undefined, before: undefined }, '/list.csv')} download>{words.exportCsv}</ButtonLink> : null}
        </div>
        <Filters {...loaderData} />
        {page.rows.length > 0 ? <Rows {...loaderData} /> : (
          <Empty drawing={isFiltered ? 'eye' : 'picture'} text={isFiltered ? words.none : words.empty}
            action={isFiltered ? <ButtonLink kind="quiet" href={`/work/${place.code}/evidence`}>{words.clear}</ButtonLink> : undefined} />
        )}
        <Pager prev={page.previous ? address({ before: page.previous, after: undefined }) : undefined} next={page.next ? address({ after: page.next, before: undefined }) : undefined}
          words={{ label: words.list, prev: words.previous, next: words.next }} />
      </Section>
      {facts.length > 0 ? (
        <Section title={words.known.title} lead={words.known.lead} mist>
          <DataTable phone="table" caption={words.known.title} rows={facts} keyOf={({ key }) => key} columns={[
            { head: words.known.figure, isName: true, cell: ({ key }) => words.facts[key] },
            { head: words.known.value, right: true, cell: ({ key, value }) => `${Number.isFinite(Number(value)) ? Number(value).toLocaleString('en') : value} ${words.units[key]}` },
          ]} />
        </Section>
      ) : null}
    </>
  );
}

function Filters({ place, asked, counts, rules }: Loaded) {
  const words = useWords(evidenceWords);
  const locale = useLocale();
  const address = addressOf({ place, asked });
  const clean = { after: undefined, before: undefined };
  return (
    <div className="stacked no-print">
      <form className="row" role="search" action={`/work/${place.code}/evidence`}>
        {asked.standing ? <input type="hidden" name="standing" value={asked.standing} /> : null}
        <input className="in grow" type="search" name="text" defaultValue={asked.text} maxLength={40} aria-label={words.search} placeholder={words.search} />
        <select className="in slim" name="kind" aria-label={words.kind} defaultValue={asked.kind ?? ''}>
          <option value="">{words.allKinds}</option>
          {kinds.map((kind) => <option key={kind} value={kind}>{words.kinds[kind]}</option>)}
        </select>
        <select className="in slim" name="rule" aria-label={words.rule} defaultValue={asked.rule ?? ''}>
          <option value="">{words.allRules}</option>
          {rules.map((rule) => <option key={rule.id} value={rule.id}>{`${rule.id} ${[...(locale === 'en' ? rule.en : rule.zh)].slice(0, 24).join('')}`}</option>)}
        </select>
        <Button kind="quiet">{words.go}</Button>
      </form>
      <FilterBar label={words.standing} filters={[
        { href: address({ ...clean, standing: undefined, uncited: undefined }), label: words.all, current: !asked.standing && !asked.uncited, count: Object.values(counts).reduce((sum, one) => sum + one, 0) },
        ...standings.map((one) => ({ href: address({ ...clean, standing: one, uncited: undefined }), label: words.standings[one], count: counts[one], current: asked.standing === one })),
        { href: address({ ...clean, standing: undefined, uncited: 'yes' }), label: words.uncited, current: asked.uncited === 'yes' },
      ]} />
    </div>
  );
}

function Rows({ place, page }: Loaded) {
  const words = useWords(evidenceWords);
  const locale = useLocale();
  return (
    <DataTable caption={words.list} rows={page.rows} keyOf={(row) => row.id} columns={[
      { head: words.columns.title, isName: true, cell: (row) => (
        <span className="piece">
          {row.files[0]?.hasThumbnail && row.confidentiality !== 'sealed' ? <img src={`/work/${place.code}/evidence/${row.id}/files/${row.files[0].id}?thumbnail`} alt="" width={56} height={42} loading="lazy" /> : null}
          <span><a href={`/work/${place.code}/evidence/${row.id}`}>{row.title}</a>{row.number === null ? null : <small>{`${row.number.toLocaleString('en')} ${row.unit}`}</small>}</span>
        </span>
      ) },
      { head: words.columns.kind, cell: (row) => words.kinds[row.kind] },
      { head: words.columns.valid, cell: (row) => daysOf(words, locale, row) },
      { head: words.columns.standing, cell: (row) => <StandingStatus standing={row.standing} /> },
      { head: words.columns.cited, cell: (row) => words.times(row.timesCited) },
      { head: words.columns.place, cell: (row) => row.regionName },
      { head: words.columns.confidentiality, cell: (row) => <Tag kind={row.confidentiality === 'sealed' ? 'check' : row.confidentiality === 'public' ? 'ok' : 'plain'}>{words.confidentialities[row.confidentiality]}</Tag> },
    ]} />
  );
}

function addressOf({ place, asked }: Pick<Loaded, 'place' | 'asked'>) {
  return (changed: Partial<Loaded['asked']>, below = '') => {
    const parts = Object.entries({ ...asked, ...changed }).filter((pair): pair is [string, string] => Boolean(pair[1]));
    return `/work/${place.code}/evidence${below}${parts.length > 0 ? `?${new URLSearchParams(parts)}` : ''}`;
  };
}
