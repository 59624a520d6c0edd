import type { OpenRemoteEngine } from '@gigakit/core';
import type { OpenAiProxyOptions } from '@gigakit/openai-proxy';
import { expect, test } from 'vitest';
import { postJson, proxyOverEmulator } from './serve-over-emulator.ts';

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3, 4]);

interface Site {
  /** One list an address look-up, the last one for ever: a rebinding name changes its mind. */
  readonly addresses: readonly string[];
  readonly location?: string;
  readonly body?: Uint8Array<ArrayBuffer>;
  readonly status?: number;
}

/** An internet of a few names. Like the real engine it judges every address when it connects. */
function internet(sites: Readonly<Record<string, Site>>) {
  const fetched: string[] = [];
  const lookups = new Map<string, number>();
  const openRemoteEngine: OpenRemoteEngine = (isAllowedAddress) => ({
    fetch: async (url) => {
      const site = sites[url.hostname];
      if (site === undefined) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
      const turn = lookups.get(url.hostname) ?? 0;
      lookups.set(url.hostname, turn + 1);
      const address = site.addresses[Math.min(turn, site.addresses.length - 1)] ?? '';
      if (!isAllowedAddress(address)) {
        throw Object.assign(new Error('not allowed'), { name: 'ForbiddenAddressError' });
      }
      fetched.push(`${url.hostname} at ${address}`);
      const headers = new Headers(site.location === undefined ? {} : { location: site.location });
      const status = site.location === undefined ? (site.status ?? 200) : 302;
      return { status, headers, body: new Response(site.body ?? png).body };
    },
    close: async () => {},
  });
  return { fetched, openRemoteEngine };
}

const picture = (url: string) =>
  postJson({
    model: 'GigaChat-2-Pro',
    messages: [
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Что здесь?' },
          { type: 'image_url', image_url: { url } },
        ],
      },
    ],
  });

async function look(url: string, options: OpenAiProxyOptions = {}) {
  const { ask, emulator } = proxyOverEmulator({ remoteImages: 'public', ...options });
  const response = await ask('/v1/chat/completions', picture(url));
  const body = (await response.json()) as {
    readonly error?: { readonly message: string; readonly param: string };
  };
  const chats = emulator.journal.filter(({ endpoint }) => endpoint === 'chat/completions');
  const uploads = emulator.journal.filter(({ endpoint }) => endpoint === 'files');
  return { status: response.status, error: body.error, chats, uploads };
}

const inside: readonly [string, string][] = [
  ['loopback', 'http://127.0.0.1/'],
  ['the rest of loopback', 'http://127.8.8.8/'],
  ['decimal loopback', 'http://2130706433/'],
  ['octal loopback', 'http://0177.0.0.1/'],
  ['hexadecimal loopback', 'http://0x7f.0.0.1/'],
  ['short loopback', 'http://127.1/'],
  ['full-width digits', 'http://１２７.0.0.1/'],
  ['zero', 'http://0.0.0.0/'],
  ['zero in short', 'http://0/'],
  ['10/8', 'https://10.1.2.3/'],
  ['172.16/12', 'https://172.31.255.255/'],
  ['192.168/16', 'https://192.168.0.1/'],
  ['carrier-grade NAT', 'https://100.64.0.1/'],
  ['the metadata service', 'http://169.254.169.254/latest/meta-data/'],
  ['metadata in decimal', 'http://2852039166/'],
  ['metadata of Azure', 'http://168.63.129.16/'],
  ['benchmark network', 'http://198.18.0.1/'],
  ['multicast', 'http://224.0.0.1/'],
  ['broadcast', 'http://255.255.255.255/'],
  ['IPv6 loopback', 'http://[::1]/'],
  ['IPv6 unspecified', 'http://[::]/'],
  ['IPv4 mapped into IPv6', 'http://[::ffff:127.0.0.1]/'],
  ['the same in hexadecimal', 'http://[::ffff:a9fe:a9fe]/'],
  ['IPv4 compatible', 'http://[::127.0.0.1]/'],
  ['unique local', 'http://[fd00::1]/'],
  ['link-local', 'http://[fe80::1]/'],
  ['site-local', 'http://[fec0::1]/'],
  ['6to4 of loopback', 'http://[2002:7f00:1::]/'],
  ['NAT64 of loopback', 'http://[64:ff9b::7f00:1]/'],
  ['Teredo', 'http://[2001:0:1::1]/'],
  ['localhost by name', 'http://localhost/'],
  ['a name below localhost', 'http://a.localhost/'],
  ['localhost with a dot', 'http://localhost./'],
  ['metadata by name', 'http://metadata.google.internal/'],
  ['a name without a dot', 'http://intranet/'],
  ['another port', 'http://example.com:6379/'],
  ['a user name', 'http://example.com@127.0.0.1/'],
  ['a password', 'https://user:secret@example.com/'],
  ['files', 'file:///etc/passwd'],
  ['FTP', 'ftp://example.com/a.png'],
  ['gopher', 'gopher://127.0.0.1:6379/_INFO'],
];

test.each(inside)('%s is refused: %s', async (_, url) => {
  const { fetched, openRemoteEngine } = internet({ 'example.com': { addresses: ['93.184.215.14'] } });
  const { status, error, chats, uploads } = await look(url, { openRemoteEngine });
  expect(status).toBe(400);
  expect(error?.param).toContain('messages[0]');
  expect(error?.message).not.toContain('secret');
  expect([fetched, chats, uploads]).toEqual([[], [], []]);
});

