import type { PublicWalk } from '#app/domain/service/walks/told.ts';
import { childWalksWords } from '#app/i18n/child-walks.ts';
import { hazardsWords } from '#app/i18n/hazards.ts';
import { useWords } from '#app/i18n/pair.ts';
import { walksWords } from '#app/i18n/walks.ts';

/** 修好前后, beside each other; only confirmed repairs come here. */
export function Repairs({ repairs }: { repairs: PublicWalk['repairs'] }) {
  const { open } = useWords(walksWords);
  const { points } = useWords(childWalksWords);
  const hazards = useWords(hazardsWords);
  if (repairs.length === 0) return <p className="small muted">{open.noRepairs}</p>;
  return (
    <>
      <p className="small muted">{open.repairsText}</p>
      {repairs.map(({ hazardId, point, kind, before, after }) => (
        <div key={hazardId}>
          <p><b>{point ? open.saidBad(points[point]) : hazards.kinds[kind]}</b></p>
          <div className="beforeafter">
            {before ? <figure><img src={`/hazards/photos/${hazardId}/before/${before}`} alt={open.beforeAlt} width={320} height={240} loading="lazy" /><figcaption className="small">{open.beforeAlt}</figcaption></figure> : null}
            {after ? <figure><img src={`/hazards/photos/${hazardId}/after/${after}`} alt={open.afterAlt} width={320} height={240} loading="lazy" /><figcaption className="small">{open.afterAlt}</figcaption></figure> : null}
          </div>
        </div>
      ))}
    </>
  );
}
