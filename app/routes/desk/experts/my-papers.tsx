import { Button } from 'antd';
import { Form } from 'react-router';
import { type ExpertLanguage, expertLanguages } from '#app/domain/pilot/experts/model.ts';
import { agreementWords } from '#app/i18n/agreement.ts';
import { expertsWords } from '#app/i18n/experts.ts';
import { useWords } from '#app/i18n/pair.ts';
import { beijingDay } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { TextField } from '#app/ui/desk/field.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';

/** 年度协议: the text and the signature; once signed, the text as it was. */
export function Agreement({ name, year, agreements, problem }: { name: string; year: number; agreements: readonly { year: number; content: string; version: string; contentHash: string; signedAt: Date }[]; problem: Problem | undefined }) {
  const words = useWords(expertsWords);
  const { version, clauses } = useWords(agreementWords);
  const signed = agreements.find((one) => one.year === year);
  if (signed) return (
    <Pane title={words.signTitle(year)} note={words.signed(beijingDay(signed.signedAt))}>
      <ol className="numbered">{signed.content.split('\n').map((one) => <li key={one} lang="zh-CN">{one}</li>)}</ol>
      <p className="note">{words.signedVersion(signed.version, signed.contentHash.slice(0, 12))}</p>
    </Pane>
  );
  return (
    <Pane title={words.signTitle(year)} note={words.signLead}>
      <ol className="numbered">{clauses.map((one) => <li key={one}>{one}</li>)}</ol>
      <Form method="post">
        <input type="hidden" name="deed" value="sign" />
        <input type="hidden" name="version" value={version} />
        <TextField name="name" label={words.signName} hint={words.signNameHint(name)} maxLength={60} problem={problem} autoComplete="off" />
        <Button type="primary" htmlType="submit">{words.sign}</Button>
      </Form>
    </Pane>
  );
}

/** 请假: those to come, and one more. */
export function Away({ away, today, problem }: { away: readonly { id: string; fromOn: string; untilOn: string; note: string }[]; today: string; problem: Problem | undefined }) {
  const words = useWords(expertsWords);
  return (
    <Pane title={words.away} note={words.awayLead}>
      {away.length === 0 ? <p className="note">{words.noAway}</p> : (
        <ul className="bulleted">
          {away.map((one) => (
            <li key={one.id}>
              <Form method="post">
                <input type="hidden" name="deed" value="back" />
                {words.awayOf(one.fromOn, one.untilOn)} {one.note} <Button size="small" htmlType="submit" name="absence" value={one.id}>{words.awayOver}</Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Form method="post" className="grid3">
        <input type="hidden" name="deed" value="away" />
        <TextField name="fromOn" type="date" label={words.awayFrom} min={today} problem={problem} />
        <TextField name="untilOn" type="date" label={words.awayUntil} min={today} problem={problem} />
        <TextField name="note" label={words.awayNote} maxLength={200} problem={problem} optional />
        <div><Button htmlType="submit">{words.awaySay}</Button></div>
      </Form>
    </Pane>
  );
}

/** 语言. */
export function Languages({ languages }: { languages: readonly ExpertLanguage[] }) {
  const words = useWords(expertsWords);
  return (
    <Pane title={words.languages} note={words.languagesHint}>
      <Form method="post">
        <input type="hidden" name="deed" value="languages" />
        <fieldset className="dfield choices" id="field-languages">
          <legend className="name">{words.languages}</legend>
          {expertLanguages.map((one) => (
            <label key={one}><input type="checkbox" name="languages[]" value={one} defaultChecked={languages.includes(one)} /> {words.languageNames[one]}</label>
          ))}
        </fieldset>
        <Button htmlType="submit">{words.save}</Button>
      </Form>
    </Pane>
  );
}
