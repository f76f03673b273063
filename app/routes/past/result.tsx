import { inLanguage } from '#app/domain/base/standard/model.ts';
import { pastResult } from '#app/domain/public/time-machine/past-result.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { timeMachineWords } from '#app/i18n/time-machine.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Facts, PageHead } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { EditionThen, PlaceThen, SinceThen } from './then.tsx';
import type { Route } from './+types/result.ts';

export function loader({ params, context, request }: Route.LoaderArgs) {
  return show(async () => ({ past: await pastResult(signedIn(context.get(ctxKey), request), params.code, params.sheet) }));
}

/** 打开一次结果. */
export default function PastResult({ loaderData: { past } }: Route.ComponentProps) {
  const words = useWords(timeMachineWords);
  const locale = useLocale();
  const { sheet, edition, place, underToday } = past;
  const title = words.resultTitle(words.streams[sheet.stream], sheet.year);
  const score = (value: number | null) => (value === null ? '—' : value.toFixed(1));
  return (
    <div className="wrap body past">
      <PageTitle title={title} />
      <Breadcrumb label={words.crumb} links={[{ href: '/', label: words.home }, { href: `/past/${place.code}`, label: words.title }]} here={title} />
      <PageHead title={title} lead={words.resultLead(shortTime(sheet.concludedAt, locale), sheet.revision)} />
      <SinceThen differs={past.differs} checked={past.checked} />
      <section className="card">
        <Facts facts={[
          { term: words.place, text: <PlaceThen place={place} /> },
          { term: words.edition, text: <EditionThen edition={edition} /> },
          { term: words.score, text: score(sheet.score) },
          { term: words.unmet, text: past.unmet.length > 0 ? past.unmet.join(' ') : words.noUnmet },
          ...(underToday ? [{ term: words.underToday(inLanguage(underToday, locale)), text: words.effect(score(underToday.before), score(underToday.after)) }] : []),
        ]} />
      </section>
      {edition.sections.map((section) => (
        <DataTable
          key={section.id} caption={`${section.id} ${inLanguage(section, locale)}`} showCaption keyOf={(rule) => rule.id} rows={section.norms.flatMap((norm) => norm.rules)}
          columns={[
            { head: words.columns.rule, isName: true, cell: (rule) => `${rule.id} ${inLanguage(rule, locale)}` },
            { head: words.columns.state, cell: (rule) => { const level = sheet.levels[rule.id]; return level ? words.levels[level] : words.notSaid; } },
          ]}
        />
      ))}
      <DataTable
        caption={words.evidence} showCaption none={words.citedNone} rows={past.evidence} keyOf={(row) => `${row.ruleId} ${row.hash}`}
        columns={[
          { head: words.columns.title, isName: true, cell: (row) => row.title },
          { head: words.columns.rule, cell: (row) => row.ruleId },
          { head: words.columns.hash, cell: (row) => <code style={{ overflowWrap: 'anywhere' }}>{row.hash.slice(0, 16)}</code> },
          { head: words.columns.since, cell: (row) => (row.isWithdrawn ? words.withdrawn : row.isSame ? words.same : words.changed) },
        ]}
      />
    </div>
  );
}
