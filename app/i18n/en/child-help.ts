/** Getting help. */
export default {
  title: 'I need help',
  lead: 'Scared, sad or hurt? Someone will help you.',
  tell: { title: 'Tell a grown-up first', who: 'Someone you trust: your family, a teacher, the person who helps children in your community.', again: 'If they do not listen, tell another one.' },
  call: { title: 'Call', free: 'The person who answers will help you.' },
  say: { title: 'You can say', name: 'What I am called and how old I am.', where: 'Where I am.', what: 'What happened, and who scares me.' },
  fault: { title: 'It is not your fault', text: 'Telling is not telling tales. A grown-up who asks you to keep a secret may be wrong.' },
  adult: { word: 'For grown-ups:', listen: 'When a child speaks, hear them out. Do not press for details, do not blame, do not promise to keep it secret. In danger call 110 at once.' },
  teen: {
    title: 'Get help',
    lead: 'Scared, bullied, hurt, or feeling bad for a long time: people can help.',
    tell: { title: 'Tell an adult you trust', who: 'Family, a teacher, a relative, or the community’s children’s director.', again: 'If the first one does not take it seriously, tell another, until somebody helps.' },
    call: { title: 'Call directly', free: 'You need nobody’s permission to call these numbers.' },
    say: { title: 'If you do not know how to begin', name: 'Say how old you are; you need not give your name.', where: 'Say where you are and whether you are safe now.', what: 'Say what happened and what help you hope for.' },
    fault: { title: 'It is not your fault', text: 'Asking for help is not telling tales. If somebody says “do not tell anyone”, that is one more reason to tell.' },
  },
};
