import { redirect } from 'react-router';
import { may } from '#app/domain/base/accounts/access.ts';
import { historyOf } from '#app/domain/base/records/read.ts';
import { getHanded } from '#app/domain/pilot/applications/submitted.ts';
import { MakeLetterInput } from '#app/domain/pilot/letters/input.ts';
import { makeLetter } from '#app/domain/pilot/letters/make-letter.ts';
import { listLetters } from '#app/domain/pilot/letters/read.ts';
import { newestExplanation } from '#app/domain/pilot/panels/read-explanation.ts';
import { findDecision } from '#app/domain/pilot/review/read.ts';
import { paperWords } from '#app/i18n/paper.ts';
import { timeMachineWords } from '#app/i18n/time-machine.ts';
import { checkWords } from '#app/i18n/check.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay, beijingTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { Answers } from '#app/ui/desk/answers.tsx';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { History } from '#app/ui/desk/history.tsx';
import { Facts, PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { Papers } from '#app/ui/desk/papers.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { LettersPane } from './letters-pane.tsx';
import { Limit } from './limit.tsx';
import { ApplicationProgress, ApplicationStatus } from './status.tsx';
import type { Route } from './+types/application.ts';

const tooFine = new Set(['application.saved', 'application.item-checked', 'application.self-checked']);

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const { rounds, organisationId: _, startedBy: __, ...handed } = await getHanded(ctx, params.id);
    const decision = (await findDecision(ctx, handed.id)) ?? null;
    const lines = await historyOf(ctx, handed.id, 'own-page');
    return {
      handed, lines: lines.filter((line) => !tooFine.has(line.event)), decision, isFrozen: decision !== null && (await newestExplanation(ctx, handed.id)) !== null,
      rounds: rounds.map(({ content: ___, ...round }) => round), today: beijingDay(ctx.now),
      canCheck: may(ctx.actor, 'application.check', handed), canReview: may(ctx.actor, 'review.table', handed),
      letters: await listLetters(ctx, handed.id), canWrite: may(ctx.actor, 'letter.make', handed),
    };
  });
}

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, MakeLetterInput, async ({ kind }) => {
    await makeLetter(ctx, params.id, kind);
    return redirect(`/desk/applications/${params.id}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

export default function Application({ loaderData, actionData }: Route.ComponentProps) {
  const { handed, lines } = loaderData;
  const words = useWords(checkWords);
  return (
    <>
      <PageHead
        crumbs={[{ label: words.title, to: '/desk/applications' }]}
        title={handed.unitName}
        beside={<><ApplicationProgress status={handed.status} /><ApplicationStatus {...handed} /></>}
        actions={<Ways {...loaderData} />}
      />
      <ProblemAlert problem={actionData} />
      <div className="split">
        <div>
          <Papers
            isFormFirst
            papers={handed.papers}
            urlOf={(fileId) => `/papers/${handed.id}/${fileId}`}
            form={<Answers questionSet={handed.questionSet} answers={handed.content.answers} blank={words.blank} />}
          />
        </div>
        <div>
          <Summary {...loaderData} />
          <FormFiles id={handed.id} />
          <LettersPane {...loaderData} />
          <Receipts {...loaderData} />
          <Pane title={words.history}><History lines={lines} /></Pane>
        </div>
      </div>
    </>
  );
}

type Loaded = Route.ComponentProps['loaderData'];

function Ways({ handed, rounds, canCheck, canReview }: Loaded) {
  const words = useWords(checkWords);
  const here = `/desk/applications/${handed.id}`;
  const isReviewed = ['complete', 'in-review', 'accepted', 'declined'].includes(handed.status);
  return (
    <>
      {rounds.length > 1 && <ButtonLink to={`${here}/changes`}>{words.compare}</ButtonLink>}
      {canCheck && <ButtonLink to={`${here}/check`} type={handed.status === 'submitted' ? 'primary' : 'default'}>{words.toCheck}</ButtonLink>}
      {canReview && isReviewed && <ButtonLink to={`${here}/review`} type={handed.status === 'submitted' ? 'default' : 'primary'}>{words.toReview}</ButtonLink>}
    </>
  );
}

function FormFiles({ id }: { id: string }) {
  const { links } = useWords(paperWords);
  const names = { docx: links.word, pdf: links.pdf, xlsx: links.excel };
  return (
    <Pane title={links.filled}>
      <p className="ways">
        {(['docx', 'pdf', 'xlsx'] as const).map((format) => (
          <a key={format} href={`/desk/applications/${id}/form/form.${format}`} download aria-label={`${links.filled} ${names[format]}`}>{names[format]}</a>
        ))}
      </p>
    </Pane>
  );
}

function Summary({ handed, decision, isFrozen, canReview, today }: Loaded) {
  const words = useWords(checkWords);
  const { asItWas } = useWords(timeMachineWords);
  const en = useLocale() === 'en';
  const { facts } = words;
  return (
    <>
      <Pane>
        <Facts
          items={[
            { name: facts.number, value: handed.number },
            { name: facts.call, value: en && handed.call.titleEn ? handed.call.titleEn : handed.call.title },
            { name: facts.applicant, value: handed.applicantName },
            { name: facts.region, value: handed.path.map((step) => step.name).join(' ') },
            { name: facts.submitted, value: handed.submittedAt ? beijingTime(handed.submittedAt) : '' },
            { name: facts.limit, value: <Limit application={handed} today={today} /> },
          ]}
        />
      </Pane>
      {decision && (
        <Pane title={words.decision} note={words.decided[decision.outcome]}>
          <p className="prose">{decision.reason}</p>
          <p className="note">{words.decisionBy(decision.decidedByName, beijingTime(decision.decidedAt))}</p>
          {isFrozen && canReview && <p><a href={`/past/decisions/${handed.id}`}>{asItWas}</a></p>}
        </Pane>
      )}
    </>
  );
}

function Receipts({ rounds }: Loaded) {
  const words = useWords(checkWords);
  return (
    <Pane title={words.submissions}>
      <ul>
        {rounds.map((round) => (
          <li key={round.id} style={{ marginBottom: 12 }}>
            <b>{words.submission(round.round, round.submittedByName)}</b> <small>{beijingTime(round.submittedAt)}{round.withdrawnAt && ` · ${words.withdrawn}`}</small>
            <p>{words.receipt(round.receiptCode)}</p>
            <p className="mono">sha256 {round.hash}</p>
          </li>
        ))}
      </ul>
    </Pane>
  );
}
