import { expect, test } from 'vitest';
import { childScorecardWords } from './child-scorecard.ts';
import { cityWords } from './city.ts';
import { cockpitWords } from './cockpit.ts';
import { warningWords } from './early-warning.ts';
import { monitoringWords } from './monitoring-reports.ts';
import { scorecardWords } from './scorecard.ts';
import { trajectoryWords } from './trajectory.ts';

const [city, cockpit, warnings, reports, scorecard, paths] = [cityWords.en, cockpitWords.en, warningWords.en, monitoringWords.en, scorecardWords.en, trajectoryWords.en];

/** Words that stand alone in a tile, a cell, a tag or a key. */
const alone: Record<string, object> = {
  cityStandings: city.standings, cityStates: city.states, cityTasks: city.taskStates, cityLegend: city.legend, cityFrequencies: city.frequencies, cityAccumulations: city.accumulations, provenances: city.provenances, cockpitLights: cockpit.lights, cockpitLevels: cockpit.levels, cockpitTasks: cockpit.taskStates, heatLegend: cockpit.heat.legend,
  districtNumbers: cockpit.district.numbers, departmentNumbers: cockpit.department.numbers, warningLevels: warnings.levels, warningStates: warnings.states, outcomes: warnings.outcomes, verdicts: warnings.alert.verdicts, reportLights: reports.lights, reportStates: reports.states, alertStates: reports.alertStates, reportVerdicts: reports.verdicts,
  reportTasks: reports.tasks.states, cardLights: scorecard.lights, cardKey: scorecard.key, cardNumbers: scorecard.numbers, cardTable: scorecard.table, pathLights: paths.lights, pathKey: paths.key,
};

test('English words that stand alone begin with a capital, and the rest of them does not', () => {
  const wrong = Object.entries(alone).flatMap(([where, words]) => Object.entries(words).flatMap(([name, said]: [string, unknown]) => (typeof said === 'string' && /^[▼▽ ]*[a-z]|^\S+ [A-Z][a-z]+ [A-Z]/.test(said) && name !== 'demo' ? [`${where}.${name}: ${said}`] : [])));
  expect(wrong).toEqual([]);
});

test('one state has one English name on every page', () => {
  const lights = [cockpit.lights, reports.lights, scorecard.lights, paths.lights];
  expect([...new Set(lights.map((each) => each['no-figure']))]).toEqual(['Not reported']);
  expect([...new Set(lights.map((each) => each['on-path']))]).toEqual(['On track']);
  expect([...new Set([cockpit.lights['not-due'], reports.lights['not-due'], scorecard.lights['not-due'], city.standings['on-the-way']])]).toEqual(['Not due yet']);
  expect(reports.verdicts).toEqual(warnings.alert.verdicts);
  expect(childScorecardWords.en.teen.keyGoing).toBe('on track');
});
