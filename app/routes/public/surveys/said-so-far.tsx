import type { Walk } from './walk.ts';

/** 已答的题 in the form itself: nothing is kept anywhere else until it is handed in. */
export function SaidSoFar({ walk }: { walk: Walk }) {
  return (
    <>
      <input type="hidden" name="ticket" value={walk.ticket} />
      {walk.item ? <input type="hidden" name="at" value={walk.item.id} /> : null}
      {walk.problem === 'private' ? <input type="hidden" name="warned" value="yes" /> : null}
      {Object.entries(walk.answers).filter(([id]) => id !== walk.item?.id).map(([id, value]) => <input key={id} type="hidden" name={`a-${id}`} value={value} />)}
    </>
  );
}
