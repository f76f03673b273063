import { childCouncilWords } from '#app/i18n/child-council.ts';
import { useChildWords } from '#app/ui/child/look.ts';
import { Say } from '#app/ui/child/say.tsx';

/** 怎样支持: for a child with the code of a class, which is nobody: one's own card is needed, and where to come in with it. */
export function Support({ motionId }: { motionId: string }) {
  const { support } = useChildWords(childCouncilWords);
  return (
    <>
      <p><Say>{support.how}</Say></p>
      <p className="row"><a className="btn quiet" href={`/child/enter?to=/child/council/motions/${motionId}`}><Say>{support.go}</Say></a></p>
    </>
  );
}
