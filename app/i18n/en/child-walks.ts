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
} satisfies typeof zh;
