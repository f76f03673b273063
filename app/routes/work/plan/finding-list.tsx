import { isOverdue } from '#app/domain/pilot/consulting/model.ts';
import { consultingWords } from '#app/i18n/consulting.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { Button } from '#app/ui/light/button.tsx';
import { ChoiceField } from '#app/ui/light/choice-field.tsx';
import type { SquareState } from '#app/ui/light/squares.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { LongTextField } from '#app/ui/light/text-field.tsx';
import { sentBack } from './act.ts';
import type { AdvicePage } from './advice.tsx';
import { RuleTags } from './rule-tags.tsx';

type Finding = AdvicePage['findings'][number];
const squares: Record<Finding['state'], SquareState> = { open: 'now', answered: 'next', closed: 'done' };

/** 提出的问题: each with its action and day, what was done about it, and the verdict. */
export function FindingList({ findings, problem, ...page }: AdvicePage & { problem: Problem | undefined }) {
  const { advice: words } = useWords(consultingWords);
  if (findings.length === 0) return <p className="note">{words.noFindings}</p>;
  return <div className="findings">{findings.map((finding) => <OneFinding key={finding.id} finding={finding} page={page} problem={problem} />)}</div>;
}

function OneFinding({ finding, page, problem }: { finding: Finding; page: Omit<AdvicePage, 'findings'>; problem: Problem | undefined }) {
  const all = useWords(consultingWords);
  const { advice: words } = all;
  const locale = useLocale();
  const isLate = isOverdue(finding, page.today);
  return (
    <article className="card" id={`finding-${finding.id}`}>
      <p className="row close small">
        <Status state={isLate ? 'late' : squares[finding.state]}>{all.findingStates[finding.state]}{isLate ? all.beside(all.late) : ''}</Status>
        <span className="muted">{words.due(shortDay(finding.dueOn, locale))}</span><RuleTags ids={finding.ruleIds} />
        {finding.taskId ? <a href={`/work/${page.place.code}/plan/tasks/${finding.taskId}`}><Tag kind="ok">{words.inPlan}</Tag></a> : null}
      </p>
      <h3>{finding.action}</h3>
      <p>{words.finding}{all.colon}{finding.finding}</p>
      <p className="small muted">{[finding.owner ? `${words.owner}${all.colon}${finding.owner}` : '', words.by(finding.foundByName, shortDay(beijingDay(finding.foundAt), locale))].filter(Boolean).join(' · ')}</p>
      {finding.report ? <p>{words.report}{all.colon}{finding.report}</p> : null}
      {finding.verdict ? <p>{words.sentBack}{all.colon}{finding.verdict}</p> : null}
      {finding.closedAt ? <p className="small muted">{words.closedBy(finding.closedByName, shortDay(beijingDay(finding.closedAt), locale))}</p> : null}
      {finding.state === 'open' ? <AnswerForm finding={finding} page={page} problem={problem} /> : null}
    </article>
  );
}

function AnswerForm({ finding, page, problem }: { finding: Finding; page: Omit<AdvicePage, 'findings'>; problem: Problem | undefined }) {
  const all = useWords(consultingWords);
  const { advice: words } = all;
  const sent = sentBack(problem, 'answer');
  const isOurs = sent.isOurs && problem?.given?.id === finding.id;
  return (
    <details open={isOurs} className="no-print">
      <summary>{words.answer}</summary>
      <form method="post">
        <input type="hidden" name="id" value={finding.id} />
        <LongTextField id={`report-${finding.id}`} name="report" label={words.report} hint={words.reportHint} words={all.form} required rows={3} error={isOurs ? sent.error('report') : undefined} defaultValue={isOurs ? sent.text('report') : finding.report} />
        {page.offers.length > 0 ? (
          <ChoiceField id={`evidence-${finding.id}`} name="evidence[]" label={words.evidence} words={all.form} multiple asList choices={page.offers.map(({ id, title, summary }) => ({ value: id, label: title, hint: summary }))} />
        ) : <p className="note">{all.task.noEvidence} <a href={`/work/${page.place.code}/evidence/new`}>{all.task.addEvidence}</a></p>}
        <p className="row">
          <Button name="go" value="answer">{words.answer}</Button>
          {page.hasPlan && !finding.taskId ? <Button kind="quiet" name="go" value="to-task" formNoValidate>{words.toTask}</Button> : null}
        </p>
      </form>
    </details>
  );
}
