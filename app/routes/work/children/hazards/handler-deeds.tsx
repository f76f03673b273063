import type { ReactNode } from 'react';
import { bodies, dangers, hazardKinds } from '#app/domain/service/hazards/model.ts';
import type { HandledHazard } from '#app/domain/service/hazards/one-hazard.ts';
import { hazardsWords } from '#app/i18n/hazards.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { spacesWords } from '#app/i18n/spaces.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { Button } from '#app/ui/light/button.tsx';
import { ChoiceField, SelectField } from '#app/ui/light/choice-field.tsx';
import { Callout } from '#app/ui/light/section.tsx';
import { LongTextField, TextField } from '#app/ui/light/text-field.tsx';
import { UploadField } from '#app/ui/light/upload.tsx';

type Props = { place: string; hazard: HandledHazard; problem: Problem };

/** 下一步: the one deed of this state stands open, the others fold away. */
export function HandlerDeeds({ place, hazard, problem }: Props) {
  const words = useWords(hazardsWords);
  const { required, optional } = useWords(spacesWords);
  const locale = useLocale();
  const { work, form, track } = words;
  const given = (problem.given ?? {}) as Record<string, string | undefined>;
  const frame = (name: string, deed: string) => ({ id: `${deed}-${name}`, name, words: { required, optional }, error: given['deed'] === deed ? problem.fields?.[name]?.[0] : undefined });
  const note = (deed: string, name: string, label: string, isRequired = false) => <LongTextField {...frame(name, deed)} label={label} required={isRequired} rows={2} defaultValue={given['deed'] === deed ? given[name] : undefined} input={{ maxLength: 500 }} />;
  const { state } = hazard;
  return (
    <div className="stacked no-print">
      {problem.refusal ? <Callout kind="bad">{refusalSentence(problem.refusal, locale)}</Callout> : null}
      {state === 'reported' ? (
        <Deed deed="check" title={work.check} isOpen>
          <SelectField {...frame('kind', 'check')} label={words.kind} required defaultValue={hazard.kind} choices={hazardKinds.map((value) => ({ value, label: words.kinds[value] }))} />
          <ChoiceField {...frame('danger', 'check')} label={words.danger} required defaultValue={String(hazard.danger)} choices={dangers.map((one) => ({ value: String(one), label: words.dangers[one] }))} />
          {note('check', 'note', work.checkNote)}
        </Deed>
      ) : null}
      {state === 'checked' || state === 'assigned' ? (
        <Deed deed="assign" title={work.assign} isOpen={state === 'checked'}>
          <SelectField {...frame('body', 'assign')} label={work.body} required defaultValue={hazard.body} choices={bodies.map((value) => ({ value, label: words.bodies[value] }))} />
          <TextField {...frame('assigneeName', 'assign')} label={work.assignee} required defaultValue={hazard.assigneeName || hazard.responsible.person} input={{ maxLength: 60 }} />
          {note('assign', 'note', work.assignNote)}
        </Deed>
      ) : null}
      {state === 'assigned' && hazard.repairCode ? <p className="card">{work.repairLink}{locale === 'en' ? ': ' : '：'}<a href={`/hazards/repair/${hazard.repairCode}`}>{hazard.repairCode}</a></p> : null}
      {state === 'assigned' ? (
        <Deed deed="repair" title={work.repaired} hasFiles>
          <TextField {...frame('name', 'repair')} label={work.repairName} defaultValue={hazard.assigneeName} input={{ maxLength: 60 }} />
          {note('repair', 'note', work.repairNote, true)}
          <UploadField {...frame('photos', 'repair')} label={words.repair.photo} required hint={words.repair.photoHint} choose={form.choose} rule={form.rule} accept="image/*" multiple />
        </Deed>
      ) : null}
      {state === 'repaired' && !hazard.mayConfirm ? <Callout kind="info"><p>{hazard.isOwnRepair ? work.ownRepair : work.waitReporter(shortDay(hazard.dueOn ?? beijingDay(hazard.changedAt), locale))}</p></Callout> : null}
      {hazard.mayConfirm ? (
        <Deed deed="confirm" title={work.confirm} lead={work.confirmText} isOpen>
          <ChoiceField {...frame('fixed', 'confirm')} label={track.really} required asList choices={[{ value: 'yes', label: track.yes }, { value: 'no', label: track.no }]} />
          {note('confirm', 'body', track.still)}
        </Deed>
      ) : null}
      {hazard.similar.length > 0 && (state === 'reported' || state === 'checked') ? (
        <section className="card">
          <h2>{work.same}</h2>
          {hazard.similar.map((one) => (
            <form key={one.id} method="post" className="row">
              <input type="hidden" name="deed" value="join" /><input type="hidden" name="of" value={one.id} />
              <a href={`/work/${place}/children/hazards/${one.id}`}>{words.kinds[one.kind]} · {one.placeText} · {words.states[one.state]} · {shortDay(beijingDay(one.reportedAt), locale)}</a>
              <Button kind="quiet" small>{work.join}</Button>
            </form>
          ))}
        </section>
      ) : null}
      {state === 'reported' || state === 'checked' || state === 'assigned' ? <Deed deed="decline" title={work.decline}>{note('decline', 'reason', work.declineReason, true)}</Deed> : null}
      {state === 'verified' || state === 'declined' ? <Deed deed="reopen" title={work.reopen}>{note('reopen', 'reason', work.reason, true)}</Deed> : null}
    </div>
  );
}

function Deed({ deed, title, lead, isOpen = false, hasFiles = false, children }: { deed: string; title: string; lead?: string; isOpen?: boolean; hasFiles?: boolean; children: ReactNode }) {
  return (
    <details className="card" open={isOpen}>
      <summary>{title}</summary>
      {lead ? <p>{lead}</p> : null}
      <form method="post" {...(hasFiles ? { encType: 'multipart/form-data' as const } : {})}>
        <input type="hidden" name="deed" value={deed} />
        {children}
        <Button kind={isOpen ? 'primary' : 'quiet'}>{title}</Button>
      </form>
    </details>
  );
}
