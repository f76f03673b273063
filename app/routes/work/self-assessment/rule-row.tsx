import type { Which } from '#app/domain/pilot/self-assessment/held.ts';
import type { PlacedRule } from '#app/domain/base/standard/model.ts';
import { isUnconfirmed, levelOf } from '#app/domain/pilot/self-assessment/model.ts';
import type { Proposal } from '#app/domain/pilot/self-assessment/proposals.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { assessmentWords } from '#app/i18n/self-assessment.ts';
import { standardWords } from '#app/i18n/standard.ts';
import { givenAnswer } from '#app/routes/apply/form/given-answer.ts';
import { QuestionField } from '#app/routes/apply/form/question-field.tsx';
import { Button } from '#app/ui/light/button.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { answerRow, questionsOfRule } from './rule-questions.ts';
import type { ShownAssessment } from './section-form.tsx';

type Shown = { rule: PlacedRule; assessment: ShownAssessment; which: Which; given: Record<string, unknown> | undefined };

/** 一条细则: how binding it is, what the figures say, the level, the reason, the evidence; what was copied says so. */
export function RuleRow({ rule, assessment, which, given }: Shown) {
  const words = useWords(assessmentWords);
  const standard = useWords(standardWords);
  const locale = useLocale();
  const { canFill } = assessment;
  const row = assessment.rows.get(rule.id);
  const isCopied = row?.copiedFrom != null;
  const level = levelOf(row);
  const proposal = assessment.proposals.find(({ ruleId }) => ruleId === rule.id);
  const questions = questionsOfRule(rule, isCopied && canFill);
  return (
    <article className="rulerow" id={rule.id} aria-label={rule.id}>
      <div className="row close small">
        <Tag kind={rule.kind}>{standard.kindsLong[rule.kind]}</Tag>
        {rule.threshold ? <span className="muted">{words.form.threshold}{locale === 'en' ? ': ' : '：'}{(locale === 'en' ? rule.threshold.en : rule.threshold.zh) ?? `${rule.threshold.op} ${rule.threshold.value}`}</span> : null}
        {isCopied ? <Tag kind={isUnconfirmed(row) ? 'check' : 'plain'}>{words.form.copied(row!.copiedFrom!)}</Tag> : null}
      </div>
      {canFill
        ? questions.map((question) => {
            const field = question.id.split(':')[1] as 'level' | 'reason' | 'confirm';
            return <QuestionField key={question.id} question={question} row={answerRow(row, field)} given={givenAnswer(question, given)} error={undefined} reason={undefined} extraRows={0} />;
          })
        : <ReadOnly number={rule.id} text={questions[0]!.label[locale === 'en' ? 'en' : 'zh']} level={level ? words.levels[level] : words.compare.unsaid} reason={String(row?.said.reason?.current.value ?? '')} />}
      {proposal ? <ByData proposal={proposal} level={level} /> : null}
      <Proofs rule={rule} assessment={assessment} which={which} />
    </article>
  );
}

function ReadOnly({ number, text, level, reason }: { number: string; text: string; level: string; reason: string }) {
  return (
    <dl className="answers">
      <div>
        <dt><span className="q">{number}</span>{text}</dt>
        <dd><b>{level}</b>{reason ? <><br />{reason}</> : null}</dd>
      </div>
    </dl>
  );
}

/** 按数据: what the known figures say, with the figures; it sets nothing. */
function ByData({ proposal, level }: { proposal: Proposal; level: string | undefined }) {
  const words = useWords(assessmentWords).form;
  const differs = level !== undefined && level !== 'not-applicable' && (level === 'met') !== proposal.isReached;
  return (
    <p className={differs ? 'bydata differs' : 'bydata'}>
      <b>{words.byData}{proposal.isReached ? words.reached : words.notReached}</b>
      <span>{words.figure(proposal.figure.toLocaleString('en'), proposal.unit, words.bounds[proposal.op](proposal.least))}</span>
      <span className="muted">{words.from[proposal.from]}{proposal.from === 'evidence' ? ` · ${proposal.source}` : ''}</span>
      {differs ? <span>{words.differs}</span> : null}
    </p>
  );
}

function Proofs({ rule, assessment, which }: Pick<Shown, 'rule' | 'assessment' | 'which'>) {
  const words = useWords(assessmentWords).form;
  const cited = assessment.cited.filter(({ ruleId }) => ruleId === rule.id);
  return (
    <div className="proofs">
      <span className="lab">{words.evidence}</span>
      {cited.length === 0 ? <span className="muted">{words.noEvidence}</span> : null}
      {cited.map((piece) => (
        <span key={piece.id} className={`proof ${piece.standing}`}>
          <a href={`/work/${which.regionCode}/evidence/${piece.id}`}>{piece.title}</a>
          {words.standings[piece.standing] ? <b>{words.standings[piece.standing]}</b> : null}
          {piece.isChanged ? <span>{words.changed}</span> : null}
          {assessment.canFill ? <Button kind="plain" small name="go" value={`uncite|${rule.id}|${piece.id}`} aria-label={words.unciteOf(piece.title)}>×</Button> : null}
        </span>
      ))}
      {assessment.canFill ? <Button kind="plain" small name="go" value={`proof|${rule.id}`} aria-label={`${words.more} ${rule.id}`}>{words.more}</Button> : null}
    </div>
  );
}
