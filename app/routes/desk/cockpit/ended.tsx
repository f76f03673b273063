import { Link } from 'react-router';
import { cockpitWords } from '#app/i18n/cockpit.ts';
import { useWords } from '#app/i18n/pair.ts';
import { Pane } from '#app/ui/desk/page-head.tsx';

/** 计划已结束: why no alert and no week stands here, and where they are. */
export function Ended({ on, planId }: { on: string; planId: string }) {
  const { ended } = useWords(cockpitWords);
  return (
    <Pane title={ended.title}>
      <p>{ended.said(on)}</p>
      <ul className="cockdeps"><li><Link to="/desk/warnings">{ended.warnings}</Link></li><li><Link to={`/desk/plans/${planId}/reports`}>{ended.reports}</Link></li></ul>
    </Pane>
  );
}
