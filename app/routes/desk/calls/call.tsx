import { Link, redirect } from 'react-router';
import { z } from 'zod';
import { may } from '#app/domain/base/accounts/access.ts';
import { alreadyKnown } from '#app/domain/base/burden/already-known.ts';
import { historyOf } from '#app/domain/base/records/read.ts';
import { ExtendInput } from '#app/domain/pilot/calls/input.ts';
import { callCounts } from '#app/domain/pilot/applications/call-progress.ts';
import { questionsOf } from '#app/domain/pilot/calls/model.ts';
import { getQuestionSet } from '#app/domain/pilot/calls/question-sets.ts';
import { getCall } from '#app/domain/pilot/calls/read.ts';
import { extendCall } from '#app/domain/pilot/calls/extend-call.ts';
import { publishCall } from '#app/domain/pilot/calls/publish-call.ts';
import { assigningWords } from '#app/i18n/assigning.ts';
import { burdenWords } from '#app/i18n/burden.ts';
import { callsWords } from '#app/i18n/calls.ts';
import { evidenceWords } from '#app/i18n/evidence.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { panelWords } from '#app/i18n/panels.ts';
import { scoringWords } from '#app/i18n/scoring.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { addDays, beijingDay, daysBetween, longDay } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField, TextField } from '#app/ui/desk/field.tsx';
import { History } from '#app/ui/desk/history.tsx';
import { Facts, PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { Squares, type SquareState } from '#app/ui/desk/squares.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { BlindnessRules } from './blindness-fields.tsx';
import { type Phase, phaseOf, phaseTones } from './phase.ts';
import type { Route } from './+types/call.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const call = await getCall(ctx, params.id);
    const canSee = may(ctx.actor, 'application.queue', call);
    return {
      call, today: beijingDay(ctx.now),
      again: call.state === 'draft' ? await alreadyKnown(ctx, call.regionCode, questionsOf(await getQuestionSet(ctx, call.questionSetId))) : [],
      counts: canSee ? await callCounts(ctx, call.id) : null,
      lines: canSee ? await historyOf(ctx, call.id, 'own-page') : [],
      canEdit: may(ctx.actor, 'call.edit', call), canPublish: may(ctx.actor, 'call.publish', call), canAssign: may(ctx.actor, 'review.assign', call), canScore: may(ctx.actor, 'review.table', call), canDecide: may(ctx.actor, 'review.decide', call),
    };
  });
}

