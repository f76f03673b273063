import { Link, redirect } from 'react-router';
import { DrawInput } from '#app/domain/pilot/evaluation/input.ts';
import { strata } from '#app/domain/pilot/evaluation/model.ts';
import { drawSpotCheck } from '#app/domain/pilot/evaluation/spot-check.ts';
import { listSpotChecks } from '#app/domain/pilot/evaluation/spot-check-read.ts';
import { evaluationWords } from '#app/i18n/evaluation.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { SelectField, TextField } from '#app/ui/desk/field.tsx';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import type { Route } from './+types/spot-checks.ts';

export function loader({ context }: Route.LoaderArgs) {
  return show(async () => ({ rows: await listSpotChecks(context.get(ctxKey)) }));
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, DrawInput, async (input) => redirect(`/desk/spot-checks/${await drawSpotCheck(ctx, input)}`));
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 抽查: those that were drawn, and a new draw. */
export default function SpotChecks({ loaderData: { rows }, actionData: problem }: Route.ComponentProps) {
  const { spot: words, title } = useWords(evaluationWords);
  return (
    <>
      <PageHead
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: title, to: '/desk/evaluations' }]}
        actions={
          <ConfirmButton label={words.draw} question={words.drawAsk} danger={false} type="primary">
            <TextField name="title" label={words.name} minLength={4} maxLength={80} />
            <TextField name="regionCode" label={words.region} hint={words.regionHint} inputMode="numeric" pattern="[0-9]*" maxLength={12} optional />
            <TextField name="size" type="number" label={words.size} min={1} max={2000} />
            <SelectField name="digits" label={words.digits} known="2" options={strata.map((one) => ({ value: String(one), label: words.digitsOf[one] }))} />
            <TextField name="seed" label={words.seed} hint={words.seedHint} maxLength={100} optional />
            <TextField name="seedSource" label={words.seedSource} maxLength={200} optional />
          </ConfirmButton>
        }
      />
      <ProblemAlert problem={problem} names={{ title: words.name, regionCode: words.region, size: words.size, digits: words.digits, seed: words.seed, seedSource: words.seedSource }} />
      <KeysetTable
        page={{ rows }}
        empty={{ text: words.none }}
        columns={[
          { name: 'title', title: words.columns.name, place: 'main', show: (row) => <Link to={`/desk/spot-checks/${row.id}`}><b>{row.title}</b></Link> },
          { name: 'drawn', title: words.columns.drawn, show: (row) => <span className="num">{beijingTime(row.drawnAt).slice(0, 16)}</span> },
          { name: 'size', title: words.columns.size, show: (row) => <span className="num">{row.drawn}</span> },
          { name: 'found', title: words.columns.found, show: (row) => <span className="num">{row.found}</span> },
          { name: 'state', title: words.columns.state, place: 'state', show: (row) => <StatusTag tone={row.isPublic ? 'good' : 'info'}>{row.isPublic ? words.isPublic : words.isInside}</StatusTag> },
        ]}
      />
    </>
  );
}
