import { Fragment } from 'react';
import { Link } from 'react-router';
import type { Ranked, ScoreShown, Standing } from '#app/domain/pilot/panels/model.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { panelWords } from '#app/i18n/panels.ts';
import { StatusTag, type Tone } from '#app/ui/desk/status-tag.tsx';

export type RankingRow = Ranked & { number: string; unitName: string; score: ScoreShown; passMark: number | null; borderline: number; reviews: number; mustNotMet: number };

const tones: Record<Standing, Tone> = {
  accepted: 'good', declined: 'rest', proposed: 'now', reserve: 'info', 'region-full': 'info', 'below-pass': 'rest', 'must-not-met': 'bad', stopped: 'bad', unready: 'info',
};

/** 排名表: with the line of the places and the line of the pass mark between the rows. */
export function RankingRows({ rows }: { rows: readonly RankingRow[] }) {
  const { ranking: words, standings } = useWords(panelWords);
  const within = (row: RankingRow) => row.standing === 'proposed' || row.standing === 'accepted';
  const lastWithin = rows.findLastIndex((row) => row.rank !== null && within(row));
  const firstOut = rows.findIndex((row) => row.rank === null);
  const passMark = rows[0]?.passMark ?? null;
  const heads = [words.rank, words.unit, words.score, words.interval, words.standing, words.why, words.together];
  return (
    <table className="ranking">
      <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
      <tbody>
        {rows.map((row, at) => (
          <Fragment key={row.id}>
            {at === firstOut && passMark !== null && <tr className="line pass"><td colSpan={heads.length}>{words.passLine(passMark)}</td></tr>}
            <tr>
              <td data-label={words.rank}>{row.rank ?? '—'}</td>
              <td><Link to={`/desk/applications/${row.id}/decision`}>{row.unitName}</Link><small>{row.number}</small></td>
              <td data-label={words.score}>{row.score.value ?? '—'}{isNear(row) && <small className="soon">{words.near}</small>}</td>
              <td data-label={words.interval}>{row.score.low === null || row.score.high === null ? '—' : `${row.score.low} – ${row.score.high}`}</td>
              <td><StatusTag tone={tones[row.standing]}>{standings[row.standing]}</StatusTag>{row.mustNotMet > 0 && <small>{words.must} {row.mustNotMet}</small>}</td>
              <td data-label={words.why}><Tie row={row} /></td>
              <td><Choice row={row} /></td>
            </tr>
            {at === lastWithin && <tr className="line"><td colSpan={heads.length}>{words.placesLine}</td></tr>}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function isNear({ score, passMark, borderline }: RankingRow): boolean {
  return score.value !== null && passMark !== null && Math.abs(score.value - passMark) <= borderline;
}

/** 同分说明: with whom, and what parted them. */
function Tie({ row: { tiedWith, partedBy, lot } }: { row: RankingRow }) {
  const { ranking: words } = useWords(panelWords);
  const en = useLocale() === 'en';
  if (tiedWith.length === 0 || partedBy === null) return <>—</>;
  const shown = tiedWith.slice(0, 5).join(en ? ', ' : '、') + (tiedWith.length > 5 ? '…' : '');
  return <>{words.parted[partedBy]}<small>{words.tied(shown)}{lot && <><br />{words.lot(lot.slice(0, 12))}</>}</small></>;
}

/** What is decided or unfinished cannot be chosen. */
export const canChoose = (standing: Standing): boolean => standing !== 'accepted' && standing !== 'declined' && standing !== 'unready';

/** What is to become of it. */
function Choice({ row }: { row: RankingRow }) {
  const { ranking: words } = useWords(panelWords);
  if (!canChoose(row.standing)) return null;
  return (
    <select className="dctl" name={`as-${row.id}`} defaultValue="" aria-label={words.choose(row.unitName)}>
      <option value="">{words.as.none}</option>
      {row.standing === 'proposed' && <option value="accepted">{words.as.accepted}</option>}
      <option value="declined">{words.as.declined}</option>
    </select>
  );
}
