// Drives Lianxin as a personnel system would, with documents made and read by a foreign library:
// node drive.mjs BASE TOKEN NUMBER UNIT OTHER_UNIT. Says on one line what it got.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import path from 'node:path';

const here = createRequire(path.join(process.cwd(), 'package.json'));
const SCIMMY = (await import(pathToFileURL(here.resolve('scimmy')).href)).default;

const [base, token, number, unit, otherUnit] = process.argv.slice(2);
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
SCIMMY.Schemas.User.extend(SCIMMY.Schemas.EnterpriseUser, false);

async function call(method, address, body) {
  const answer = await fetch(base + '/scim/v2' + address, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/scim+json', 'Accept-Language': 'en' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  const json = text === '' ? undefined : JSON.parse(text);
  return { status: answer.status, tag: answer.headers.get('etag'), json };
}

/** As the library understands it; it throws at what its schema does not have. */
const user = (json) => new SCIMMY.Schemas.User(json, 'out', base + '/scim/v2/Users');
const plain = (value) => JSON.parse(JSON.stringify(value));

/** What the library makes of an error: it throws it at whoever receives it. */
function fault(json) {
  try {
    return new SCIMMY.Messages.ErrorResponse(json);
  } catch (error) {
    return { status: String(error.status), scimType: error.scimType };
  }
}

const config = new SCIMMY.Schemas.ServiceProviderConfig((await call('GET', '/ServiceProviderConfig')).json);
const types = new SCIMMY.Messages.ListResponse((await call('GET', '/ResourceTypes')).json);
const schemas = new SCIMMY.Messages.ListResponse((await call('GET', '/Schemas')).json);

const wanted = new SCIMMY.Schemas.User(
  {
    schemas: [SCIMMY.Schemas.User.definition.id, ENTERPRISE],
    userName: number,
    externalId: `hr-${number}`,
    displayName: '单小明',
    title: '瓦检员',
    active: true,
    phoneNumbers: [{ value: '13800000000', type: 'mobile' }],
    [ENTERPRISE]: { employeeNumber: number, department: unit },
  },
  'in',
);
const created = await call('POST', '/Users', plain(wanted));
const before = user(created.json);
const filter = `userName eq "${number}" and active eq true`;
const matching = new SCIMMY.Types.Filter(filter).match([plain(before)]).length;
const listed = new SCIMMY.Messages.ListResponse(
  (await call('GET', `/Users?filter=${encodeURIComponent(filter)}`)).json,
);

const change = {
  schemas: [SCIMMY.Messages.PatchOp.id],
  Operations: [
    { op: 'replace', path: 'displayName', value: '单大明' },
    { op: 'replace', path: 'title', value: '班长' },
    { op: 'replace', path: `${ENTERPRISE}:department`, value: otherUnit },
    { op: 'replace', path: 'phoneNumbers[type eq "mobile"].value', value: '13900000000' },
  ],
};
const expected = plain(await new SCIMMY.Messages.PatchOp(change).apply(before, async (value) => value));
const patched = await call('PATCH', `/Users/${created.json.id}`, change);
const after = plain(user(patched.json));

const twice = fault((await call('POST', '/Users', plain(wanted))).json);
const group = await call('GET', `/Groups/${patched.json.groups[0].value}?attributes=displayName,members`);
const gone = await call('DELETE', `/Users/${created.json.id}`);
const missing = fault((await call('GET', `/Users/${created.json.id}`)).json);

process.stdout.write(
  JSON.stringify({
    config,
    types: types.Resources.length,
    schemas: schemas.Resources.length,
    created: created.status,
    matching,
    listed: listed.totalResults,
    expected,
    after,
    changedTag: created.tag !== patched.tag,
    twice,
    group: new SCIMMY.Schemas.Group(group.json, 'out'),
    gone: gone.status,
    missing,
  }) + '\n',
);
