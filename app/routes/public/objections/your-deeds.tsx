import type { Tracked } from '#app/domain/pilot/objections/track.ts';
import { objectionsWords } from '#app/i18n/objections.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { longDay } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { Button } from '#app/ui/light/button.tsx';
import { Callout } from '#app/ui/light/section.tsx';
import { LongTextField } from '#app/ui/light/text-field.tsx';
import { EvidenceField } from './evidence-field.tsx';

/** 凭受理号能办的: reply, appeal, withdraw; each a form of its own. */
export function YourDeeds({ objection, problem }: { objection: Tracked; problem: Problem }) {
  const words = useWords(objectionsWords);
  const locale = useLocale();
  const deed = problem.given?.['deed'];
  const deeds = [
    objection.isAsked && { deed: 'reply', title: words.replyTitle, text: '', label: words.reply, send: words.replySend },
    objection.mayAppeal && { deed: 'appeal', title: words.appealTitle, text: words.appealText(longDay(objection.appealUntil ?? '', locale)), label: words.appealWords, send: words.appealSend },
    objection.mayWithdraw && { deed: 'withdraw', title: words.withdrawTitle, text: words.withdrawHint, label: words.withdrawReason, send: words.withdraw },
  ].filter((one) => one !== false);
  return (
    <>
      {problem.refusal ? <Callout kind="bad">{refusalSentence(problem.refusal, locale)}</Callout> : null}
      {deeds.filter((one) => !objection.waiting.some((waits) => waits === one.deed)).map((one) => (
        <details key={one.deed} className="card" style={{ marginTop: 16 }} open={one.deed === 'reply' || one.deed === deed}>
          <summary>{one.title}</summary>
          {one.text ? <p className="small">{one.text}</p> : null}
          <form method="post" encType="multipart/form-data" className="narrow">
            <input type="hidden" name="deed" value={one.deed} />
            <LongTextField
              id={`${one.deed}-body`}
              name="body"
              label={one.label}
              words={{ required: words.required, optional: words.optional }}
              required
              rows={5}
              limit={4000}
              error={one.deed === deed ? problem.fields?.['body']?.[0] : undefined}
              defaultValue={one.deed === deed ? (problem.given?.['body'] as string | undefined) : undefined}
              input={{ maxLength: 4000 }}
            />
            {one.deed === 'withdraw' ? null : <EvidenceField id={`${one.deed}-evidence`} />}
            <p>
              <Button kind={one.deed === 'withdraw' ? 'stop' : 'primary'}>{one.send}</Button>
            </p>
          </form>
        </details>
      ))}
    </>
  );
}
