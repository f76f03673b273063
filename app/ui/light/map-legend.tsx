import { levelRange } from './tile-places.ts';

/** 图例: the steps of a map's figures, and what is not counted. */
export function MapLegend({ bounds, words }: { bounds: readonly number[]; words: { andMore: (from: number) => string; notCounted: string } }) {
  return (
    <ul className="legend">
      {[0, ...bounds].map((_, level) => (
        <li key={level}>
          <i className={`l${level}`} />
          {levelRange(level, bounds, words.andMore)}
        </li>
      ))}
      <li>
        <i className="out" />
        {words.notCounted}
      </li>
    </ul>
  );
}
