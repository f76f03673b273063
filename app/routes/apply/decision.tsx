import { adviceLines, explainedFacts } from '#app/domain/pilot/panels/explained-lines.ts';
import type { ItemFinding } from '#app/domain/pilot/panels/model.ts';
import { explanationForApplicant } from '#app/domain/pilot/panels/read-explanation.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { panelWords } from '#app/i18n/panels.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Facts, PageHead } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';
import type { Route } from './+types/decision.ts';

export function loader({ params, context, request }: Route.LoaderArgs) {
  return show(async () => ({ decision: await explanationForApplicant(signedIn(context.get(ctxKey), request), params.id) }));
}

export default function DecisionPage({ loaderData: { decision } }: Route.ComponentProps) {
  const apply = useWords(applyWords);
  const { explanation: words, hash } = useWords(panelWords);
  const locale = useLocale();
  const { content } = decision;
  const here = `/apply/${decision.id}`;
  return (
    <div className="wrap apply-page">
      <PageTitle title={words.of(decision.unit)} />
      <Breadcrumb label={apply.form.crumbs} links={[{ href: '/', label: apply.form.home }, { href: '/apply', label: apply.home.title }, { href: `${here}/history`, label: apply.history.title }]} here={words.title} />
      <PageHead title={words.of(decision.unit)} lead={words.lead} tags={<Status state={content.outcome === 'accepted' ? 'done' : 'late'}>{words.outcomes[content.outcome]}</Status>} />
      <div className="row no-print">
        {(['pdf', 'docx'] as const).map((format) => (
          <ButtonLink key={format} kind="quiet" href={`${here}/decision/decision.${format}`}>{words.download(format === 'pdf' ? words.pdf : words.word)}</ButtonLink>
        ))}
        <ButtonLink kind="plain" href={`${here}/history`}>{words.back}</ButtonLink>
      </div>
      <section className="card">
        <Facts facts={explainedFacts(content, locale).map(([term, text]) => ({ term, text: <span style={{ whiteSpace: 'pre-line' }}>{text}</span> }))} />
      </section>
      {content.strengths !== '' && <section className="card"><h2>{words.strengths}</h2><p style={{ whiteSpace: 'pre-line' }}>{content.strengths}</p></section>}
      <Advice content={content} />
      <Found content={content} />
      <Again again={decision.again} />
      <p className="small muted">{words.frozen(shortTime(decision.frozenAt, locale), decision.sequence)} {hash} <code style={{ overflowWrap: 'anywhere' }}>{decision.hash}</code></p>
    </div>
  );
}

type Decision = Route.ComponentProps['loaderData']['decision'];

function Advice({ content }: Pick<Decision, 'content'>) {
  const { explanation: words } = useWords(panelWords);
  const lines = adviceLines(content, useLocale());
  if (lines.length === 0) return null;
  return (
    <section className="card">
      <h2>{words.advice}</h2>
      <ul>{lines.map((line) => <li key={line} style={{ whiteSpace: 'pre-line' }}>{line}</li>)}</ul>
    </section>
  );
}

/** 逐项所见: section by section, what is unmet first. */
function Found({ content }: Pick<Decision, 'content'>) {
  const { explanation: words } = useWords(panelWords);
  const en = useLocale() === 'en';
  const order: ItemFinding[] = ['not', 'partly', 'met', 'na'];
  return (
    <section className="card">
      <h2>{words.sections}</h2>
      <p className="small muted">{words.method}</p>
      {content.sections.map((section) => (
        <div key={section.id}>
          <h3>{en ? section.en : section.zh}{section.score !== null && <small> {words.sectionScore(section.score)}</small>}</h3>
          <ul>
            {order.flatMap((finding) => section.items.filter((item) => item.finding === finding)).map((item) => (
              <li key={item.id}><b>{words.findings[item.finding]}</b> {en ? item.en : item.zh}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Again({ again }: Pick<Decision, 'again'>) {
  const { again: words, explanation } = useWords(panelWords);
  const locale = useLocale();
  if (again.length === 0) return null;
  return (
    <section className="card">
      <h2>{words.title}</h2>
      <p className="small muted">{words.lead}</p>
      <ul>
        {again.map((one) => (
          <li key={String(one.openedAt)}>
            {words.opened(shortTime(one.openedAt, locale), words.grounds[one.ground])}
            {one.newOutcome && one.concludedAt ? <p>{words.concluded(shortTime(one.concludedAt, locale), explanation.outcomes[one.oldOutcome], explanation.outcomes[one.newOutcome])}<br />{one.newReason}</p> : <p>{words.pending}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
