import type zh from '../zh-CN/child-walks.ts';

export default {
  points: {
    'pavement-wide': 'The pavement is wide and nothing is in the way', 'pavement-flat': 'The ground is flat, I do not trip', 'cars-stop': 'Cars stop when I cross', 'green-long': 'The green light is long enough for me', 'wait-safe': 'The place where I wait to be picked up is safe', 'drivers-see': 'Drivers can see me',
    'things-for-me': 'There are things I can play with', 'big-and-small': 'There is room for big and small children', 'hours-read': 'I can read when it is open', 'basin-reach': 'I can reach the basin', 'edges-soft': 'Corners and doors do not hurt me',
    'play-for-me': 'There is something to play for my size', 'room-to-run': 'There is open ground to run and play', nature: 'There is sand, water, soil or plants', 'not-broken': 'Nothing to play on is broken, nor the ground', 'wheels-pass': 'A wheelchair can get in', 'no-cars': 'No cars drive where we play',
    'signs-read': 'I can see and read the signs', 'grown-up-near': 'When I am scared I can find a grown-up', bright: 'It is bright, with no dark corners', clean: 'It is clean and nobody smokes', welcome: 'Grown-ups like us to play here', near: 'It is not far from home', asked: 'Somebody asked us what we want',
  },
  answers: { good: 'Good', middling: 'So-so', bad: 'Not good', 'does-not-apply': 'Not here', 'cannot-see': 'Cannot see' },
  spots: { 'way-in': 'the way in', room: 'inside', washroom: 'the washroom', ground: 'open ground', equipment: 'things to play on', edge: 'the edge' },
  told: {
    list: 'Where we walked', listLead: 'See whether it was repaired.', none: 'Nobody has walked here yet.', noPlace: 'First come in with your class code.', enter: 'Enter my code', open: 'See what became of it',
    title: 'What we saw, and what came of it', walked: (day: string) => `We walked on ${day}`, good: 'What we found good', partly: 'What could be better', poor: 'Not so yet', nothingGood: 'Nothing this time.', nothingPoor: 'Nothing was bad. Great!', words: 'The grown-ups say', by: 'the grown-ups who walked with us',
    became: 'What became of it', noTickets: 'Nothing has to be repaired.', photo: 'Our photograph', before: 'How it was', after: 'How it is now', own: 'What we photographed', states: { reported: 'Grown-ups know and will look.', checked: 'Somebody went to look.', assigned: 'Somebody is repairing it.', repaired: 'They say it is repaired. We look again.', verified: 'It is really repaired!', declined: 'It is not repaired this time.', duplicate: 'It is repaired together with another.' }, again: 'When it is repaired we walk again.', map: 'Safe ways',
  },
  teen: {
    told: {
      list: 'Places that were walked', listLead: 'Where children walked, and whether it was repaired.', none: 'No walk here yet.', noPlace: 'Please enter a class or community code first.', enter: 'Enter my code', open: 'See how far it is',
      title: 'What the walk found, and what came of it', walked: (day: string) => `Walked on ${day}`, good: 'What was found good', partly: 'What could be better', poor: 'Not so yet', nothingGood: 'Nothing this time.', nothingPoor: 'Nothing was found bad.', words: 'The adults say', by: 'the adults who led the walk',
      became: 'What became of it', noTickets: 'Nothing became a ticket this time.', photo: 'Photograph of the walk', before: 'Before the repair', after: 'After the repair', own: 'What the photograph shows', states: { reported: 'Reported; somebody will check it.', checked: 'Somebody went to look.', assigned: 'Handed to the body responsible.', repaired: 'Said to be repaired; waiting for confirmation.', verified: 'Confirmed as really repaired.', declined: 'Not handled this time.', duplicate: 'The same as another; handled together.' }, again: 'After the repair you can walk again and compare.', map: 'Map of safe routes',
    },
  },
} satisfies typeof zh;
