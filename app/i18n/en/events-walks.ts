import type zh from '../zh-CN/events-walks.ts';

export default {
  'walk.planned': 'planned a one-metre walk',
  'walk.called-off': 'called off a one-metre walk',
  'walk.taken': 'a phone took a walk along',
  'walk.synced': 'a phone brought back what was said on a walk',
  'walk.came-late': 'something came after a walk was over and is kept beside it',
  'walk.photo-received': 'a photograph of a walk arrived',
  'walk.photo-repeated': 'a photograph of a walk came once more',
  'walk.sheet-entered': 'entered a sheet of a walk',
  'walk.photos-added': 'added photographs to a walk',
  'walk.ticket-opened': 'made a hazard ticket of what was found on a walk',
  'walk.closed': 'closed a one-metre walk',
  'walk.evidence-dropped': 'removed a photograph of a walk that is kept as evidence no longer',
  'walk.evidence-kept': 'kept a photograph of a walk that is no evidence any longer: a legal hold or its ticket needs it',
  'walk.region-followed': 'walks followed a change of regions',
} satisfies typeof zh;
