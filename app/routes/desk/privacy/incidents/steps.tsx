import { Button } from 'antd';
import { useState } from 'react';
import { Form } from 'react-router';
import { missingBeforeClosing, noticeParts, type ScopeKind, scopeKinds } from '#app/domain/children/incidents/model.ts';
import type { getIncident } from '#app/domain/children/incidents/read.ts';
import { incidentWords } from '#app/i18n/incidents.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { shortTime } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField, SelectField, TextField } from '#app/ui/desk/field.tsx';
import { Facts, Pane } from '#app/ui/desk/page-head.tsx';

type Shown = Omit<Awaited<ReturnType<typeof getIncident>>, 'lines' | 'reportedBy'>;
type Step = { incident: Shown; isOpen: boolean; isOwn: boolean; now: string; problem: Problem | undefined };

const of = (problem: Problem | undefined, deed: string) => (problem?.given?.deed === deed ? problem : undefined);

/** 处置措施. */
export function MeasuresStep({ incident, isOpen, now, problem }: Step) {
  const { measures: words } = useWords(incidentWords);
  const locale = useLocale();
  const own = of(problem, 'measure');
  return (
    <Pane title={words.title} note={words.lead}>
      {incident.measures.length === 0 ? <p>{words.none}</p> : <ul>{incident.measures.map((one) => <li key={one.id}><b className="num">{shortTime(one.takenAt, locale)}</b> {one.what} <small>{one.byName}</small></li>)}</ul>}
      {isOpen ? (
        <Form method="post" className="step-form" key={incident.measures.length}>
          <input type="hidden" name="deed" value="measure" />
          <LongField name="what" label={words.what} rows={2} minLength={4} maxLength={1000} problem={own} />
          <TextField name="takenAt" type="datetime-local" label={words.takenAt} known={now} max={now} problem={own} />
          <Button htmlType="submit" type={incident.state === 'reported' ? 'primary' : 'default'}>{words.save}</Button>
        </Form>
      ) : null}
    </Pane>
  );
}

/** 核实影响范围: one way of looking at a time. */
export function ScopesStep({ incident, isOpen, now, problem }: Step) {
  const { scopes: words } = useWords(incidentWords);
  const locale = useLocale();
  const own = of(problem, 'scope');
  const [kind, setKind] = useState<ScopeKind>(scopeKinds.find((one) => one === own?.given?.kind) ?? 'region');
  return (
    <Pane title={words.title} note={words.lead}>
      {incident.scopes.length === 0 ? <p>{words.none}</p> : (
        <ul>{incident.scopes.map((one) => <li key={one.id}><b>{words.kinds[one.kind]}</b> {one.said} · {one.kind === 'class-code' ? words.nameless(one.nameless) : words.found(one.found)}<br /><small>{one.reason} · {one.addedByName} · {shortTime(one.addedAt, locale)}</small></li>)}</ul>
      )}
      {isOpen ? (
        <Form method="post" className="step-form" key={incident.scopes.length}>
          <input type="hidden" name="deed" value="scope" />
          <SelectField name="kind" id="scope-kind" label={words.kind} known={kind} options={scopeKinds.map((value) => ({ value, label: words.kinds[value] }))} problem={own} onChange={(event) => setKind(event.currentTarget.value as ScopeKind)} />
          {kind === 'region' ? <TextField name="regionCode" label={words.region} hint={words.regionHint} known={incident.regionCode} maxLength={12} problem={own} /> : null}
          {kind === 'looks' ? (
            <>
              <TextField name="from" type="datetime-local" label={words.from} max={now} problem={own} />
              <TextField name="to" type="datetime-local" label={words.to} known={now} problem={own} />
              <TextField name="byName" label={words.byName} hint={words.byNameHint} optional maxLength={60} problem={own} />
            </>
          ) : null}
          {kind === 'children' ? <LongField name="numbers" label={words.numbers} hint={words.numbersHint} rows={4} problem={own} /> : null}
          {kind === 'class-code' ? <TextField name="code" label={words.code} maxLength={40} problem={own} /> : null}
          <TextField name="reason" id="scope-reason" label={words.reason} minLength={6} maxLength={300} problem={own} />
          <Button htmlType="submit">{words.save}</Button>
        </Form>
      ) : null}
    </Pane>
  );
}

