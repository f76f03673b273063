import { axes, charts, dimensions, scopes, spans } from '#app/domain/city/statistics-database/model.ts';
import { levels } from '#app/domain/base/regions/model.ts';
import { statisticsDatabaseWords } from '#app/i18n/statistics-database.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { addressOf } from './links.ts';
import type { DatabasePage } from './load.ts';

/** 提问的表单: everything is in the address, nothing needs a script. */
export function AskForm({ page }: { page: DatabasePage }) {
  const words = useWords(statisticsDatabaseWords);
  const { asked, place } = page;
  const scopesHere = scopes.filter((scope) => scope === 'self' || (place.below.length > 0 && (scope !== 'counties' || place.level < levels.city)));
  return (
    <form method="get" action="/statistics-database#result" className="askdata" role="search" aria-label={words.title}>
      <fieldset className="askwhat">
        <legend>{words.steps.indicators}</legend>
        <div className="asksearch">
          <label><span>{words.find.q}</span><input className="in" type="search" name="q" defaultValue={asked.q} maxLength={60} aria-describedby="find-hint" /></label>
          <Pick name="owner" label={words.find.owner} value={asked.owner} options={[{ value: '', label: words.find.anyOwner }, ...page.departments.map(({ id, name }) => ({ value: id, label: name }))]} />
          <button type="submit" formAction="/statistics-database" className="btn quiet">{words.find.submit}</button>
        </div>
        <p className="hint" id="find-hint">{words.find.hint}</p>
        <Indicators page={page} />
      </fieldset>
      <fieldset>
        <legend>{words.steps.regions}</legend>
        <input type="hidden" name="r" value={asked.r} />
        <p className="askplace">
          {place.path.map((step) => <span key={step.code}><a href={addressOf(asked, { r: step.code, ...usualScope })}>{step.name}</a> › </span>)}<strong>{place.name}</strong>
        </p>
        {place.below.length > 0 ? (
          <details>
            <summary>{words.region.below(place.name)}</summary>
            <ul className="askbelow">{place.below.map((each) => <li key={each.code}><a href={addressOf(asked, { r: each.code, ...usualScope })}>{each.name}</a></li>)}</ul>
          </details>
        ) : null}
        <Pick name="scope" label={words.region.scope} value={scopesHere.includes(asked.scope) ? asked.scope : 'self'} options={scopesHere.map((scope) => ({ value: scope, label: words.scopes[scope] }))} />
      </fieldset>
      <fieldset>
        <legend>{words.steps.time}</legend>
        <div className="askrow">
          <Pick name="from" label={words.time.from} value={String(page.from)} options={yearsWith(page.years, page.from)} />
          <Pick name="to" label={words.time.to} value={String(page.to)} options={yearsWith(page.years, page.to)} />
        </div>
        <Pick name="span" label={words.time.span} value={asked.span} options={spans.map((span) => ({ value: span, label: words.spans[span] }))} />
        <Pick name="group" label={words.time.group} value={asked.group} options={dimensions.map((group) => ({ value: group, label: words.groups[group] }))} />
      </fieldset>
      <fieldset>
        <legend>{words.steps.look}</legend>
        <div className="askrow">
          <Pick name="rows" label={words.look.rows} value={asked.rows} options={axes.map((axis) => ({ value: axis, label: words.axes[axis] }))} />
          <Pick name="cols" label={words.look.cols} value={asked.cols} options={axes.map((axis) => ({ value: axis, label: words.axes[axis] }))} />
        </div>
        <Pick name="chart" label={words.look.chart} value={asked.chart} options={charts.map((chart) => ({ value: chart, label: words.charts[chart] }))} />
        <p className="row"><button type="submit" className="btn">{words.ask}</button><ButtonLink kind="quiet" href="/statistics-database">{words.again}</ButtonLink></p>
      </fieldset>
    </form>
  );
}

/** Another region begins with itself. */
const usualScope = { scope: 'self' } as const;
const yearsWith = (years: readonly number[], chosen: number) => [...new Set([...years, chosen])].toSorted((one, other) => other - one).map((year) => ({ value: String(year), label: String(year) }));

function Pick({ name, label, value, options }: { name: string; label: string; value: string; options: readonly { value: string; label: string }[] }) {
  return (
    <label>
      <span>{label}</span>
      <select className="in" name={name} defaultValue={value}>{options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}</select>
    </label>
  );
}

function Indicators({ page: { asked, chosen, found, foundShown, foundAll } }: { page: DatabasePage }) {
  const words = useWords(statisticsDatabaseWords);
  const isSearching = asked.q !== '' || asked.owner !== '';
  if (chosen.length + found.length === 0) return isSearching ? <p className="none" role="status">{words.find.none}</p> : null;
  return (
    <div className="askfound">
      {isSearching ? <p className="small muted" role="status">{foundShown < foundAll ? words.find.first(foundShown, foundAll) : words.find.found(foundAll)}</p> : null}
      <ul>
        {[...chosen.map((each) => ({ ...each, isChosen: true })), ...found.map((each) => ({ ...each, isChosen: false }))].map(({ code, name, unit, isChosen }) => (
          <li key={code}>
            <label><input type="checkbox" name="i" value={code} defaultChecked={isChosen} /> <span><small>{code}</small> {name}{unit ? <small className="muted"> {unit}</small> : null}</span></label>
          </li>
        ))}
      </ul>
      <p className="hint">{words.find.limit}</p>
    </div>
  );
}
