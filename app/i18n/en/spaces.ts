import type zh from '../zh-CN/spaces.ts';

export default {
  title: 'Spaces for children',
  lead: 'Where children can go in a community: where it is, when it opens, what is there, who looks after it.',
  search: 'Search by name or address', go: 'Search', region: 'Region', everywhere: 'The whole country', within: 'Regions inside', choose: 'Please choose', goRegion: 'Look here',
  ages: 'Age', allAges: 'All ages', where: 'Indoors or outdoors', both: 'Both', indoor: 'Indoors', outdoor: 'Outdoors', openNow: 'Open now', openOrNot: 'Open or not', openFilter: 'Open',
  none: 'No space here fits. Change a condition, or look at the region above.', clear: 'Clear conditions', list: 'List of spaces', previous: 'Previous', next: 'Next', print: 'Print', invented: 'Invented example',
  kinds: { playroom: 'Playroom', 'reading-room': 'Reading room', 'activity-room': 'Activity room', 'nursing-room': 'Nursing room', 'childrens-home': 'Children’s home', playground: 'Playground', 'sports-ground': 'Sports ground', 'open-ground': 'Open ground', garden: 'Garden for growing', 'school-ground': 'Shared school ground' },
  bands: { '0-3': 'Ages 0–3', '4-6': 'Ages 4–6', '7-12': 'Ages 7–12', '13-18': 'Ages 13–18' },
  states: { open: 'Open', closed: 'Closed for now' }, openAt: 'Open now', shutAt: 'Not open now',
  columns: { name: 'Space', kind: 'Kind', ages: 'Ages', hours: 'Today', address: 'Address', place: 'Community', next: 'Next inspection', state: 'State' },
  facts: { kind: 'Kind', ages: 'For ages', address: 'Address', area: 'Area', hours: 'Opening hours', access: 'Access and nursing', responsible: 'Responsible', norms: 'Norms served', place: 'Community', inspected: 'Last inspection', at: 'Coordinates (WGS84)', contact: 'Contact', every: 'Inspected' },
  squareMetres: (area) => `${area.toLocaleString('en')} m²`, everyDays: (days) => `every ${days} days`,
  dayKinds: { workdays: 'Working days', daysOff: 'Weekends', holidays: 'Public holidays' }, shut: 'closed', unknown: 'not told',
  fittings: 'Fittings', fitting: 'Fitting', count: 'Number', condition: 'Condition', noFittings: 'No fittings are registered yet.', conditions: { good: 'good', worn: 'worn', broken: 'broken' },
  access: { 'step-free': 'No steps', 'wide-door': 'Door wide enough for wheelchairs and prams', 'accessible-toilet': 'Accessible toilet', nursing: 'Nursing room', 'child-basin': 'Basin at a child’s height', braille: 'Braille signs', shade: 'Shade' },
  norms: { C1: 'C1 Planning of space', C2: 'C2 Indoor space', C3: 'C3 Outdoor space', C4: 'C4 Safe ways', C5: 'C5 Protection' },
  photos: 'Photographs', photoOf: (name) => `Photograph of ${name}`, coarse: 'Shown roughly only', inspectedOn: (day, points, bad) => `${points} points inspected on ${day}, ${bad > 0 ? `${bad} not in order` : 'all in order'}`, notInspected: 'Not inspected yet',
  closedUntil: (day) => `Expected to reopen on ${day}`, report: 'A hazard here? Report it', seeMap: 'Map of safe routes', onMap: 'See on the map', required: 'required', optional: 'optional',
  errors: (many) => `${many} ${many === 1 ? 'thing' : 'things'} to put right`,
  work: {
    lead: 'Register places and fittings, inspect them on time; what is not in order becomes a ticket by itself.', add: 'Register a space', routes: 'Safe routes', importSheet: 'Import a sheet', exportSheet: 'Export as a sheet', empty: 'No space is registered yet. Register one, and its inspections stand in the calendar by themselves.', dueOnly: 'Due for inspection', all: 'All',
    inspect: 'Inspect', late: 'Due', edit: 'Correct', save: 'Save', close: 'Close for now', closeReason: 'Why it is closed', closeHint: 'Everybody reads this', reopensOn: 'Expected to reopen on', reopen: 'Reopen', reopenReason: 'What was done', public: 'As the public sees it', notPlaced: 'No coordinates',
    form: {
      name: 'Name', kind: 'Kind', ages: 'For which ages', address: 'Address', lng: 'Longitude', lat: 'Latitude', datum: 'Where the coordinates come from', datums: { wgs84: 'GPS or Tianditu (WGS84)', gcj02: 'Amap, Tencent maps (GCJ-02)', bd09: 'Baidu maps (BD-09)' },
      datumHint: 'Coordinates of maps published in China are shifted by some hundred metres. Choose the right source and they are kept as WGS84.', coarse: 'Show the public the rough place only (about 200 m)', area: 'Area', unit: 'm²', fittings: 'Fittings', fittingsHint: 'One a line: name, age band, number, condition, such as “slide 4-6 2 good”.', workdays: 'Open on working days', daysOff: 'Open at weekends', holidays: 'Open on public holidays', hoursHint: 'Write 9:00-11:30, 14:00-18:00; leave empty when closed. A working Saturday counts as a working day.',
      hoursNote: 'Note on opening', access: 'Access and nursing', norms: 'Norms served', responsible: 'Responsible person', contact: 'Contact', contactHint: 'For staff only', every: 'Inspected every so many days', photos: 'Photographs', photosHint: 'Six at most; positions inside them are removed. Please show no child who can be recognised.', choosePhotos: 'Choose photographs', photoRule: 'JPG, PNG, WebP, HEIC, 20 MB each at most',
    },
    inspection: { title: 'Inspection', lead: (version) => `Checklist version ${version}. Choose one for each point; say what is not in order, and a ticket is made at once.`, ok: 'In order', bad: 'Not in order', 'does-not-apply': 'Does not apply', what: 'What is wrong', note: 'Further note', submit: 'Hand in', done: 'The inspection is kept; what is not in order has become a ticket.', list: 'Inspections', by: 'Inspected by', next: 'Next inspection', version: 'Checklist', versionOf: (version) => `version ${version}` },
    route: {
      title: 'Safe routes', lead: 'From the estate to school, walked part by part before it is published. Only confirmed repairs count on the map.', add: 'Draw a route', name: 'Name of the route', school: 'To which school', about: 'Note', segments: 'Parts', segmentsHint: 'One a line: name | longitude,latitude longitude,latitude …; coordinates may follow later.', walk: 'Walk it', walked: (day, name) => `walked on ${day} by ${name}`, notWalked: 'not walked yet', publish: 'Publish', withdraw: 'Withdraw', empty: 'There is no route yet.',
      states: { draft: 'Draft', published: 'Published', withdrawn: 'Withdrawn' }, save: 'Save what was seen', redraw: 'Correct the route',
    },
  },
  items: {
    'fire-exit': 'Ways out are free, doors open from inside', 'fire-gear': 'Extinguishers are in date and within reach', sockets: 'Sockets are covered, no loose wires', air: 'The air is fresh and can be changed', light: 'Bright enough, no broken lamps', edges: 'No sharp edges, cupboards fixed to the wall', fittings: 'Fittings for each age are whole', zones: 'Divided by age or by hour', 'hours-posted': 'Opening hours at the door, where a child sees them', basin: 'A child can reach the basin', seen: 'No corner out of sight', 'smoke-free': 'No smoke, no cigarette ends',
    equipment: 'Equipment stands firm, nothing missing', surface: 'Soft ground, no holes, no puddles', sharp: 'No nails, glass or splinters', 'free-ground': 'Open ground for free play', nature: 'Sand, water, soil or plants', 'step-free': 'No steps from the street', cars: 'Cars cannot get in and are seen at the exits', signs: 'Signs a child can read and see',
  },
  checks: { crossing: 'Crossing', light: 'Light', pavement: 'Pavement', shade: 'Shade', sight: 'Sight' },
  verdicts: { ok: 'good', bad: 'to mend', 'does-not-apply': 'does not apply', none: 'not looked at' },
  safe: {
    title: 'Safe routes', lead: 'Ways on which children walk to school. How good a part is follows from walking it and from repairs that were confirmed; a repair nobody confirmed does not count.', table: 'Routes and their parts', map: 'Map', mapLabel: 'Map of safe routes, with the same content as the table', mapNote: 'The map is only another way to see it; the table above holds everything.', legend: 'Solid green: good to walk; dashed orange: to be improved; yellow dots: places for children.', tapFirst: 'Tap a place on the map, then report a hazard here', noTiles: 'No base map is set; only routes and spaces are drawn.', failed: 'The map did not open. Please use the table above.', segment: 'Part', standing: 'Standing', verified: 'Confirmed repairs', open: 'Not fixed yet', walked: 'Walked on',
    standings: { good: 'good to walk', 'to-mend': 'to be mended' }, none: 'No route is published here yet.', summary: (good, all, verified) => `${good} of ${all} parts are good to walk, ${verified} confirmed ${verified === 1 ? 'repair' : 'repairs'}`, to: 'To', report: 'Report a hazard on this part', spaces: 'Spaces for children on the way', toMend: 'To be mended', datum: 'Coordinates are WGS84. Maps published in China use GCJ-02; laid on each other they differ by some hundred metres.',
  },
} satisfies typeof zh;
