import { Button } from 'antd';
import { Form } from 'react-router';
import type { WholeEvaluation } from '#app/domain/pilot/evaluation/read.ts';
import { evaluationLines } from '#app/domain/pilot/evaluation/report-lines.ts';
import { evaluationWords } from '#app/i18n/evaluation.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { LongField } from '#app/ui/desk/field.tsx';
import { Facts, Pane } from '#app/ui/desk/page-head.tsx';

const said = (text: string) => <span style={{ whiteSpace: 'pre-line' }}>{text || '—'}</span>;

/** 总体评价, the comment of the community and its answer. */
export function OpinionPane({ evaluation, problem }: { evaluation: WholeEvaluation; problem: Problem | undefined }) {
  const words = useWords(evaluationWords);
  const { desk } = words;
  const locale = useLocale();
  const { canDraft, state, content, revision } = evaluation;
  const comment = state === 'drafting' && content.comment === '' ? [] : evaluationLines(content, locale).comment;
  return (
    <Pane title={desk.whole}>
      {comment.length > 0 && <Facts items={comment.map(([name, text]) => ({ name, value: said(text) }))} />}
      {canDraft ? (
        <Form method="post">
          <input type="hidden" name="deed" value="save" />
          <input type="hidden" name="revision" value={revision} />
          {state === 'commenting' && content.comment !== '' && <LongField name="reply" label={words.reply} hint={desk.replyHint} known={content.reply} problem={problem} maxLength={4000} rows={4} />}
          <LongField name="summary" label={words.summary} known={content.summary} problem={problem} maxLength={4000} rows={4} />
          <LongField name="strengths" label={words.strengths} known={content.strengths} problem={problem} maxLength={4000} rows={3} optional />
          <LongField name="advice" label={words.advice} known={content.advice} problem={problem} maxLength={4000} rows={3} optional />
          <Button htmlType="submit">{desk.save}</Button>
        </Form>
      ) : (
        <Facts items={[{ name: words.summary, value: said(content.summary) }, { name: words.strengths, value: said(content.strengths) }, { name: words.advice, value: said(content.advice) }]} />
      )}
      {evaluation.isMine && state === 'commenting' && evaluation.isOver && <p className="note">{desk.whoConcludes}</p>}
    </Pane>
  );
}
