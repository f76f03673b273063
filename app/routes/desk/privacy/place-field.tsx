import type { Problem } from '#app/platform/http.ts';
import { Field } from '#app/ui/desk/field.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';

/** 地区: chosen step by step, the person's own to begin with. */
export function PlaceField({ label, hint, path, problem, deepest = 5, none }: { label: string; hint: string; path: { code: string; name: string }[]; problem: Problem | undefined; deepest?: number; none?: string }) {
  return (
    <Field name="regionCode" label={label} hint={hint} problem={problem}>
      <RegionFilter name="regionCode" path={path} deepest={deepest} id="field-regionCode" {...(none ? { none } : {})} />
    </Field>
  );
}
