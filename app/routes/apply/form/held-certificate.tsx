import type { certificatesOf, Measure } from '#app/domain/pilot/certification/read.ts';
import { certificationWords } from '#app/i18n/certification.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { daysBetween, longDay, shortTime } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { controlOf, Field } from '#app/ui/light/field.tsx';
import { Facts } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { LongTextField } from '#app/ui/light/text-field.tsx';
import { squareOf } from '../../public/certificates/square-of.ts';

type Held = Awaited<ReturnType<typeof certificatesOf>>[number];
type Shown = { certificate: Held; applicationId: string; today: string; mayAnswer: boolean; renewalDays: number; problem: Problem };

/** 一份证书 of one's own: how it stands, its files, what is open about it. */
export function HeldCertificate(shown: Shown) {
  const { certificate } = shown;
  const words = useWords(certificationWords);
  const locale = useLocale();
  const { number, content, standing, issuedOn, validUntil, measures } = certificate;
  const say = (pair: { zh: string; en: string }) => (locale === 'en' ? pair.en : pair.zh);
  return (
    <section className="card" id={number}>
      <h2>{content.grade ? words.gradeOf(say(content.level), say(content.grade)) : say(content.level)}</h2>
      <Facts
        facts={[
          { term: words.facts.number, text: number },
          { term: words.facts.standing, text: <Status state={squareOf[standing]}>{words.standings[standing]}</Status> },
          { term: words.facts.since, text: longDay(issuedOn, locale) },
          { term: words.facts.until, text: longDay(validUntil, locale) },
        ]}
      />
      <div className="row">
        {standing === 'valid' ? (
          <>
            <ButtonLink small href={`/certificates/${number}/certificate.pdf`} download>{words.page.pdf}</ButtonLink>
            <ButtonLink small kind="quiet" href={`/certificates/${number}/credential.json`} download>{words.page.json}</ButtonLink>
          </>
        ) : null}
        <ButtonLink small kind="plain" href={`/certificates/${number}`}>{words.mine.see}</ButtonLink>
      </div>
      {measures.map((measure) => <MeasureBox key={measure.id} measure={measure} {...shown} />)}
      <Renewal {...shown} />
    </section>
  );
}

function MeasureBox({ measure, applicationId, today, mayAnswer, problem }: Shown & { measure: Measure }) {
  const words = useWords(certificationWords);
  const { mine, verify } = words;
  const locale = useLocale();
  const colon = locale === 'en' ? ': ' : '：';
  const isOpen = measure.state === 'notified' && today <= measure.replyDueOn;
  const papers = { id: 'papers', label: mine.papers, hint: mine.papersHint, words: verify };
  return (
    <div className={`verdict ${measure.outcome === 'dropped' ? 'good' : measure.state === 'decided' ? 'bad' : 'wait'}`}>
      <h3>{mine.measure[measure.kind]}</h3>
      <p>{mine.grounds}{colon}{measure.grounds}</p>
      {measure.toLevel ? <p>{mine.toLevel(words.levels[measure.toLevel])}</p> : null}
      {measure.isInterim && measure.state !== 'decided' ? <p>{mine.interim}</p> : null}
      {isOpen ? <p><b>{mine.replyBy(longDay(measure.replyDueOn, locale))}</b></p> : null}
      {measure.repliedAt ? <p>{mine.replied(measure.repliedByName, shortTime(measure.repliedAt, locale))}<br />{measure.reply}</p> : null}
      {measure.papers.length > 0 ? (
        <ul className="linklist">
          {measure.papers.map((paper) => <li key={paper.fileId}><a href={`/apply/${applicationId}/certificate/${measure.id}/${paper.fileId}`}>{paper.name}</a></li>)}
        </ul>
      ) : null}
      {measure.decidedAt && measure.outcome ? (
        <p>
          <b>{mine.outcomes[measure.outcome]}</b>{colon}{measure.reason}<br />
          <small>{mine.decidedOn(shortTime(measure.decidedAt, locale))}</small>
        </p>
      ) : null}
      {isOpen && mayAnswer ? (
        <form method="post" encType="multipart/form-data">
          <input type="hidden" name="deed" value="reply" />
          <input type="hidden" name="measureId" value={measure.id} />
          <LongTextField id="reply" label={mine.reply} hint={mine.replyHint} words={verify} required rows={6} limit={4000} error={problem.fields?.['reply']?.[0]} defaultValue={typed(problem, 'reply')} input={{ maxLength: 4000 }} />
          <Field frame={papers}>
            <input type="file" multiple accept="application/pdf,image/*" {...controlOf(papers)} className="in filebox" />
          </Field>
          <p className="small muted">{mine.sendNote}</p>
          <Button>{mine.send}</Button>
        </form>
      ) : null}
    </div>
  );
}

const typed = (problem: Problem, name: string) => (typeof problem.given?.[name] === 'string' ? problem.given[name] : undefined);

function Renewal({ certificate, today, mayAnswer, renewalDays, problem }: Shown) {
  const { mine, verify } = useWords(certificationWords);
  const locale = useLocale();
  if (certificate.renewalAskedAt && certificate.standing === 'valid') return <p>{mine.asked(shortTime(certificate.renewalAskedAt, locale))}</p>;
  const left = daysBetween(today, certificate.validUntil);
  if (certificate.standing !== 'valid' || !mayAnswer || left > renewalDays) return null;
  return (
    <form method="post">
      <h3>{mine.renewal}</h3>
      <p>{mine.renewalText(longDay(certificate.validUntil, locale))}</p>
      <input type="hidden" name="deed" value="renew" />
      <input type="hidden" name="certificateId" value={certificate.id} />
      <LongTextField id="note" label={mine.renewalNote} hint={mine.renewalNoteHint} words={verify} rows={3} limit={2000} defaultValue={typed(problem, 'note')} input={{ maxLength: 2000 }} />
      <Button>{mine.ask}</Button>
    </form>
  );
}
