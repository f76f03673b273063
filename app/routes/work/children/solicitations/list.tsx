import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { phaseOn } from '#app/domain/children/solicitations/model.ts';
import { listSolicitations } from '#app/domain/children/solicitations/read.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { solicitationsWords } from '#app/i18n/solicitations.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { ChildrenHead } from '../children-head.tsx';
import { phaseSquares } from './squares.ts';
import type { Route } from './+types/list.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const today = beijingDay(ctx.now);
    const rows = await listSolicitations(ctx, place.code);
    return { place, rows: rows.map(({ solicitation: { id, title, kind, closesOn, ...days }, works }) => ({ id, title, kind, closesOn, works, phase: phaseOn({ ...days, closesOn }, today) })) };
  });
}

/** 征集: what this place asks its children for. */
export default function Solicitations({ loaderData: { place, rows } }: Route.ComponentProps) {
  const words = useWords(solicitationsWords);
  const locale = useLocale();
  const at = `/work/${place.code}/children/solicitations`;
  const start = <ButtonLink href={`${at}/new`}>{words.start}</ButtonLink>;
  return (
    <>
      <PageTitle title={`${words.title} · ${place.name}`} />
      <ChildrenHead place={place} here="solicitations" lead={words.lead} />
      <Section title={words.title} hideTitle tight>
        {rows.length === 0 ? <Empty drawing="pencil" text={words.none} action={start} /> : (
          <>
            <p className="row">{start}</p>
            <DataTable
              caption={words.title} rows={rows} keyOf={(row) => row.id}
              columns={[
                { head: words.columns.title, isName: true, cell: (row) => <a href={`${at}/${row.id}`}>{row.title}</a> },
                { head: words.columns.kind, cell: (row) => words.kinds[row.kind] },
                { head: words.columns.phase, cell: (row) => <Status state={phaseSquares[row.phase]}>{words.phases[row.phase]}</Status> },
                { head: words.columns.closes, cell: (row) => shortDay(row.closesOn, locale) },
                { head: words.columns.works, right: true, cell: (row) => row.works },
              ]}
            />
          </>
        )}
      </Section>
    </>
  );
}
