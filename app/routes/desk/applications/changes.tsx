import { compareRounds } from '#app/domain/pilot/applications/compare-rounds.ts';
import { questionOf } from '#app/domain/pilot/applications/checklist.ts';
import { questionsOf } from '#app/domain/pilot/calls/model.ts';
import { getHanded, listVerdicts } from '#app/domain/pilot/applications/submitted.ts';
import { checkWords } from '#app/i18n/check.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { AnswerText } from '#app/ui/desk/answer-text.tsx';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { EmptyBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ApplicationStatus } from './status.tsx';
import type { Route } from './+types/changes.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const { id, number, unitName, status, round, questionSet, rounds: [after, before] } = await getHanded(ctx, params.id);
    const head = { id, number, unitName, status, round, questionSet };
    if (!after || !before) return { head, compared: null };
    const returned = (await listVerdicts(ctx, id, before.round)).filter(({ verdict }) => verdict === 'return');
    return { head, compared: { before: before.round, after: after.round, explanation: after.content.explanation ?? '', ...compareRounds(questionSet, before.content, after.content), returned: returned.map(({ item, reason }) => ({ item, question: questionOf(item), reason })) } };
  });
}

export default function Changes({ loaderData: { head, compared } }: Route.ComponentProps) {
  const words = useWords(checkWords);
  const here = `/desk/applications/${head.id}`;
  const isSame = compared && compared.answers.length + compared.papers.length === 0;
  return (
    <>
      <PageHead
        crumbs={[{ label: words.title, to: '/desk/applications' }, { label: head.number, to: here }]}
        title={words.changes}
        beside={<><b>{head.unitName}</b><ApplicationStatus {...head} /></>}
        {...(compared ? { lead: words.changesNote(compared.before, compared.after) } : {})}
        actions={<ButtonLink to={`${here}/check`}>{words.toCheck}</ButtonLink>}
      />
      {compared?.explanation && <Pane title={words.explanation}><p className="prose">{compared.explanation}</p></Pane>}
      {!compared || isSame ? <div className="pane"><EmptyBox text={compared ? words.noChanges : words.onlyOne} /></div> : <SideBySide head={head} compared={compared} />}
    </>
  );
}

type Loaded = Route.ComponentProps['loaderData'];

function SideBySide({ head, compared }: { head: Loaded['head']; compared: NonNullable<Loaded['compared']> }) {
  const words = useWords(checkWords);
  const en = useLocale() === 'en';
  const questions = questionsOf(head.questionSet);
  const reasonsFor = (id: string) => compared.returned.filter(({ question }) => question === id).map(({ reason }) => reason);
  return (
    <Pane>
      {compared.answers.map((change) => {
        const question = questions.find((one) => one.id === change.questionId)!;
        return (
          <div className="change" key={change.questionId}>
            <b>{question.number} {en ? question.label.en : question.label.zh}</b>
            {reasonsFor(change.questionId).map((reason) => <p key={reason} className="soon">{reason}</p>)}
            <div className="side-by-side">
              <div><small>{words.before}</small><AnswerText question={question} answer={change.before} blank={words.blank} /></div>
              <div><small>{words.after}</small><AnswerText question={question} answer={change.after} blank={words.blank} /></div>
            </div>
          </div>
        );
      })}
      {compared.papers.map((change) => (
        <div className="change" key={change.paper}>
          <b>{change.paper in words.papers ? words.papers[change.paper as keyof typeof words.papers] : change.paper}</b>
          {reasonsFor(change.paper).map((reason) => <p key={reason} className="soon">{reason}</p>)}
          <div className="side-by-side">
            <div>{change.removed.length > 0 ? words.removed(change.removed.join(' ')) : words.blank}</div>
            <div>{change.added.length > 0 ? words.added(change.added.join(' ')) : words.blank}</div>
          </div>
        </div>
      ))}
    </Pane>
  );
}
