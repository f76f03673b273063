/** What a phone brings back from a visit is a file without a form around it. */
const isFile = /^\/visit\/[0-9a-f-]{36}\/attachments\/[0-9a-f]{64}$/;

/** Pages that take a picture, a recording or a paper from everybody: evidence of an objection, a paper to be verified, a hazard and its repair, what children say and draw. */
const takesFilesOfAll = /^\/(notices\/[0-9a-f-]{36}\/objection|objections\/[^/]+|verify|hazards\/report|hazards\/repair\/[^/]+|child\/.+)(\.data)?$/;

/** 带附件的表单: only a form of parts brings files; large ones are taken from whoever signed in, and from everybody where a page asks everybody. */
export function bringsFiles(path: string, type: string, isSignedIn: boolean): boolean {
  if (isFile.test(path)) return isSignedIn;
  return type.startsWith('multipart/form-data') && (isSignedIn || takesFilesOfAll.test(path));
}
