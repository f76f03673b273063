import { answerWorkingDays, rightKinds } from '#app/domain/children/identity/model.ts';
import { familyWords } from '#app/i18n/family.ts';
import { useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { Button } from '#app/ui/light/button.tsx';
import { SelectField, TickField } from '#app/ui/light/choice-field.tsx';
import { LongTextField } from '#app/ui/light/text-field.tsx';
import { ChildFields } from './child-fields.tsx';

const isOf = (problem: Problem | undefined, deed: string) => (problem?.given?.deed === deed ? problem : undefined);

/** 更正. */
export function CorrectForm({ child, problem }: { child: { name: string; nickname: string; birthday: string }; problem: Problem | undefined }) {
  const { child: words } = useWords(familyWords);
  const own = isOf(problem, 'correct');
  return (
    <details className="box" open={own !== undefined}>
      <summary>{words.correct}</summary>
      <form method="post">
        <input type="hidden" name="deed" value="correct" />
        <ChildFields problem={own} known={{ name: child.name, nickname: child.nickname, birthday: child.birthday }} />
        <Button kind="quiet">{words.save}</Button>
      </form>
    </details>
  );
}

type Asked = { id: string; kind: (typeof rightKinds)[number]; words: string; due: string; isGranted: boolean | null; answer: string | null };

/** 书面请求, with what was answered. */
export function AskForm({ requests, problem }: { requests: readonly Asked[]; problem: Problem | undefined }) {
  const { child: words, field } = useWords(familyWords);
  const own = isOf(problem, 'ask');
  return (
    <section>
      <h2>{words.ask}</h2>
      <p>{words.askText(answerWorkingDays)}</p>
      {requests.map((one) => (
        <div key={one.id} className="card">
          <p><strong>{words.kindsOfRight[one.kind]}</strong> {one.words}</p>
          <p className="small">{one.isGranted === null ? words.due(one.due) : `${one.isGranted ? words.granted : words.declined} ${one.answer ?? ''}`}</p>
        </div>
      ))}
      <details className="box" open={own !== undefined}>
        <summary>{words.send}</summary>
        <form method="post">
          <input type="hidden" name="deed" value="ask" />
          <SelectField id="kind" label={words.askKind} words={field} required choices={rightKinds.map((value) => ({ value, label: words.kindsOfRight[value] }))} defaultValue={rightKinds[0]} />
          <LongTextField id="words" label={words.askWords} words={field} required error={own?.fields?.words?.join(' ')} defaultValue={String(own?.given?.words ?? '')} />
          <Button kind="quiet">{words.send}</Button>
        </form>
      </details>
    </section>
  );
}

/** 彻底删除: a tick and a button. */
export function EraseForm({ problem }: { problem: Problem | undefined }) {
  const { child: words, field } = useWords(familyWords);
  const own = isOf(problem, 'erase');
  return (
    <section>
      <h2>{words.erase}</h2>
      <p>{words.eraseText}</p>
      <form method="post">
        <input type="hidden" name="deed" value="erase" />
        <TickField id="sure" label={words.eraseSure} words={field} error={own?.fields?.sure?.join(' ')} />
        <Button kind="stop">{words.eraseGo}</Button>
      </form>
    </section>
  );
}
