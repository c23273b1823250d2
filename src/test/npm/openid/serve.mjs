// A provider on loopback: node serve.mjs PORT REDIRECT-URI SIGNED-OUT-URI. Whoever types a name at its page is that person.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

const here = createRequire(join(process.cwd(), 'package.json'));
const { default: Provider } = await import(pathToFileURL(here.resolve('oidc-provider')));

const [port, redirect, signedOut] = process.argv.slice(2);
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{
    client_id: 'lianxin',
    client_secret: 'told once to the administrator',
    redirect_uris: [redirect],
    post_logout_redirect_uris: [signedOut],
    response_types: ['code'],
    grant_types: ['authorization_code'],
  }],
  claims: { openid: ['sub'], profile: ['preferred_username'] },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: `inner-${id}`, preferred_username: id }) }),
  cookies: { keys: ['only for a test'] },
});
provider.on('server_error', (_, error) => console.error(error));
provider.listen(Number(port), '127.0.0.1', () => console.log('ready'));