const Deed = z.discriminatedUnion('deed', [z.object({ deed: z.literal('publish') }), ExtendInput.extend({ deed: z.literal('extend') })]);

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async (input) => {
    if (input.deed === 'publish') await publishCall(ctx, params.id);
    else await extendCall(ctx, params.id, input);
    return redirect(`/desk/calls/${params.id}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

const steps: Record<Phase, SquareState[]> = {
  draft: ['now', 'next', 'next', 'next'], waiting: ['done', 'done', 'now', 'next'], open: ['done', 'done', 'now', 'next'], closed: ['done', 'done', 'done', 'done'],
};

export default function Call({ loaderData, actionData }: Route.ComponentProps) {
  const { call, today, counts, lines } = loaderData;
  const words = useWords(callsWords);
  const en = useLocale() === 'en';
  const phase = phaseOf(call, today);
  return (
    <>
      <PageHead
        crumbs={[{ label: words.title, to: '/desk/calls' }]}
        title={en && call.titleEn ? call.titleEn : call.title}
        beside={
          <>
            <Squares states={steps[phase]} label={words.squaresLabel(words.phases[phase])} />
            <StatusTag tone={phaseTones[phase]}>{words.phases[phase]}</StatusTag>
            {phase === 'open' && <span className="soon">{words.daysLeft(daysBetween(today, call.closesOn))}</span>}
          </>
        }
        actions={<Deeds {...loaderData} problem={actionData} />}
      />
      <ProblemAlert problem={actionData} names={{ ...words.fields, reason: words.reason }} />
      <AskedAgain {...loaderData} />
      <div className="split">
        <div>
          <About call={call} />
          {call.extensions.length > 0 && (
            <Pane title={words.extensions}>
              <ul>
                {call.extensions.map((extension) => (
                  <li key={extension.to}><b>{words.extended(extension.from, extension.to)}</b><p>{extension.reason}</p></li>
                ))}
              </ul>
            </Pane>
          )}
        </div>
        {counts && (
          <div>
            <Pane title={words.counts} actions={<Link to={`/desk/applications?call=${call.id}`}>{words.toQueue}</Link>}>
              <Facts items={Object.entries(counts).map(([status, count]) => ({ name: words.statuses[status as keyof typeof counts], value: count > 999 ? words.more(999) : count }))} />
              <p className="note">{words.countsNote}</p>
            </Pane>
            <Pane title={words.history}><History lines={lines} /></Pane>
          </div>
        )}
      </div>
    </>
  );
}

type Loaded = Route.ComponentProps['loaderData'];

function Deeds({ call, canEdit, canPublish, canAssign, canScore, canDecide, problem }: Loaded & { problem: Route.ComponentProps['actionData'] }) {
  const words = useWords(callsWords);
  const assigning = useWords(assigningWords);
  const scoring = useWords(scoringWords);
  const { ranking } = useWords(panelWords);
  return (
    <>
      {canEdit && call.state === 'draft' && <ButtonLink to={`/desk/calls/${call.id}/edit`}>{words.edit}</ButtonLink>}
      {canAssign && call.state !== 'draft' && <ButtonLink to={`/desk/calls/${call.id}/assigning`}>{assigning.title}</ButtonLink>}
      {canScore && call.state !== 'draft' && <ButtonLink to={`/desk/calls/${call.id}/scores`}>{scoring.title}</ButtonLink>}
      {canDecide && call.state !== 'draft' && <ButtonLink to={`/desk/calls/${call.id}/ranking`}>{ranking.title}</ButtonLink>}
      {canPublish && call.state === 'draft' && <ConfirmButton label={words.publish} question={words.publishAsk} fields={{ deed: 'publish' }} danger={false} type="primary" />}
      {canPublish && call.state === 'published' && (
        <ConfirmButton label={words.extend} question={words.extendAsk} fields={{ deed: 'extend' }} danger={false}>
          <TextField name="closesOn" label={words.newLastDay} type="date" min={addDays(call.closesOn, 1)} known={addDays(call.closesOn, 7)} problem={problem} />
          <LongField name="reason" label={words.reason} hint={words.reasonHint} minLength={4} maxLength={500} problem={problem} />
        </ConfirmButton>
      )}
    </>
  );
}

/** 重复索要的题: what keeps a draft from being published, question by question. */
function AskedAgain({ again }: Loaded) {
  const { again: words } = useWords(burdenWords);
  const { facts } = useWords(evidenceWords);
  const en = useLocale() === 'en';
  if (again.length === 0) return null;
  return (
    <Pane title={words.title}>
      <p>{words.lead}</p>
      <ul>{again.map(({ id, label, factKey }) => <li key={id}>{words.line(en ? label.en : label.zh, facts[factKey])}</li>)}</ul>
    </Pane>
  );
}

function About({ call }: { call: Loaded['call'] }) {
  const words = useWords(callsWords);
  const locale = useLocale();
  const en = locale === 'en';
  const { check, review, notice } = call;
  const isByFigure = call.rubric ? call.rubric.level === 'section' : call.state !== 'draft';
  return (
    <>
      <Pane title={words.groups.what}>
        {call.about && <p className="prose">{call.about}</p>}
        <Facts
          items={[
            { name: words.fields.regionCode, value: call.regionName ?? words.nation },
            { name: words.fields.places, value: call.places },
            { name: words.fields.applicantLevels, value: call.applicantLevels.map((level) => words.levels[level]).join(en ? ', ' : '、') },
            { name: words.fields.opensOn, value: longDay(call.opensOn, locale) },
            { name: words.fields.closesOn, value: longDay(call.closesOn, locale) },
            { name: words.fields.editionId, value: en ? call.edition.en : call.edition.zh },
            { name: words.fields.rubricId, value: call.rubric ? <Link to={`/desk/rubrics/${call.rubricId}`}>{en ? call.rubric.en : call.rubric.zh}</Link> : call.state === 'draft' ? words.rubricLater : words.rubricNone },
            { name: words.fields.questionSetId, value: en ? call.questionSetTitle.en : call.questionSetTitle.zh },
          ]}
        />
      </Pane>
      <Pane title={words.settings}>
        <ul>
          <li>{words.rule.check(check.checkDays)}</li>
          <li>{words.rule.returned(check.returnDays)}</li>
          <li>{words.rule.reviews(review.reviewsPerApplication)}{isByFigure && ` ${words.rule.range(review.scoreFrom, review.scoreTo)}`}</li>
          <li>{words.rule.notice(notice.noticeDays, notice.answerDays)}</li>
          {call.rescueMinutes > 0 && <li>{words.rule.rescue(call.rescueMinutes)}</li>}
        </ul>
      </Pane>
      <BlindnessRules review={review} />
    </>
  );
}
