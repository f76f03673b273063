import { publicCouncil } from '#app/domain/children/councils/public-read.ts';
import { layers } from '#app/platform/ctx.ts';
import { seatKinds } from '#app/domain/children/councils/model.ts';
import { councilWords } from '#app/i18n/council.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { Facts, PageHead, Section } from '#app/ui/light/section.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { PageTitle } from '../page-title.tsx';
import { PublicMotions } from './public-motions.tsx';
import type { Route } from './+types/council.ts';

export function loader({ params, context }: Route.LoaderArgs) {
  return show(() => publicCouncil(context.get(ctxKey), params.id));
}

/** 议事会 for everybody: what was decided and answered first, then who sits here and by which rules. */
export default function PublicCouncilPage({ loaderData }: Route.ComponentProps) {
  const words = useWords(councilWords);
  const locale = useLocale();
  const { council, place, charter, seats, term, sessions, above } = loaderData;
  const all = words.public;
  const quotas = seatKinds.filter((kind) => charter.quotas[kind] > 0).map((kind) => `${words.kinds[kind]} ${charter.quotas[kind]}`).join(words.and);
  const kept = layers.filter((layer) => charter.layerSeats?.[layer]).map((layer) => `${words.layers[layer]} ${charter.layerSeats![layer]}`).join(words.and);
  return (
    <>
      <PageTitle title={council.name} />
      <div className="wrap">
        <PageHead title={council.name} lead={council.isClosed ? all.ended : charter.aim} tags={<><span>{place}</span><Tag>{words.levels[council.level]}</Tag><span>{all.founded(shortDay(council.foundedOn, locale))}</span>{above ? <a href={`/councils/${above.id}`}>{all.above}{words.colon}{above.name}</a> : null}</>} />
      </div>
      <Section title={all.motions} tight id="motions"><PublicMotions council={loaderData} /></Section>
      <Section title={all.sessions} mist id="sessions">
        {sessions.length === 0 ? <p className="note">{all.noSessions}</p> : sessions.map((session) => (
          <article key={session.id} className="card">
            <h3>{words.number(session.number)}</h3>
            <p className="small muted">{shortDay(beijingDay(session.startsAt), locale)}</p>
            {session.childMinutes ? session.childMinutes.split(/\r?\n/).filter(Boolean).map((line) => <p key={line}>{line}</p>) : <p className="note">{words.waitsReading}</p>}
            {session.minutes ? <details><summary>{words.session.writeMinutes}</summary><p className="pre">{session.minutes}</p></details> : null}
          </article>
        ))}
      </Section>
      <Section title={all.seats} lead={all.seatNames} id="seats">
        {seats.length === 0 ? <p className="note">{words.notYet}</p> : (
          <ul className="plainlist grid3">{seats.map((seat, at) => <li key={at} className="card"><b>{seat.nickname || all.seat(at + 1)}</b>{seat.isChair ? <> <Tag kind="ok">{words.term.chair}</Tag></> : null}<p className="small muted">{words.layers[seat.layer]} · {seat.isDelegate ? words.term.delegate : words.kinds[seat.seatKind]}</p></li>)}</ul>
        )}
        {term?.drawSeedHash ? <Result council={loaderData} /> : null}
      </Section>
      <Section title={`${words.charter.title} · ${words.charter.version(council.charterVersion)}`} lead={all.charterLead} mist id="charter">
        <Facts facts={[
          { term: words.charter.title, text: words.charter.facts(charter.seats, charter.termYears) }, { term: words.term.kind, text: quotas }, ...(kept ? [{ term: words.term.layer, text: kept }] : []),
          { term: words.charter.chairBy, text: words.chairWays[charter.chairBy] }, { term: words.charter.quorum, text: words.charter.quorumOf(charter.quorumPercent) }, { term: words.charter.majority, text: words.majorities[charter.majority] },
          { term: words.charter.seconds, text: words.charter.others(charter.secondsNeeded) }, { term: words.charter.perYear, text: words.charter.times(charter.sessionsPerYear) }, { term: words.charter.answerDays, text: words.charter.workdays(charter.answerDays) },
        ]} />
        {charter.childRules.length > 0 ? <><h3>{all.childVersion}</h3><ul>{charter.childRules.map((line) => <li key={line}>{line}</li>)}</ul></> : null}
        <details><summary>{words.charter.rules}</summary><p className="pre">{charter.rules}</p></details>
      </Section>
    </>
  );
}

function Result({ council: { term, counted } }: { council: Route.ComponentProps['loaderData'] }) {
  const words = useWords(councilWords);
  return (
    <details>
      <summary>{words.public.election} · {words.termOf(term!.number)}</summary>
      <p>{term!.voices === null ? words.public.few : words.public.voices(term!.voices)}</p>
      {counted.length > 0 ? <ol className="small">{counted.map((one) => <li key={one.id}><code>{one.id}</code> · {words.term.votes(one.votes ?? 0)} · {one.electedBy ? `${words.candidates.elected}${words.colon}${words.electedBy[one.electedBy]}` : words.candidates.reserve}</li>)}</ol> : null}
      <p className="small muted">{words.public.drawn}</p>
      <p className="small muted break">{words.term.seedHash}{words.colon}<code>{term!.drawSeedHash}</code>{term!.drawSeed ? <><br />{words.term.seed}{words.colon}<code>{term!.drawSeed}</code></> : null}</p>
    </details>
  );
}
