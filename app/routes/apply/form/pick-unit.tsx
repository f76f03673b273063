import { Link } from 'react-router';
import type { Region, Step } from '#app/domain/base/regions/read.ts';
import type { Found } from '#app/domain/base/regions/search.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { regionWords } from '#app/i18n/regions.ts';
import { Button } from '#app/ui/light/button.tsx';

export type Picking = {
  query: string;
  found: Found[];
  path: Step[];
  children: Region[];
};

/** 选社区: search by name, pinyin or initials, or step down list by list; every step is a link, so no script is needed. */
export function PickUnit({ picking, action, keep }: { picking: Picking; action: string; keep: Record<string, string> }) {
  const words = useWords(applyWords);
  const regions = useWords(regionWords);
  const locale = useLocale();
  const to = (more: Record<string, string>) => `${action}?${new URLSearchParams({ ...keep, ...more })}`;
  const comma = locale === 'en' ? ' / ' : ' ';
  return (
    <div className="pick">
      <form method="get" action={action} className="search" role="search">
        {Object.entries(keep).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        <div className="field">
          <label htmlFor="pick-q">{words.pick.search}</label>
          <p className="hint" id="pick-q-hint">{words.pick.searchHint}</p>
          <input className="in" id="pick-q" name="q" aria-describedby="pick-q-hint" defaultValue={picking.query} autoComplete="off" />
        </div>
        <Button kind="quiet">{words.pick.find}</Button>
      </form>
      {picking.query ? (
        <section>
          <p role="status">{picking.found.length > 0 ? words.pick.found(picking.found.length) : words.pick.nothing}</p>
          <ul className="pick-list">
            {picking.found.map((region) => (
              <li key={region.code}>
                <span>{region.name}</span>
                {region.was ? <small> {regions.was(region.was.name)}</small> : null}
                <small className="muted"> {region.path.slice(0, -1).map((step) => step.name).join(comma)}</small>
                <Link className="btn quiet small" to={to({ unit: region.code })} aria-label={`${words.pick.choose} ${region.name}`}>{words.pick.choose}</Link>
              </li>
            ))}
          </ul>
          <h2 className="or">{words.pick.orStep}</h2>
        </section>
      ) : null}
      {picking.path.length > 0 ? (
        <p className="small">
          <Link to={to({})}>{words.pick.top}</Link>
          {picking.path.map((step) => <span key={step.code}> / <Link to={to({ in: step.code })}>{step.name}</Link></span>)}
        </p>
      ) : null}
      <ul className="pick-list">
        {picking.children.map((region) => (
          <li key={region.code}>
            {region.level < 5 ? <Link to={to({ in: region.code })}>{region.name}</Link> : <span>{region.name}</span>}
            {region.level >= 4 ? <> <Link className="btn quiet small" to={to({ unit: region.code })} aria-label={`${words.pick.choose} ${region.name}`}>{words.pick.choose}</Link></> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
