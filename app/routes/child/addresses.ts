import { route, type RouteConfigEntry } from '@react-router/dev/routes';

/** 儿童的各页: every address of the children's wing, one line each. */
export const childPages: RouteConfigEntry[] = [
  route('child', 'routes/child/home.tsx'),
  route('child/enter', 'routes/child/enter.tsx'),
  route('child/me', 'routes/child/me.tsx'),
  route('child/places', 'routes/child/places/places.tsx'),
  route('child/places/report', 'routes/child/places/report.tsx'),
  route('child/places/told/:code', 'routes/child/places/told.tsx'),
  route('child/help', 'routes/child/help.tsx'),
  route('child/complain', 'routes/child/complaints/complain.tsx'),
  route('child/know', 'routes/child/know/list.tsx'),
  route('child/know/:id', 'routes/child/know/known.tsx'),
  route('child/council', 'routes/child/council/home.tsx'),
  route('child/council/:id', 'routes/child/council/council.tsx'),
  route('child/council/sessions/:id', 'routes/child/council/session.tsx'),
  route('child/council/terms/:id', 'routes/child/council/term.tsx'),
  route('child/council/rounds/:id', 'routes/child/observers/round.tsx'),
  route('child/survey', 'routes/child/survey.tsx'),
  route('child/survey/:id/results', 'routes/child/survey-results/result.tsx'),
  route('child/works', 'routes/child/works/works.tsx'),
  route('child/works/:id', 'routes/child/works/solicitation.tsx'),
  route('child/works/mine/:token', 'routes/child/works/mine.tsx'),
  route('child/say', 'routes/child/suggestions/say.tsx'),
  route('child/said', 'routes/child/suggestions/said.tsx'),
  route('child/said/:ticket', 'routes/child/suggestions/track.tsx'),
  route('child/said/:ticket/take-back', 'routes/child/suggestions/take-back.tsx'),
];
