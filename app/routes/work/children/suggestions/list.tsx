import { redirect } from 'react-router';
import { z } from 'zod';
import { may } from '#app/domain/base/accounts/access.ts';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { formats } from '#app/domain/base/exports/model.ts';
import { orderExport } from '#app/domain/base/exports/order.ts';
import { shows, topics } from '#app/domain/children/suggestions/model.ts';
import { countShows, listMatters } from '#app/domain/children/suggestions/read.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { sheetsWords } from '#app/i18n/sheets.ts';
import { suggestionsWords } from '#app/i18n/suggestions.ts';
import { lists } from '#app/jobs/lists/all.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { query, searchInput } from '#app/platform/query.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { FilterBar } from '#app/ui/light/filters.tsx';
import { Pager } from '#app/ui/light/pager.tsx';
import { Callout, Section } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { ChildrenHead } from '../children-head.tsx';
import { squareOf } from './square-of.ts';
import type { Route } from './+types/list.ts';

const Asked = z.object({ show: z.enum(shows).optional(), topic: z.enum(topics).optional(), text: searchInput, ordered: z.literal('yes').optional(), page: z.coerce.number().int().min(1).max(200).optional() });

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const asked = query(request, Asked);
    const [page, counts] = await Promise.all([listMatters(ctx, place.code, asked), countShows(ctx, place.code)]);
    return { place, asked, counts, ...page, mayHandle: may(ctx.actor, 'suggestion.handle', { regionCode: place.code }), maySet: may(ctx.actor, 'suggestion.set-clock', { regionCode: place.code }) };
  });
}

const Export = z.object({ format: z.enum(formats) });

/** 导出 with the filters of the address: a short list comes at once, of a long one a message tells. */
export function action({ params: { code }, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const { show: step, topic, text } = query(request, Asked);
  const search = new URLSearchParams(Object.entries({ region: code, show: step, topic, text }).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  return answer(ctx, request, Export, async ({ format }) => {
    const { id, isReady } = await orderExport(ctx, lists, { deed: 'order', list: 'suggestions', search: `?${search}`, format });
    return redirect(isReady ? `/desk/exports/${id}/file` : `/work/${code}/children/suggestions?ordered=yes`);
  });
}

type Loaded = Route.ComponentProps['loaderData'];

/** 儿童建议清单: late ones first, one line a matter. */
export default function SuggestionList({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(suggestionsWords);
  const sheets = useWords(sheetsWords);
  const locale = useLocale();
  const problem = (actionData ?? {}) as Problem;
  const { place, rows, asked: { ordered, ...asked }, counts, hasMore, mayHandle, maySet } = loaderData;
  const base = `/work/${place.code}/children/suggestions`;
  const address = (changed: Partial<Omit<Loaded['asked'], 'ordered'>>) => {
    const parts = Object.entries({ ...asked, ...changed }).flatMap(([name, value]) => (value ? [[name, String(value)]] : []));
    return `${base}${parts.length > 0 ? `?${new URLSearchParams(parts)}` : ''}`;
  };
  const page = asked.page ?? 1;
  const isFiltered = Boolean(asked.show || asked.topic || asked.text);
  return (
    <>
      <PageTitle title={`${words.title} · ${place.name}`} />
      <ChildrenHead place={place} here="suggestions" lead={words.lead} />
      <Section title={words.list} hideTitle tight>
        {problem.refusal ? <Callout kind="bad">{refusalSentence(problem.refusal, locale)}</Callout> : ordered ? <Callout>{sheets.ordered}</Callout> : null}
        <div className="row no-print">
          {mayHandle ? <ButtonLink href={`${base}/paper`}>{words.paper}</ButtonLink> : null}
          {maySet ? <ButtonLink kind="quiet" href={`${base}/clock`}>{words.clock}</ButtonLink> : null}
          <ButtonLink kind="quiet" href={`/communities/${place.code}/voices`}>{words.publicPage}</ButtonLink>
        </div>
        <div className="stacked no-print">
          <form className="row" role="search" action={base}>
            {asked.show ? <input type="hidden" name="show" value={asked.show} /> : null}
            <input className="in grow" type="search" name="text" defaultValue={asked.text} maxLength={40} aria-label={words.search} placeholder={words.search} />
            <select className="in slim" name="topic" aria-label={words.topic} defaultValue={asked.topic ?? ''}>
              <option value="">{words.allTopics}</option>
              {topics.map((topic) => <option key={topic} value={topic}>{words.topics[topic]}</option>)}
            </select>
            <Button kind="quiet">{words.go}</Button>
          </form>
          <FilterBar label={words.showLabel} filters={shows.map((one) => ({ href: address({ show: one === 'open' ? undefined : one, page: undefined }), label: words.shows[one], count: counts[one], current: (asked.show ?? 'open') === one }))} />
        </div>
        {rows.length > 0 ? <Rows rows={rows} place={place} /> : (
          <Empty drawing={isFiltered ? 'eye' : 'speech'} text={isFiltered ? words.none : words.empty} action={isFiltered ? <ButtonLink kind="quiet" href={base}>{words.all}</ButtonLink> : undefined} />
        )}
        <Pager prev={page > 1 ? address({ page: page - 1 }) : undefined} next={hasMore ? address({ page: page + 1 }) : undefined} words={{ label: words.list, prev: words.previous, next: words.next }} />
        {rows.length > 0 ? (
          <form method="post" action={address({ page: undefined })} className="row no-print">
            <span className="small">{words.file.lead}</span>
            {formats.map((format) => <Button key={format} kind="quiet" small name="format" value={format}>{sheets.formats[format]}</Button>)}
          </form>
        ) : null}
      </Section>
    </>
  );
}

function Rows({ rows, place }: Pick<Loaded, 'rows' | 'place'>) {
  const words = useWords(suggestionsWords);
  const locale = useLocale();
  const elsewhere = rows.some(({ regionCode }) => regionCode !== place.code);
  return (
    <DataTable caption={words.list} rows={rows} keyOf={({ id }) => id} columns={[
      { head: words.columns.words, isName: true, cell: (row) => <a href={`/work/${row.regionCode}/children/suggestions/${row.id}`}>{row.text ? [...row.text].slice(0, 40).join('') : words.noWords}</a> },
      { head: words.columns.topic, cell: (row) => words.topics[row.topic] },
      { head: words.columns.state, cell: (row) => <Status state={squareOf(row)}>{words.states[row.state]}</Status> },
      { head: words.columns.due, cell: (row) => (row.dueOn ? <>{shortDay(row.dueOn, locale)}{row.isLate ? <small> {words.lateTag}{row.level ? ` · ${words.levels[row.level]}` : ''}</small> : null}</> : '—') },
      { head: words.columns.owner, cell: (row) => row.owner || '—' },
      { head: words.columns.many, right: true, cell: (row) => row.many },
      { head: words.columns.received, cell: (row) => shortDay(beijingDay(new Date(row.receivedAt)), locale) },
      ...(elsewhere ? [{ head: words.columns.unit, cell: (row: Loaded['rows'][number]) => row.unit }] : []),
    ]} />
  );
}
