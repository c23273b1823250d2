// Drives the foreign client through what another system does: node drive.js BASE KEY UNIT FORMAT. Says on one line what it got.
'use strict';
const { promisify } = require('util');
const Open311 = require('open311');

const [base, apiKey, unit, format] = process.argv.slice(2);

function call(client, method, ...parameters) {
  return promisify(client[method]).call(client, ...parameters);
}

async function drive() {
  const client = new Open311({ discovery: `${base}/open311/discovery.${format}`, apiKey, format });
  const discovery = await call(client, 'serviceDiscovery', { cache: true });
  client.format = format;
  const services = await call(client, 'serviceList');
  const definition = await call(client, 'serviceDefinition', 'E4');
  const request = {
    service_code: 'E4',
    description: '澡堂没热水，四天了',
    address_string: '二号澡堂',
    lat: 37.76,
    long: 112.42,
    attributes: { unit, kind: 'HELP' },
  };
  const filed = await call(client, 'submitRequest', request);
  const batch = await call(client, 'submitRequest', { ...request, token: `drive-${format}-${process.pid}` });
  // The client has no way to send its key when it reads; the address takes it.
  const token = await call(client, 'token', batch[0].token).catch(() => ({ found: false }));
  const id = filed[0].service_request_id;
  const one = await call(client, 'serviceRequest', id, { api_key: apiKey });
  const several = await call(client, 'serviceRequests', [id], { api_key: apiKey });
  const open = await call(client, 'serviceRequests', { status: 'open', api_key: apiKey });
  const withoutKey = await call(client, 'serviceRequests', { status: 'open' });
  return { discovery, services: services.length, service: services[0], definition, filed, batch, token, one, several, open, withoutKey };
}

drive().then(
  (got) => process.stdout.write(JSON.stringify(got) + '\n'),
  (error) => {
    process.stderr.write(`${error && error.stack ? error.stack : error}\n`);
    process.exit(1);
  },
);
