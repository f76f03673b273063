import type { Verdict } from '#app/domain/pilot/certification/model.ts';
import type { Registered } from '#app/domain/pilot/certification/register.ts';
import { certificationWords } from '#app/i18n/certification.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { beijingDay, longDay } from '#app/platform/dates.ts';
import { Mixed } from '#app/ui/mixed.tsx';
import { Facts } from '#app/ui/light/section.tsx';

const looks: Record<Verdict, 'good' | 'wait' | 'bad'> = {
  valid: 'good', suspended: 'wait', expired: 'wait', replaced: 'wait', 'key-withdrawn': 'wait', withdrawn: 'bad', tampered: 'bad', 'unknown-issuer': 'bad', 'not-on-register': 'bad',
};

/** 结论: one word, one sentence; when something changed, since when and why. */
export function VerdictBox({ verdict, certificate }: { verdict: Verdict; certificate: Registered | null }) {
  const words = useWords(certificationWords);
  const locale = useLocale();
  const said = words.verdicts[verdict];
  const isChanged = certificate && (verdict === 'suspended' || verdict === 'withdrawn' || verdict === 'replaced');
  return (
    <div className={`verdict ${looks[verdict]}`} role="status">
      <h2>{said.word}</h2>
      <p>{said.text}</p>
      {certificate ? <p><b><Mixed>{certificate.content.unit}</Mixed></b> · {locale === 'en' ? certificate.content.level.en : certificate.content.level.zh} · {words.page.period(longDay(certificate.issuedOn, locale), longDay(certificate.validUntil, locale))}</p> : null}
      {isChanged ? <p>{words.page.since(said.word, longDay(beijingDay(new Date(certificate.stateSince)), locale))}</p> : null}
      {isChanged && verdict !== 'replaced' ? <p>{words.facts.reason}{locale === 'en' ? ': ' : '：'}{certificate.stateReason}</p> : null}
      {verdict === 'replaced' && certificate ? <p>{words.facts.replacedBy}{locale === 'en' ? ': ' : '：'}<a href={`/certificates/${certificate.stateReason}`}>{certificate.stateReason}</a></p> : null}
    </div>
  );
}

/** 登记内容: what it certifies, for whom, since when. */
export function CertificateFacts({ certificate }: { certificate: Registered }) {
  const words = useWords(certificationWords);
  const locale = useLocale();
  const { content, number, regionCode, issuedOn, validUntil } = certificate;
  const say = (pair: { zh: string; en: string }) => (locale === 'en' ? pair.en : pair.zh);
  return (
    <Facts
      facts={[
        { term: words.facts.number, text: <b>{number}</b> },
        { term: words.facts.unit, text: <a href={`/communities/${regionCode}`}>{content.unit}</a> },
        { term: words.facts.place, text: content.place.join(locale === 'en' ? ' › ' : '') },
        { term: words.facts.level, text: content.grade ? words.gradeOf(say(content.level), say(content.grade)) : say(content.level) },
        { term: words.facts.about, text: say(content.about) },
        { term: words.facts.needs, text: say(content.needs) },
        { term: words.facts.since, text: longDay(issuedOn, locale) },
        { term: words.facts.until, text: longDay(validUntil, locale) },
        { term: words.facts.applicant, text: content.applicant },
        { term: words.facts.call, text: say(content.call) },
        { term: words.facts.notice, text: <a href={`/notices/${content.notice.id}`}>{content.notice.title}</a> },
        { term: words.facts.issuer, text: words.issuer },
      ]}
    />
  );
}
