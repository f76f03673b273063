import { type ReactNode, useState } from 'react';
import { useFetchers } from 'react-router';
import type { Automatic } from '#app/domain/pilot/applications/automatic-checks.ts';
import { checklist, itemsToJudge } from '#app/domain/pilot/applications/checklist.ts';
import { questionsOf, type QuestionSet } from '#app/domain/pilot/calls/model.ts';
import type { Status } from '#app/domain/pilot/applications/model.ts';
import { checkWords } from '#app/i18n/check.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { CheckItem, type GivenVerdict } from './check-item.tsx';

type Props = {
  handed: { id: string; status: Status; round: number; questionSet: QuestionSet }; automatic: Automatic[]; verdicts: GivenVerdict[];
};

/** 核验清单: automatic findings, what is judged by eye, single questions, and the sum. */
export function Checklist({ handed, automatic, verdicts }: Props) {
  const words = useWords(checkWords);
  const failed = automatic.filter((check) => !check.isOk);
  const good = automatic.filter((check) => check.isOk);
  const verdictOf = (item: string) => verdicts.find((one) => one.item === item);
  const isOpen = handed.status === 'submitted';
  const returned = verdicts.filter((one) => one.verdict === 'return').length;
  return (
    <section className="pane" aria-label={words.list}>
      <div className="pane-head">
        <h2>{words.list}</h2>
        <p>{words.listNote(automatic.length + checklist.length, good.length)}</p>
        {returned > 0 && <span className="act late">{words.toReturn(returned)}</span>}
      </div>
      <ul className="ck">
        {good.length > 0 && <GoodChecks checks={good} />}
        {failed.map((check) => (
          <CheckItem key={check.id} item={`auto:${check.id}`} title={words.automatic[check.id]} why={words.found[check.id](check.figures)} given={verdictOf(`auto:${check.id}`)} isOpen={isOpen} />
        ))}
        {checklist.map(({ id }) => (
          <CheckItem key={id} item={id} title={words.checklist[id]} why={words.hints[id]} given={verdictOf(id)} isOpen={isOpen} />
        ))}
        <SingleQuestions questionSet={handed.questionSet} verdicts={verdicts} isOpen={isOpen} />
      </ul>
      <Sum handed={handed} verdicts={verdicts} failed={failed} isOpen={isOpen} />
    </section>
  );
}

function GoodChecks({ checks }: { checks: Automatic[] }) {
  const words = useWords(checkWords);
  return (
    <li>
      <div className="t"><span className="mk" aria-hidden="true">✓</span>{words.automaticGood(checks.length)}</div>
      <details>
        <summary>{words.show}</summary>
        <ul>{checks.map((check) => <li key={check.id}>{words.automatic[check.id]}</li>)}</ul>
      </details>
    </li>
  );
}

function SingleQuestions({ questionSet, verdicts, isOpen }: { questionSet: QuestionSet; verdicts: GivenVerdict[]; isOpen: boolean }) {
  const words = useWords(checkWords);
  const en = useLocale() === 'en';
  const [added, setAdded] = useState<string[]>([]);
  const held = verdicts.filter((one) => one.item.startsWith('q:')).map((one) => one.item);
  const items = [...new Set([...held, ...added])];
  const questions = questionsOf(questionSet);
  const label = (item: string): ReactNode => {
    const question = questions.find((one) => `q:${one.id}` === item);
    return question && `${question.number ?? ''} ${en ? question.label.en : question.label.zh}`;
  };
  return (
    <>
      {items.map((item) => (
        <CheckItem key={item} item={item} title={label(item)} why={words.answersNote} given={verdicts.find((one) => one.item === item)} isOpen={isOpen} isSingle onGone={() => setAdded(added.filter((one) => one !== item))} />
      ))}
      {isOpen && (
        <li>
          <div className="t">{words.answers}</div>
          <select className="dctl" style={{ margin: '8px 0 0 30px', maxWidth: 'calc(100% - 30px)' }} aria-label={words.addQuestion} value="" onChange={(event) => setAdded([...added, `q:${event.target.value}`])}>
            <option value="">{words.chooseQuestion}</option>
            {questions.filter((question) => !items.includes(`q:${question.id}`)).map((question) => (
              <option key={question.id} value={question.id}>{question.number} {en ? question.label.en : question.label.zh}</option>
            ))}
          </select>
        </li>
      )}
    </>
  );
}

function Sum({ handed, verdicts, failed, isOpen }: { handed: Props['handed']; verdicts: GivenVerdict[]; failed: Automatic[]; isOpen: boolean }) {
  const words = useWords(checkWords);
  const fetchers = useFetchers();
  const isGoing = fetchers.some((fetcher) => fetcher.state !== 'idle');
  const returned = verdicts.filter((one) => one.verdict === 'return').length;
  const left = itemsToJudge(failed.map((check) => check.id)).filter((item) => !verdicts.some((one) => one.item === item)).length;
  const last = verdicts.map((one) => new Date(one.checkedAt).getTime()).reduce((a, b) => Math.max(a, b), 0);
  if (!isOpen) return <div className="sum"><span className="said">{words.notInCheck}</span></div>;
  const round = String(handed.round);
  return (
    <div className="sum">
      <span className={`said ${isGoing ? 'going' : ''}`} role="status">
        {isGoing ? words.saving : last ? words.saved(beijingTime(new Date(last)).slice(11, 16)) : words.notYet}
        {left > 0 && returned === 0 && <><br />{words.left(left)}</>}
      </span>
      <ConfirmButton label={words.returnDeed(returned)} question={words.returnAsk(returned)} fields={{ deed: 'return', round }} disabled={returned === 0 || isGoing} />
      <ConfirmButton label={words.pass} question={words.passAsk} fields={{ deed: 'complete', round }} danger={false} type="primary" disabled={returned > 0 || left > 0 || isGoing} />
    </div>
  );
}
