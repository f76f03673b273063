import { Alert, Button } from 'antd';
import { Form, redirect } from 'react-router';
import { z } from 'zod';
import { clearDay } from '#app/domain/base/calendar/clear-day.ts';
import { CalendarInput } from '#app/domain/base/calendar/input.ts';
import { isDay } from '#app/domain/base/calendar/model.ts';
import { getYear, isYearKnown } from '#app/domain/base/calendar/read.ts';
import { setDays } from '#app/domain/base/calendar/set-days.ts';
import { calendarWords } from '#app/i18n/calendar.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField, SelectField, TextField } from '#app/ui/desk/field.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { YearView } from './calendar-year.tsx';
import type { Route } from './+types/calendar.ts';

const Asked = z.object({ year: z.coerce.number().int().min(2005).max(2100).optional(), day: z.string().refine(isDay).optional() });

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = query(request, Asked);
  const year = asked.day ? Number(asked.day.slice(0, 4)) : (asked.year ?? Number(beijingDay(ctx.now).slice(0, 4)));
  return show(async () => ({ year, day: asked.day, days: await getYear(ctx, year), isKnown: await isYearKnown(ctx, year) }));
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, CalendarInput, async (input) => {
    if (input.deed === 'clear') await clearDay(ctx, input.day);
    else if (input.deed === 'set') await setDays(ctx, [{ day: input.day, isWorkday: input.isWorkday === 'yes', name: input.name }], input.source);
    else await setDays(ctx, input.lines, input.source);
    const day = input.deed === 'import' ? input.lines[0]!.day : input.day;
    return redirect(`/desk/calendar?day=${day}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 工作日历: the year, one day of it, and the lines of a notice. */
export default function CalendarPage({ loaderData: { year, day, days, isKnown }, actionData }: Route.ComponentProps) {
  const words = useWords(calendarWords);
  const chosen = days.find((each) => each.day === day);
  return (
    <>
      <PageHead
        title={words.title}
        lead={words.lead}
        beside={words.year(year)}
        actions={
          <>
            <ButtonLink to={`/desk/calendar?year=${year - 1}`}>{words.previous}</ButtonLink>
            <ButtonLink to={`/desk/calendar?year=${year + 1}`}>{words.next}</ButtonLink>
          </>
        }
      />
      {!isKnown && <Alert type="warning" showIcon style={{ marginBottom: 16 }} title={words.missing(year)} description={words.missingText} />}
      <ProblemAlert problem={actionData} names={{ day: words.day, isWorkday: words.kind, name: words.name, source: words.source, lines: words.lines }} />
      <Pane title={words.year(year)} note={words.count(days.filter((each) => each.isWorkday).length)} flush>
        <YearView days={days} year={year} chosen={day} />
      </Pane>
      <div className="split">
        <ImportForm problem={actionData} />
        <DayForm chosen={chosen} problem={actionData} />
      </div>
    </>
  );
}

type Day = Route.ComponentProps['loaderData']['days'][number];

function DayForm({ chosen, problem }: { chosen: Day | undefined; problem: Problem | undefined }) {
  const words = useWords(calendarWords);
  const mine = problem?.given?.deed === 'set' ? problem : undefined;
  const isOwn = chosen && chosen.source !== '' && chosen.source !== 'chinese-days';
  return (
    <Pane title={words.oneDay} note={chosen ? undefined : words.pick}>
      <Form method="post" key={chosen?.day}>
        <input type="hidden" name="deed" value="set" />
        <TextField name="day" type="date" label={words.day} known={chosen?.day} problem={mine} />
        <SelectField
          name="isWorkday"
          label={words.kind}
          known={chosen ? (chosen.isWorkday ? 'yes' : 'no') : undefined}
          problem={mine}
          options={[
            { value: 'yes', label: words.works },
            { value: 'no', label: words.rests },
          ]}
        />
        <TextField name="name" label={words.name} hint={words.nameHint} maxLength={40} known={chosen?.name} problem={mine} />
        <TextField name="source" label={words.source} hint={words.sourceHint} maxLength={120} known={isOwn ? chosen.source : ''} problem={mine} />
        <div className="dform-act">
          <Button type="primary" htmlType="submit">
            {words.set}
          </Button>
          {isOwn && <ConfirmButton label={words.clear} question={words.clearAsk(chosen.day)} fields={{ deed: 'clear', day: chosen.day }} />}
        </div>
      </Form>
    </Pane>
  );
}

function ImportForm({ problem }: { problem: Problem | undefined }) {
  const words = useWords(calendarWords);
  const mine = problem?.given?.deed === 'import' ? problem : undefined;
  return (
    <Pane title={words.importTitle}>
      <Form method="post">
        <input type="hidden" name="deed" value="import" />
        <LongField name="lines" label={words.lines} hint={words.linesHint} rows={10} problem={mine} />
        <TextField name="source" id="import-source" label={words.source} hint={words.sourceHint} maxLength={120} problem={mine} />
        <Button htmlType="submit">{words.importDo}</Button>
      </Form>
    </Pane>
  );
}
