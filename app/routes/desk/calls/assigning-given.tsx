/** What every form about a plan brings with it. */
export function Given({ plan, deed }: { plan: { id: string; revision: number }; deed: string }) {
  return (
    <>
      <input type="hidden" name="deed" value={deed} />
      <input type="hidden" name="planId" value={plan.id} />
      <input type="hidden" name="revision" value={plan.revision} />
    </>
  );
}
