import { type Consent, consents } from '#app/domain/pilot/case-library/model.ts';
import type { ownCase } from '#app/domain/pilot/case-library/own.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { casesWords } from '#app/i18n/cases.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { shortTime } from '#app/platform/dates.ts';
import { Button } from '#app/ui/light/button.tsx';
import { TickField } from '#app/ui/light/choice-field.tsx';
import { LongTextField } from '#app/ui/light/text-field.tsx';

type Props = { own: Awaited<ReturnType<typeof ownCase>>; mayConsent: boolean; isLocked: boolean };

/** 同意公开: who has agreed and how; the government's is given by its officer alone. */
export function ConsentCards({ own, mayConsent, isLocked }: Props) {
  const { own: words } = useWords(casesWords);
  const form = useWords(applyWords).form;
  const locale = useLocale();
  const shown = consents.filter((consent) => consent !== 'partners' || own.draft.partners.length > 0);
  const mayGive = (consent: Consent) => !isLocked && (consent !== 'government' || mayConsent);
  return (
    <section className="card" id="consents">
      <h2>{words.consents}</h2>
      <p className="small muted">{words.consentLead}</p>
      {shown.map((consent) => {
        const given = own.consents.find((one) => one.consent === consent);
        return (
          <details key={consent} className="box" open={!given && mayGive(consent)}>
            <summary>{words.consent[consent]}</summary>
            {given ? <p>{given.statement}<br /><small className="muted">{words.given(given.givenByName, shortTime(given.givenAt, locale))}</small></p> : null}
            {mayGive(consent) ? (
              <form method="post" noValidate>
                <input type="hidden" name="deed" value="consent" />
                <input type="hidden" name="consent" value={consent} />
                <LongTextField id={`statement-${consent}`} name="statement" label={words.statement} words={form} required rows={2} limit={500} />
                <TickField id={`agreed-${consent}`} name="agreed" label={words.agree} words={form} />
                <Button kind="quiet" small>{words.giveConsent}</Button>
              </form>
            ) : given ? null : <p className="small muted">{consent === 'government' ? words.onlyOfficer : words.locked}</p>}
          </details>
        );
      })}
    </section>
  );
}
