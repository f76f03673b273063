import { Alert } from 'antd';
import { Link } from 'react-router';
import { gapOf, type PlanStats } from '#app/domain/pilot/assigning/model.ts';
import type { readLoads } from '#app/domain/pilot/assigning/read.ts';
import { assigningWords } from '#app/i18n/assigning.ts';
import { useWords } from '#app/i18n/pair.ts';
import { Facts, Pane } from '#app/ui/desk/page-head.tsx';

const one = (figure: number) => (Math.round(figure * 10) / 10).toString();

/** 方案的数字: how good it is, how far from the best, who got least, whether all are linked, and what is lacking. */
export function PlanFigures({ plan, stats, loads }: { plan: { id: string; seed: number }; stats: PlanStats; loads: Awaited<ReturnType<typeof readLoads>> }) {
  const words = useWords(assigningWords);
  const { figures, groups } = loads;
  const seats = stats.missing.reduce((sum, { seats }) => sum + seats, 0);
  const isWhole = seats === 0 && stats.short.length === 0;
  const { figure } = words;
  return (
    <>
      {seats > 0 && <Alert type="warning" showIcon style={{ marginBottom: 16 }} title={words.lacking(stats.missing.length, seats)} action={<Link to={`?plan=${plan.id}&only=lacking`}>{words.toLacking}</Link>} />}
      {stats.short.length > 0 && <Alert type="info" showIcon style={{ marginBottom: 16 }} title={words.short(stats.short.length)} />}
      <Pane title={words.figures}>
        <Facts
          items={[
            { name: figure.seats, value: words.seats(figures.pairs, figures.applications) },
            { name: figure.mean, value: one(figures.mean) },
            { name: figure.worst, value: <>{words.worstOf(one(figures.worst), one(stats.worstBound))}{stats.worstBefore < stats.worst && <small className="quiet"> {words.worstLifted(one(stats.worstBefore))}</small>}</> },
            { name: figure.gap, value: isWhole ? words.gapOf(gapOf(stats).toFixed(2)) : words.gapUnknown },
            { name: figure.groups, value: words.groupsOf(groups) },
            { name: figure.locked, value: figures.locked },
            { name: figure.seed, value: plan.seed },
          ]}
        />
        <p className="note">{words.asWorkedOut}</p>
      </Pane>
    </>
  );
}
