import type zh from '../zh-CN/trajectory.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export default {
  about: (name, unit) => `Trajectory of ${name}${unit ? ` (${unit})` : ''}; the table beside or below says the same`,
  key: { expected: 'Expected path', actual: 'Actual', forecast: 'Forecast and interval', target: 'Target' },
  lights: { reached: 'Target reached', 'on-path': 'On track', behind: 'Behind', 'far-behind': 'Far behind', 'no-figure': 'Not reported' },
  columns: { period: 'Period', expected: 'Expected', actual: 'Actual', light: 'State' },
  missing: 'Not reported',
  estimate: { heard: 'estimated', key: 'Estimated: this figure was not published itself; it was worked out from changes the National Bureau of Statistics published.' },
  nothing: 'Nothing has been reported yet.',
  target: (year, said) => `${year} target ${said}`,
  actual: (said) => `Now ${said}`,
  forecast: (said) => `Forecast ${said}`,
  interval: (day, low, high) => `If figures go on as they have, between ${low} and ${high} by ${day} (four times in five).`,
  table: (name) => `${name}, period by period`,
  periods: { year: (year) => String(year), half: (year, nth) => `${nth === 1 ? 'First' : 'Second'} half of ${year}`, quarter: (year, nth) => `Q${nth} ${year}`, month: (year, nth) => `${months[nth - 1]} ${year}` },
} satisfies typeof zh;
