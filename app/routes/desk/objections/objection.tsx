import { data, redirect } from 'react-router';
import { z } from 'zod';
import { historyOf } from '#app/domain/base/records/read.ts';
import { answerObjection } from '#app/domain/pilot/objections/answer-objection.ts';
import { askSide } from '#app/domain/pilot/objections/ask-side.ts';
import { extendAnswer } from '#app/domain/pilot/objections/extend-answer.ts';
import { AnswerInput, AskInput, DuplicateInput, ReasonInput } from '#app/domain/pilot/objections/input.ts';
import { linkDuplicate } from '#app/domain/pilot/objections/link-duplicate.ts';
import { type Identity, openIdentity } from '#app/domain/pilot/objections/open-identity.ts';
import { getObjection } from '#app/domain/pilot/objections/read.ts';
import { takeUpObjection } from '#app/domain/pilot/objections/take-up.ts';
import { objectionsWords } from '#app/i18n/objections.ts';
import { useWords } from '#app/i18n/pair.ts';
import { type Ctx, ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField, SelectField } from '#app/ui/desk/field.tsx';
import { History } from '#app/ui/desk/history.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { AnswerForm, GivenAnswer } from './answer-form.tsx';
import { EvidenceList, ExchangePane } from './exchange-pane.tsx';
import { FactsPane } from './facts-pane.tsx';
import { objectionTone } from './objection-tone.ts';
import type { Route } from './+types/objection.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => ({ objection: await getObjection(ctx, params.id), lines: await historyOf(ctx, params.id, 'own-page') }));
}

const Deed = z.discriminatedUnion('deed', [
  z.object({ deed: z.literal('take-up') }),
  ReasonInput.extend({ deed: z.literal('extend') }),
  ReasonInput.extend({ deed: z.literal('open-identity') }),
  AskInput.extend({ deed: z.literal('ask') }),
  DuplicateInput.extend({ deed: z.literal('link') }),
  AnswerInput.safeExtend({ deed: z.literal('answer') }),
]);

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async (input) => {
    // Who it is goes back with this one answer and lies on no page.
    if (input.deed === 'open-identity') return data<Problem & { identity: Identity }>({ identity: await openIdentity(ctx, params.id, input) });
    await perform(ctx, params.id, input);
    return redirect(`/desk/objections/${params.id}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

async function perform(ctx: Ctx, id: string, input: Exclude<z.output<typeof Deed>, { deed: 'open-identity' }>): Promise<void> {
  if (input.deed === 'take-up') await takeUpObjection(ctx, id);
  if (input.deed === 'extend') await extendAnswer(ctx, id, input);
  if (input.deed === 'ask') await askSide(ctx, id, input);
  if (input.deed === 'link') await linkDuplicate(ctx, id, input);
  if (input.deed === 'answer') await answerObjection(ctx, id, input);
}

export default function DeskObjectionPage({ loaderData: { objection, lines }, actionData }: Route.ComponentProps) {
  const words = useWords(objectionsWords);
  const { desk } = words;
  const problem = actionData as (Problem & { identity?: Identity }) | undefined;
  const isOpen = objection.isOpen && objection.noticeState === 'published' && !objection.isRecused;
  return (
    <>
      <PageHead
        title={objection.about ?? desk.wholeList}
        crumbs={[{ label: desk.objections, to: '/desk/objections' }]}
        beside={<StatusTag tone={objectionTone[objection.state]}>{words.state[objection.state]}</StatusTag>}
        actions={isOpen ? (
          <>
            {objection.state === 'received' && <ConfirmButton label={desk.takeUp} question={desk.takeUpAsk} fields={{ deed: 'take-up' }} danger={false} />}
            {!objection.firstDueOn && (
              <ConfirmButton label={desk.extend} question={desk.extendAsk} fields={{ deed: 'extend' }} danger={false}>
                <LongField name="reason" id="extend-reason" label={desk.reason} hint={desk.reasonHint} minLength={10} maxLength={500} rows={3} />
              </ConfirmButton>
            )}
            {objection.level === 1 && objection.others.length > 0 && (
              <ConfirmButton label={desk.duplicate} question={desk.duplicateAsk} fields={{ deed: 'link' }} danger={false}>
                <SelectField name="of" label={desk.duplicateOf} options={objection.others.map((other) => ({ value: other.id, label: `${other.about ?? desk.wholeList}：${other.content}` }))} />
              </ConfirmButton>
            )}
          </>
        ) : undefined}
      />
      <ProblemAlert problem={problem} names={{ outcome: desk.outcome, effect: desk.effect, findings: desk.findings, rule: desk.rule, answer: desk.answer, correction: desk.correction, title: desk.title, reason: desk.reason, body: desk.question, of: desk.duplicateOf }} />
      {objection.isRecused && (
        <Pane title={desk.recusedTitle}>
          <p>{desk.recusedText}</p>
        </Pane>
      )}
      <FactsPane objection={objection} isOpen={isOpen} identity={problem?.identity} />
      {!objection.isRecused && (
        <>
          <Pane title={desk.content}>
            <p style={{ whiteSpace: 'pre-wrap' }}>{objection.content}</p>
            <EvidenceList id={objection.id} files={objection.files.filter((file) => file.messageId === null)} />
          </Pane>
          <ExchangePane objection={objection} isOpen={isOpen} />
          {isOpen && <AnswerForm objection={objection} problem={problem} />}
          <GivenAnswer objection={objection} />
        </>
      )}
      <Pane>
        <History lines={lines} />
      </Pane>
    </>
  );
}