/** 向主管部门报告. */
export function AuthorityStep({ incident, isOpen, now, problem }: Step) {
  const { authority: words } = useWords(incidentWords);
  const locale = useLocale();
  const own = of(problem, 'authority');
  return (
    <Pane title={words.title} note={words.lead}>
      {incident.authorityReportedAt ? <p>{words.done(incident.authority, incident.authorityNumber, shortTime(incident.authorityReportedAt, locale), incident.authorityByName)}</p> : null}
      {isOpen && !incident.authorityReportedAt ? (
        <Form method="post" className="step-form">
          <input type="hidden" name="deed" value="authority" />
          <TextField name="authority" label={words.authority} hint={words.authorityHint} minLength={2} maxLength={80} problem={own} />
          <TextField name="number" label={words.number} optional maxLength={80} problem={own} />
          <TextField name="reportedAt" type="datetime-local" label={words.reportedAt} known={now} max={now} problem={own} />
          <Button htmlType="submit">{words.save}</Button>
        </Form>
      ) : null}
    </Pane>
  );
}

/** 告知家庭: written once, in the six parts of the law; or the reason why nobody need be told. */
export function NoticeStep({ incident, isOpen, problem }: Step) {
  const { notice: words, dataKinds } = useWords(incidentWords);
  const locale = useLocale();
  const own = of(problem, 'tell');
  const { notice } = incident;
  const known = { kinds: incident.dataKinds.map((kind) => dataKinds[kind]).join(locale === 'en' ? ', ' : '、'), cause: incident.cause, measures: incident.measures.map(({ what }) => what).join('\n') } as Partial<Record<(typeof noticeParts)[number], string>>;
  return (
    <Pane title={words.title} note={words.lead}>
      {notice ? (
        <>
          <Facts items={[...noticeParts.map((part) => ({ name: words.parts[part], value: <span className="as-written">{notice[part]}</span> })), { name: words.child, value: <ul>{notice.child.map((line) => <li key={line}>{line}</li>)}</ul> }]} />
          {incident.toldAt ? <p><small>{words.sent(shortTime(incident.toldAt, locale), incident.toldByName)}</small></p> : null}
        </>
      ) : null}
      {incident.notToldReason ? <p>{words.notTold(incident.notToldReason)}</p> : null}
      {isOpen && !notice && incident.state !== 'reported' ? (
        <>
          <Form method="post" className="step-form" id="notice">
            <input type="hidden" name="deed" value="tell" />
            {noticeParts.map((part) => <LongField key={part} name={part} id={`notice-${part}`} label={words.parts[part]} known={known[part]} rows={2} minLength={4} maxLength={1000} problem={own} />)}
            <LongField name="child" label={words.child} hint={words.childHint} rows={4} maxLength={500} problem={own} />
            <p>{words.saveAsk(incident.affected)}</p>
            <Button htmlType="submit" type="primary">{words.save}</Button>
          </Form>
          {incident.state === 'contained' ? (
            <>
              <h3>{words.nobody}</h3>
              <p>{words.nobodyLead}</p>
              <Form method="post" className="step-form">
                <input type="hidden" name="deed" value="nobody" />
                <LongField name="reason" id="nobody-reason" label={words.nobodyReason} rows={2} minLength={20} maxLength={600} problem={of(problem, 'nobody')} />
                <Button htmlType="submit">{words.nobodySave}</Button>
              </Form>
            </>
          ) : null}
        </>
      ) : null}
    </Pane>
  );
}

/** 结案 by a second person. */
export function ClosingStep({ incident, isOpen, isOwn, problem }: Step) {
  const { closing: words } = useWords(incidentWords);
  const locale = useLocale();
  const missing = [...missingBeforeClosing(incident), ...(incident.notice && incident.told < incident.affected ? ['incident-letters-left'] : [])];
  return (
    <Pane title={words.title} note={words.lead}>
      {incident.closedAt ? <><p className="as-written">{incident.lessons}</p><p><small>{words.done(incident.closedByName, shortTime(incident.closedAt, locale))}</small></p></> : null}
      {isOpen && isOwn ? <p>{words.own}</p> : null}
      {isOpen && !isOwn && missing.length > 0 ? <ul>{missing.map((code) => <li key={code}>{refusalSentence(code, locale)}</li>)}</ul> : null}
      {isOpen && incident.mayClose && missing.length === 0 ? (
        <ConfirmButton label={words.save} question={words.saveAsk} fields={{ deed: 'close' }} danger={false}>
          <LongField name="lessons" label={words.lessons} rows={4} minLength={10} maxLength={2000} problem={of(problem, 'close')} />
        </ConfirmButton>
      ) : null}
    </Pane>
  );
}