const tricks: readonly [string, string, Readonly<Record<string, Site>>][] = [
  ['a name that leads inside', 'http://a.example/', { 'a.example': { addresses: ['10.0.0.1'] } }],
  [
    'a redirect inside',
    'http://a.example/',
    { 'a.example': { addresses: ['93.184.215.14'], location: 'http://169.254.169.254/' } },
  ],
  [
    'a redirect to decimal loopback',
    'http://a.example/',
    { 'a.example': { addresses: ['93.184.215.14'], location: 'http://2130706433/' } },
  ],
  [
    'a redirect to a name that leads inside',
    'http://a.example/',
    {
      'a.example': { addresses: ['93.184.215.14'], location: 'http://b.example/' },
      'b.example': { addresses: ['::ffff:192.168.1.1'] },
    },
  ],
  [
    'a redirect to a file',
    'http://a.example/',
    { 'a.example': { addresses: ['93.184.215.14'], location: 'file:///etc/passwd' } },
  ],
  [
    'a name that changes its mind',
    'http://a.example/',
    { 'a.example': { addresses: ['93.184.215.14', '127.0.0.1'], location: 'http://a.example/again' } },
  ],
  [
    'redirects without end',
    'http://a.example/',
    { 'a.example': { addresses: ['93.184.215.14'], location: 'http://a.example/' } },
  ],
  [
    'a page in place of a picture',
    'http://a.example/',
    { 'a.example': { addresses: ['93.184.215.14'], body: new TextEncoder().encode('<html>secret</html>') } },
  ],
  [
    'a picture that is not there',
    'http://a.example/',
    { 'a.example': { addresses: ['93.184.215.14'], status: 404 } },
  ],
];

test.each(tricks)('%s is refused', async (_, url, sites) => {
  const { openRemoteEngine, fetched } = internet(sites);
  const { status, chats, uploads } = await look(url, { openRemoteEngine });
  expect(status).toBe(400);
  expect([chats, uploads]).toEqual([[], []]);
  expect(fetched.every((line) => line.endsWith('at 93.184.215.14'))).toBe(true);
});

test('a closed host and one that does not exist get the same words', async () => {
  const { openRemoteEngine } = internet({ 'a.example': { addresses: ['10.0.0.1'] } });
  const closed = await look('http://a.example/', { openRemoteEngine });
  const missing = await look('http://b.example/', { openRemoteEngine });
  expect(closed.error?.message).toBe(missing.error?.message);
});

test('a picture above 15 MB is refused', async () => {
  const body = new Uint8Array(16 * 1024 * 1024);
  body.set(png);
  const { openRemoteEngine } = internet({ 'a.example': { addresses: ['93.184.215.14'], body } });
  expect((await look('http://a.example/', { openRemoteEngine })).status).toBe(413);
});

test('a picture of a public host is uploaded and attached', async () => {
  const { openRemoteEngine } = internet({ 'a.example': { addresses: ['93.184.215.14'] } });
  const { status, uploads, chats } = await look('https://a.example/cat.png', { openRemoteEngine });
  expect(status).toBe(200);
  expect(uploads).toHaveLength(1);
  expect(chats[0]?.body).toMatchObject({ messages: [{ attachments: [expect.any(String) as string] }] });
});

test('with a list, only its hosts are asked, and they must be public too', async () => {
  const { openRemoteEngine } = internet({
    'img.a.example': { addresses: ['93.184.215.14'] },
    'b.example': { addresses: ['93.184.215.14'] },
    'in.a.example': { addresses: ['10.0.0.1'] },
  });
  const options: OpenAiProxyOptions = { openRemoteEngine, remoteImages: { allow: ['*.a.example'] } };
  expect((await look('https://img.a.example/', options)).status).toBe(200);
  expect((await look('https://b.example/', options)).status).toBe(400);
  expect((await look('https://in.a.example/', options)).status).toBe(400);
});

test('switched off, which is how a mounted proxy begins, data URLs still work', async () => {
  const { openRemoteEngine, fetched } = internet({ 'a.example': { addresses: ['93.184.215.14'] } });
  const options: OpenAiProxyOptions = { openRemoteEngine, remoteImages: undefined };
  expect((await look('https://a.example/', options)).status).toBe(400);
  expect(fetched).toEqual([]);
  const dataUrl = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const { status, uploads } = await look(dataUrl, options);
  expect(status).toBe(200);
  expect(uploads).toHaveLength(1);
});

test('several pictures of one message go out as messages of one picture each', async () => {
  const { ask, emulator } = proxyOverEmulator();
  const url = (byte: number) =>
    `data:image/png;base64,${Buffer.from(new Uint8Array([...png, byte])).toString('base64')}`;
  const response = await ask(
    '/v1/chat/completions',
    postJson({
      model: 'GigaChat-2-Pro',
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'Сравни' },
            { type: 'image_url', image_url: { url: url(1) } },
            { type: 'image_url', image_url: url(2) },
          ],
        },
      ],
    }),
  );
  expect(response.status).toBe(200);
  const body = emulator.journal.at(-1)?.body as { readonly messages: readonly { attachments?: unknown[] }[] };
  expect(body.messages.map(({ attachments = [] }) => attachments.length)).toEqual([1, 1]);
});
