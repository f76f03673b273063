import { hazardKinds } from '#app/domain/service/hazards/model.ts';
import type { WalkRead } from '#app/domain/service/walks/read.ts';
import { hazardsWords } from '#app/i18n/hazards.ts';
import { useWords } from '#app/i18n/pair.ts';
import { walksWords } from '#app/i18n/walks.ts';
import { Button } from '#app/ui/light/button.tsx';
import { SelectField } from '#app/ui/light/choice-field.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { useNames } from './names.ts';

type Props = { base: string; read: WalkRead };
type Ticket = WalkRead['tickets'][number];

/** 说不好的地方和照片: each becomes a ticket with one tap, once; from then on its state stands here. */
export function WrongList({ base, read }: Props) {
  const words = useWords(walksWords);
  const { one, colon } = words;
  const { ofPoint, ofSpot } = useNames(read.spotNames);
  const here = `${base}/walks/${read.walk.id}`;
  const mayOpen = read.walk.state !== 'called-off';
  return (
    <Section title={one.wrong} lead={one.wrongText} id="wrong" mist tight>
      {read.wrong.length === 0 ? <p className="note">{one.nobody}</p> : null}
      <ul className="wrongs">
        {read.wrong.map(({ source, point, spot, bad, counted, photos, ticket }) => (
          <li key={source} className="card">
            <h3>{ofPoint(point)}</h3>
            <p className="small">{[ofSpot(spot), one.saidBad(bad, counted)].filter(Boolean).join(' · ')}</p>
            <Pictures here={here} ids={photos} what={ofPoint(point)} />
            <TicketPart base={base} ticket={ticket} source={source} open={read.open} mayOpen={mayOpen} />
          </li>
        ))}
      </ul>
      {read.photos.length > 0 ? (
        <>
          <h3 id="photos">{one.pins}</h3>
          <p className="small muted">{one.notPublic}</p>
          <ul className="wrongs">
            {read.photos.map(({ id, point, spot, note, source, ticket }) => (
              <li key={id} className="card">
                <Pictures here={here} ids={[id]} what={ofPoint(point) || note || one.pins} />
                <p>{[ofPoint(point), note].filter(Boolean).join(colon)}</p>
                <p className="small muted">{ofSpot(spot)}</p>
                <TicketPart base={base} ticket={ticket} source={source} open={read.open} mayOpen={mayOpen} needsKind={point === null} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  );
}

export function Pictures({ here, ids, what }: { here: string; ids: readonly string[]; what: string }) {
  const { one } = useWords(walksWords);
  if (ids.length === 0) return null;
  return (
    <p className="saidfiles">
      {ids.map((id) => <a key={id} href={`${here}/photos/${id}`}><img src={`${here}/photos/${id}?thumbnail`} alt={one.photoAlt(what)} width={200} height={150} loading="lazy" /></a>)}
    </p>
  );
}

function TicketPart({ base, ticket, source, open, mayOpen, needsKind }: { base: string; ticket: Ticket | undefined; source: string; open: WalkRead['open']; mayOpen: boolean; needsKind?: boolean }) {
  const words = useWords(walksWords);
  const hazards = useWords(hazardsWords);
  const { one, colon } = words;
  if (ticket) {
    const isEnded = ticket.state === 'verified' || ticket.state === 'declined' || ticket.state === 'duplicate';
    return <p><Status state={isEnded ? 'done' : 'now'}>{hazards.states[ticket.state]}</Status> <a href={`${base}/hazards/${ticket.hazardId}`}>{one.ticket}{colon}{hazards.kinds[ticket.kind]}</a></p>;
  }
  if (!mayOpen) return null;
  const name = source.replaceAll(':', '-');
  const frame = { words: { required: words.required, optional: words.optional } };
  return (
    <form method="post" className="no-print">
      <input type="hidden" name="deed" value="ticket" />
      <input type="hidden" name="source" value={source} />
      {needsKind ? <SelectField {...frame} id={`${name}-kind`} name="kind" label={one.kind} required defaultValue="other" choices={hazardKinds.map((value) => ({ value, label: hazards.kinds[value] }))} /> : null}
      {open.length > 0 ? <details className="small"><summary>{one.sameAsk}</summary><SelectField {...frame} id={`${name}-same`} name="same" label={one.same} blank={one.notSame} choices={open.map(({ id, kind, placeText, state }) => ({ value: id, label: `${hazards.kinds[kind]} · ${placeText} · ${hazards.states[state]}` }))} /></details> : null}
      <Button kind="quiet" small>{one.toTicket}</Button>
    </form>
  );
}
