/** Events: child versions, and the help numbers on children's pages. */
export default {
  'child-version.started': 'Began to write a child version',
  'child-version.saved': 'Changed a child version',
  'child-version.published': 'Published a child version',
  'child-version.withdrawn': 'Took a child version off',
  'help.set': 'Set the help numbers on children’s pages',
  'help.inherited': 'Children’s pages use the numbers of the region above again',
};
