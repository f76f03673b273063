import type zh from '../zh-CN/trajectory.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export default {
  about: (name, unit) => `Trajectory of ${name}${unit ? ` (${unit})` : ''}; the table beside or below says the same`,
  key: { expected: 'Expected path', actual: 'Actual', forecast: 'Forecast and interval', target: 'Target' },
  lights: { reached: 'Target reached', 'on-path': 'On the path', behind: 'Behind', 'far-behind': 'Far behind', 'no-figure': 'No figure' },
  columns: { period: 'Period', expected: 'Expected', actual: 'Actual', light: 'State' },
  missing: 'Not reported',
  nothing: 'Nothing has been reported yet.',
  target: (year, said) => `${year} target ${said}`,
  actual: (said) => `Now ${said}`,
  forecast: (said) => `Likely ${said}`,
  interval: (day, low, high) => `As figures have been going, between ${low} and ${high} by ${day} (four times in five).`,
  table: (name) => `${name}, period by period`,
  periods: { year: (year) => String(year), half: (year, nth) => `${nth === 1 ? 'First' : 'Second'} half of ${year}`, quarter: (year, nth) => `Q${nth} ${year}`, month: (year, nth) => `${months[nth - 1]} ${year}` },
} satisfies typeof zh;
