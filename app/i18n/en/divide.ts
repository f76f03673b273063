/** The targets of a plan by district. */
export default {
  title: 'Targets by district', open: 'Targets by district',
  lead: 'Divide the targets of the city among its districts. For shares, a district without one of its own is held to the city’s; what is counted is never divided by itself: no row means no target.',
  none: 'This plan has no numeric target that could be divided yet, or there is no district below it.', choose: 'Choose an action', place: 'District', city: 'Target of the city', sum: 'Sum of districts', span: 'Lowest–highest', divided: (have: number, all: number) => `${have} / ${all} districts have their own`,
  follows: 'as the city', cell: (place: string, indicator: string, year: number) => `${place}, ${indicator}, ${year}`,
  fits: 'adds up exactly', over: (said: string) => `${said} more than the city`, under: (said: string) => `${said} less than the city`, partial: (have: number, all: number) => `only ${have} / ${all} set`, below: (many: number) => `${many} ${many === 1 ? 'district falls' : 'districts fall'} short of the city’s target`,
  fields: { reason: 'Reason', text: 'Table', cells: 'Cells', version: 'Version' }, reasonHint: 'Needed when a target that was already set is altered or taken away, for example: altered by a meeting of the city government.', save: 'Save', closed: 'The plan has ended: its targets can be read but not altered.', saved: 'Saved.',
  paste: 'Paste from a sheet', pasteHint: 'Copy a block with its heads out of Excel or WPS and paste it here. The heads need “District”, “Indicator” and years; merged cells are read as the row above. With only one indicator the column may be left out: the chosen one is meant.', pasteOne: 'Without a column “Indicator”, read as', preview: 'Preview', nothing: 'The pasted table says what stands already; nothing would change.',
  wouldChange: (many: number) => `${many} ${many === 1 ? 'cell' : 'cells'} would change; nothing is saved yet`, confirm: 'Save these changes', problems: (many: number) => `${many} ${many === 1 ? 'cell' : 'cells'} could not be read; nothing of the table was taken`, atLine: (line: number, column: string, said: string) => `Line ${line}${column ? `, column “${column}”` : ''}${said ? `: “${said}”` : ''}`,
  change: { place: 'District', indicator: 'Indicator', year: 'Year', from: 'Before', to: 'After' }, nil: 'none',
  versions: 'Versions', noVersions: 'Nothing has been divided yet.', version: (number: number) => `Version ${number}`, changed: (many: number) => `${many} ${many === 1 ? 'cell' : 'cells'}`, noReason: 'First division',
};
