import type zh from '../zh-CN/events-privacy.ts';

export default {
  'impact.written': 'wrote a version of an impact assessment',
  'impact.submitted': 'handed an impact assessment in',
  'impact.approved': 'approved an impact assessment',
  'impact.returned': 'returned an impact assessment',
  'impact.withdrawn': 'withdrew an impact assessment',
  'impact.delivered': 'delivered an impact assessment with the system',
  'impact.region-followed': 'an impact assessment followed a change of regions',
  'partner.entered': 'entered a partner who receives data',
  'partner.edited': 'edited the contract of a partner',
  'partner.enabled': 'enabled a partner',
  'partner.ended': 'ended a partner',
  'share.recorded': 'recorded a share of children’s data',
  'share.settled': 'confirmed the return or deletion of a share',
  'share.consent-ended': 'a consent was withdrawn and the share that rested on it ended',
  'share.child-forgotten': 'took a child out of the register of sharing',
  'share.region-followed': 'the register of sharing followed a change of regions',
  'compliance.stock-taken': 'counted the children',
  'compliance.filed': 'filed the yearly compliance report',
  'protection.referred': 'handed a protection report on to an authority',
} satisfies typeof zh;
