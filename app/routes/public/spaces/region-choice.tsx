import { spacesWords } from '#app/i18n/spaces.ts';
import { useWords } from '#app/i18n/pair.ts';
import { Button } from '#app/ui/light/button.tsx';
import type { regionAsked } from './region-asked.ts';

type Props = { region: Awaited<ReturnType<typeof regionAsked>>; action: string; keep?: Record<string, string | undefined> };

/** 逐级选地区: up by links, down by a list and a button; no script. */
export function RegionChoice({ region: { path, below }, action, keep = {} }: Props) {
  const words = useWords(spacesWords);
  const kept = Object.entries(keep).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const to = (code: string) => `${action}?${new URLSearchParams([...kept, ...(code ? [['region', code] as [string, string]] : [])])}`;
  return (
    <div className="stacked regionpick no-print">
      <nav className="filters" aria-label={words.region}>
        <span className="lab" aria-hidden="true">{words.region}</span>
        {[{ code: '', name: words.everywhere }, ...path].map((step, index, all) => (
          <a key={step.code} className="chip" href={to(step.code)} {...(index === all.length - 1 ? { 'aria-current': 'true' as const } : {})}>{step.name}</a>
        ))}
      </nav>
      {below.length > 0 ? (
        <form className="row" action={action}>
          {kept.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
          <select className="in slim" name="region" aria-label={words.within} defaultValue="">
            <option value="">{words.choose}</option>
            {below.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}
          </select>
          <Button kind="quiet" small>{words.goRegion}</Button>
        </form>
      ) : null}
    </div>
  );
}
